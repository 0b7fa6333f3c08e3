namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>What a page of one size cost.</summary>
/// <param name="Bytes">The size.</param>
/// <param name="Milliseconds">CPU time of the thread, the least of several runs.</param>
/// <param name="PeakBytes">The most physical memory the process had until then, with smaller pages before.</param>
/// <param name="Error">The code of the error that it ended in; null where it was scrubbed.</param>
internal sealed record GrowthPoint(int Bytes, double Milliseconds, long PeakBytes, string? Error);
