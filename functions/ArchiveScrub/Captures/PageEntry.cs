namespace ArchiveScrub;

/// <summary>A page that can be scrubbed.</summary>
/// <param name="Page">The page; its <see cref="Page.Record"/> is the entry's.</param>
public sealed record PageEntry(Page Page) : CaptureEntry;
