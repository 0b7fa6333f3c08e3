namespace ArchiveScrub.Quality.Scoring;

/// <summary>What a system made of a page.</summary>
/// <param name="Text">The text that is left.</param>
/// <param name="Result">The scrubber's own result, where it is the system.</param>
/// <param name="KeptLines">The lines that were kept, where the system works on lines of the capture.</param>
internal sealed record SystemOutput(string Text, ScrubResult? Result = null, bool[]? KeptLines = null);
