namespace ArchiveScrub.Captures.Charsets;

/// <summary>A charset that was declared for a page.</summary>
/// <param name="Label">What was declared, verbatim.</param>
/// <param name="Source">Where.</param>
internal sealed record CharsetDeclaration(string Label, CharsetSource Source);
