namespace ArchiveScrub.Storage;

/// <summary>How a job goes about its work; nothing here changes a result.</summary>
public sealed record ScrubJobOptions
{
    /// <summary>Scrub again what is done already.</summary>
    public bool Force { get; init; }

    /// <summary>How many pages of captures that hold many records are scrubbed at once; as many as there are processors unless set.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Write the clean text of each page of a capture that holds many records into a file of its own, and no WET file.</summary>
    public bool TextFiles { get; init; }

    /// <summary>Write clean texts and nothing else: nothing can be gone on with then.</summary>
    public bool TextsOnly { get; init; }

    /// <summary>How much of a capture that holds many records is done before it is put by: what a killed run must do again; 64 MiB unless set.</summary>
    public long PartBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Told of each page of a capture that holds many, when it is scrubbed; by several captures at once.</summary>
    public Action<PageTally>? PageDone { get; init; }

    /// <summary>The machine's name, for the record.</summary>
    public string? Host { get; init; }
}
