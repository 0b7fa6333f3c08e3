namespace ArchiveScrub.Quality.Parsers;

/// <summary>How the words of a page differ between the segmenter and the specification parser.</summary>
/// <param name="Id">The corpus's id.</param>
/// <param name="Words">Words by the specification parser.</param>
/// <param name="Missing">Words that only the specification parser has, the first few.</param>
/// <param name="Extra">Words that only the segmenter has, the first few.</param>
/// <param name="MissingCount">How many words the segmenter lacks.</param>
/// <param name="ExtraCount">How many words it has beyond.</param>
internal sealed record ParserDifference(string Id, int Words, IReadOnlyList<string> Missing, IReadOnlyList<string> Extra, int MissingCount, int ExtraCount)
{
    /// <summary>Words that differ; a word read otherwise counts once.</summary>
    public int Count => Math.Max(MissingCount, ExtraCount);

    /// <summary>Share of the page's words that differ.</summary>
    public double Share => Count == 0 ? 0 : Count / (double)Math.Max(Words, Count);
}
