namespace ArchiveScrub.Cli;

/// <summary>What the user of <c>archivescrub scrub</c> asked for.</summary>
internal sealed record ScrubSettings
{
    /// <summary>Among the profiles: what is learned from the captures themselves, before they are scrubbed.</summary>
    public const string LearnFirst = "auto";

    /// <summary>Files, folders, or <c>-</c> for standard input.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Folder of the results; null where they are only printed.</summary>
    public string? Output { get; init; }

    /// <summary>Folder of the quarantine records; null for the default.</summary>
    public string? Quarantine { get; init; }

    /// <summary>Print clean texts.</summary>
    public bool ToStandardOutput { get; init; }

    /// <summary>How many captures are under way at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Scrub again what is done.</summary>
    public bool Force { get; init; }

    /// <summary>What goes into the clean text.</summary>
    public TextScope Text { get; init; }

    /// <summary>Files of site profiles, or <see cref="LearnFirst"/>.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>When the captures were made.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>Where the one page was captured from.</summary>
    public string? Uri { get; init; }

    /// <summary>The captures' media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>The HTTP status codes whose responses are pages.</summary>
    public IReadOnlySet<int> Statuses { get; init; } = CaptureReaderOptions.Default.Statuses;

    /// <summary>Whether what is not as its format demands fails.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether each page of a capture with many gets a text file.</summary>
    public bool TextFiles { get; init; }

    /// <summary>The stretch of the one capture that is scrubbed; null for all.</summary>
    public CaptureSlice? Slice { get; init; }
}
