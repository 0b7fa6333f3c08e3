namespace ArchiveScrub.Benchmarks.Measuring;

/// <summary>What one process measured of one contestant over some pages; written by that process as a line of JSON.</summary>
internal sealed record Measurement
{
    /// <summary>The contestant's version.</summary>
    public required string Version { get; init; }

    /// <summary>How often every page was measured, after the passes that warm up.</summary>
    public required int Passes { get; init; }

    /// <summary>Of each page the least CPU time of all passes, in nanoseconds: of the thread that did the work where that is known, else of the process.</summary>
    public required long[] PageNanoseconds { get; init; }

    /// <summary>CPU time of the whole process during the measured passes, without the reading of pages, in nanoseconds.</summary>
    public required long ProcessNanoseconds { get; init; }

    /// <summary>CPU time of the one thread that did the work, in nanoseconds; null where that is not known.</summary>
    public required long? ThreadNanoseconds { get; init; }

    /// <summary>Bytes of all pages, once.</summary>
    public required long PageBytes { get; init; }

    /// <summary>Bytes allocated for all pages, once; null where that is not known.</summary>
    public required long? AllocatedBytes { get; init; }

    /// <summary>The greatest of what was allocated for a page by its size; null where that is not known.</summary>
    public double? WorstAllocation { get; init; }

    /// <summary>The most physical memory that the process had, in bytes.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>Pages that ended in an error; their time counts.</summary>
    public required int Failures { get; init; }

    /// <summary>CPU time of the process for a page, in milliseconds: the headline.</summary>
    public double MillisecondsAPage => ProcessNanoseconds / 1e6 / Passes / PageNanoseconds.Length;

    /// <summary>CPU time of the working thread for a page, in milliseconds.</summary>
    public double? ThreadMillisecondsAPage => ThreadNanoseconds / 1e6 / Passes / PageNanoseconds.Length;

    /// <summary>Millions of bytes of pages for each second of CPU time of the process.</summary>
    public double MegabytesASecond => PageBytes * 1e3 * Passes / ProcessNanoseconds;
}
