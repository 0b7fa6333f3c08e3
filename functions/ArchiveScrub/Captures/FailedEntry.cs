namespace ArchiveScrub;

/// <summary>A record that cannot be read. The reading goes on behind it where it can.</summary>
/// <param name="Error">What is wrong, with capture, record and offset.</param>
public sealed record FailedEntry(CaptureException Error) : CaptureEntry
{
    /// <summary>Whether the capture could not be read any further: what follows, if anything, is lost.</summary>
    public bool IsEnd { get; init; }
}
