namespace ArchiveScrub;

/// <summary>The charset that a page was decoded with.</summary>
/// <param name="Name">WHATWG name, lower case (<c>utf-8</c>, <c>windows-1251</c>).</param>
/// <param name="Source">How it was found.</param>
/// <param name="Confidence">0 to 1; 1 for a byte order mark or bytes that agree with what is declared.</param>
/// <param name="Replacements">How many malformed sequences became U+FFFD.</param>
/// <param name="Declared">What was declared but not followed, verbatim; null where it was followed or nothing was declared.</param>
public sealed record Charset(string Name, CharsetSource Source, double Confidence, int Replacements, string? Declared = null);
