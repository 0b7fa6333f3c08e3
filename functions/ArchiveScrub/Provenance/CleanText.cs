namespace ArchiveScrub.Provenance;

/// <summary>The clean text, and where each piece of it came from. Ranges are code points of the clean text.</summary>
/// <param name="Text">The text.</param>
/// <param name="CodePoints">Its length in code points.</param>
/// <param name="Ranges">Where each piece stands; null for a piece that is not in the text.</param>
/// <param name="Inserted">Lines that are no piece.</param>
internal sealed record CleanText(string Text, int CodePoints, TextRange?[] Ranges, IReadOnlyList<ManifestInsertion> Inserted);
