namespace ArchiveScrub.Cli;

/// <summary>Why a page cannot be shown.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Reason">In a sentence.</param>
/// <param name="IsRecorded">Whether it is a quarantine record that says so: then the results are as they should be.</param>
internal sealed record ExplainFailure(string Code, string Reason, bool IsRecorded);
