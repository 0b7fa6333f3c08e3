using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;

namespace ArchiveScrub.Quality.Metrics;

/// <summary>Says which lines of a text capture were kept: from the output's words, or from the verdicts.</summary>
internal static class KeptLines
{
    private const double Share = 0.7; // of a line's words, as the corpus defines it

    /// <summary>By the corpus's rule: at least 70 % of the line's words are found, in order, in the output. A line without a word is not.</summary>
    public static bool[] OfOutput(TextLines lines, ReadOnlySpan<int> output, Vocabulary vocabulary)
    {
        var lengths = new int[lines.Count];
        var words = new List<int>();
        for (var line = 0; line < lines.Count; line++)
        {
            var ids = vocabulary.Words(lines[line]);
            lengths[line] = ids.Length;
            words.AddRange(ids);
        }

        var found = WordAlignment.Align(words.ToArray(), output);
        var kept = new bool[lines.Count];
        var at = 0;
        for (var line = 0; line < lines.Count; line++)
        {
            var hits = found.AsSpan(at, lengths[line]).Count(true);
            at += lengths[line];
            kept[line] = lengths[line] > 0 && hits >= Share * lengths[line];
        }

        return kept;
    }

    /// <summary>By the places of the kept blocks: at least 70 % of the line's characters that are no white space stand in one that goes into the body.</summary>
    public static bool[] OfVerdicts(TextLines lines, SegmentedPage page, ReadOnlySpan<Verdict> verdicts)
    {
        var source = page.Source.Text;
        var inBody = new bool[source.Length];
        foreach (var block in page.Blocks)
        {
            if (IsBody(verdicts[block.Index].Kind))
            {
                inBody.AsSpan(block.Source.Start, block.Source.Length).Fill(true);
            }
        }

        var kept = new bool[lines.Count];
        for (var line = 0; line < lines.Count; line++)
        {
            var range = lines.Range(line);
            int all = 0, hits = 0;
            for (var i = range.Start; i < Math.Min(range.End, source.Length); i++)
            {
                if (!char.IsWhiteSpace(source[i]))
                {
                    all++;
                    hits += inBody[i] ? 1 : 0;
                }
            }

            kept[line] = all > 0 && hits >= Share * all;
        }

        return kept;
    }

    /// <summary>Whether a block of that kind stands in the clean text with <see cref="TextScope.Body"/>.</summary>
    public static bool IsBody(Kind kind) => kind.IsKept() && kind is not (Kind.Title or Kind.Subtitle or Kind.Byline or Kind.Dateline);
}
