namespace ArchiveScrub;

/// <summary>A record that is no page to be scrubbed; nothing is wrong with it.</summary>
/// <param name="Reason">Why; see <see cref="SkipReasons"/>.</param>
/// <param name="Detail">What there was instead, where that tells more: a media type, a status, the record that a revisit refers to.</param>
public sealed record SkippedEntry(string Reason, string? Detail = null) : CaptureEntry;
