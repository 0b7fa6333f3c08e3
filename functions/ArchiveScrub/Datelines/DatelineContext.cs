namespace ArchiveScrub.Datelines;

/// <summary>What is known of a page from outside it.</summary>
/// <param name="CapturedAt">When it was captured: no date on it is later.</param>
/// <param name="TargetUri">Where it was captured from.</param>
/// <param name="Language">Its language (BCP 47), where it was found; else what the page declares is taken.</param>
internal sealed record DatelineContext(DateTimeOffset? CapturedAt = null, string? TargetUri = null, string? Language = null);
