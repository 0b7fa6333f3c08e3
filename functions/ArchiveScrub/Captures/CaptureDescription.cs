namespace ArchiveScrub;

/// <summary>What is known of a capture before it is read: its name in the store and what the store says of it.</summary>
/// <param name="Store">The folder or container, by the name its user knows; null for standard input.</param>
/// <param name="Name">The name inside the store, with <c>/</c> between folders. Never used as a path.</param>
/// <param name="ETag">The store's entity tag, where it has one.</param>
/// <param name="MediaType">The media type that the store or transport declares, parameters allowed (RFC 9110 section 8.3.1); a <c>charset</c> parameter counts as <paramref name="DeclaredCharset"/> where that is null.</param>
/// <param name="TargetUri">Where the page was captured from, verbatim. Never fetched.</param>
/// <param name="CapturedAt">When it was captured.</param>
/// <param name="DeclaredCharset">The charset label that the transport declared (the HTTP header), verbatim.</param>
/// <param name="Sha256">SHA-256 of the capture's bytes, lower-case hex, where the caller has it: it need not be computed again, and is not checked.</param>
public sealed record CaptureDescription(
    string? Store,
    string Name,
    string? ETag = null,
    string? MediaType = null,
    string? TargetUri = null,
    DateTimeOffset? CapturedAt = null,
    string? DeclaredCharset = null,
    string? Sha256 = null);
