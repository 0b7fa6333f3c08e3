namespace ArchiveScrub;

/// <summary>Which capture it is: enough to find it again and to prove that it is the same one.</summary>
/// <param name="Store">The folder or container, by the name its user knows; null for standard input.</param>
/// <param name="Name">The name inside the store, with <c>/</c> between folders.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">SHA-256 of the capture's bytes, lower-case hex.</param>
/// <param name="ETag">The store's entity tag, where it has one.</param>
/// <param name="MediaType">Media type of the capture: what the store declares, or else what was sniffed.</param>
public sealed record CaptureIdentity(string? Store, string Name, long Size, string Sha256, string? ETag = null, string? MediaType = null);
