namespace ArchiveScrub.Storage;

/// <summary>What became of one capture, as a store of results lists it.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Name">The results' common name: that of the manifest without its suffix.</param>
/// <param name="File">The file that it was told by: the manifest, the record, or the clean text without one.</param>
public sealed record ResultEntry(ResultEntryForm Form, string Name, CaptureInfo File);
