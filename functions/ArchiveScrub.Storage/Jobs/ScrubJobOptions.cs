namespace ArchiveScrub.Storage;

/// <summary>How a job goes about its work; nothing here changes a result.</summary>
public sealed record ScrubJobOptions
{
    /// <summary>Scrub again what is done already.</summary>
    public bool Force { get; init; }

    /// <summary>The machine's name, for the record.</summary>
    public string? Host { get; init; }
}
