namespace ArchiveScrub.Captures.Wacz;

/// <summary>A file as <c>datapackage.json</c> lists it.</summary>
/// <param name="Hash">Its digest as declared, <c>sha256:</c> and hex digits; null where there is none.</param>
/// <param name="Bytes">Its size; null where none is declared.</param>
internal sealed record WaczResource(string? Hash, long? Bytes);
