namespace ArchiveScrub;

/// <summary>
/// One web page inside a capture: its payload after transfer and content decoding, and what the capture says of it.
/// A page is read, never changed.
/// </summary>
public sealed record Page
{
    /// <summary>The capture that the page stands in.</summary>
    public required CaptureIdentity Capture { get; init; }

    /// <summary>The record that holds the page; null where the capture is the page.</summary>
    public RecordInfo? Record { get; init; }

    /// <summary>The payload bytes.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>How the payload is to be read.</summary>
    public required PageFormat Format { get; init; }

    /// <summary>Whether the payload is clean text that ArchiveScrub wrote: it is passed on as it stands.</summary>
    public bool IsCleanText { get; init; }

    /// <summary>Where the page was captured from, verbatim but for angle brackets around it; null where the capture does not say. Never fetched.</summary>
    public string? TargetUri { get; init; }

    /// <summary>When the page was captured; the upper bound of every date found on it.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The media type that the transport declared, without parameters, lower case.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset that the transport declared (the HTTP header), verbatim.</summary>
    public string? DeclaredCharset { get; init; }
}
