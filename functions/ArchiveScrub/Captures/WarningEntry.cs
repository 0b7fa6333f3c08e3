namespace ArchiveScrub;

/// <summary>Something odd that belongs to the capture and not to one of its records.</summary>
/// <param name="Warning">What it is.</param>
public sealed record WarningEntry(CaptureWarning Warning) : CaptureEntry;
