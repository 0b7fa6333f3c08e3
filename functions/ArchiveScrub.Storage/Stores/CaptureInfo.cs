namespace ArchiveScrub.Storage;

/// <summary>A capture as its store lists it: enough to read that version of it and no other.</summary>
/// <param name="Name">The name inside the store, with <c>/</c> between folders.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="ETag">The store's entity tag, where it has one; a folder has none.</param>
/// <param name="MediaType">The media type that the store declares, where it does.</param>
/// <param name="LastModified">When it was last written.</param>
public sealed record CaptureInfo(string Name, long Size, string? ETag = null, string? MediaType = null, DateTimeOffset? LastModified = null);
