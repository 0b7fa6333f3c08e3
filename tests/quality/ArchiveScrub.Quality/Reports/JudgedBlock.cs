using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Metrics;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Reports;

/// <summary>A block with the verdict on it and what the gold says: the labels of its lines, or for HTML the alignment with the gold's text.</summary>
/// <param name="Block">The block.</param>
/// <param name="Verdict">What was decided of it.</param>
/// <param name="Label">What the gold says of most of its words.</param>
/// <param name="KeepWords">Its words that the gold keeps.</param>
/// <param name="DropWords">Its words that the gold drops.</param>
/// <param name="UnsureWords">Its words that are not scored.</param>
internal sealed record JudgedBlock(Block Block, Verdict Verdict, LineLabel Label, int KeepWords, int DropWords, int UnsureWords)
{
    /// <summary>Whether it stands in the body.</summary>
    public bool IsInBody => KeptLines.IsBody(Verdict.Kind);

    /// <summary>Words on the wrong side.</summary>
    public int WrongWords => IsInBody ? DropWords : KeepWords;

    /// <summary>The blocks of a page that the scrubber scrubbed.</summary>
    public static IReadOnlyList<JudgedBlock> Of(ScoredPage scored)
    {
        if (scored.Output.Result is not { } result)
        {
            return [];
        }

        return scored.Page is { Lines: { } lines, TextGold: { } gold }
            ? [.. result.Page.Blocks.Select(block => ByLines(block, result.Verdicts[block.Index], lines, gold, scored.Vocabulary))]
            : ByAlignment(result.Page, result.Verdicts, scored);
    }

    private static JudgedBlock ByLines(Block block, Verdict verdict, TextLines lines, TextGold gold, Vocabulary vocabulary)
    {
        int keep = 0, drop = 0, unsure = 0;
        var first = lines.LineAt(block.Source.Start);
        for (var line = first; line < lines.Count && lines.Range(line).Start < block.Source.End; line++)
        {
            var range = lines.Range(line);
            var start = Math.Max(range.Start, block.Source.Start);
            var words = vocabulary.Words(lines.Text.AsSpan(start, Math.Max(0, Math.Min(range.End, block.Source.End) - start))).Length;
            switch (gold[line])
            {
                case LineLabel.Keep:
                    keep += words;
                    break;
                case LineLabel.Drop:
                    drop += words;
                    break;
                default:
                    unsure += words;
                    break;
            }
        }

        var label = keep + drop + unsure == 0 ? gold[first]
            : keep >= drop && keep >= unsure ? LineLabel.Keep
            : drop >= unsure ? LineLabel.Drop : LineLabel.Unsure;
        return new JudgedBlock(block, verdict, label, keep, drop, unsure);
    }

    private static JudgedBlock[] ByAlignment(SegmentedPage page, Verdict[] verdicts, ScoredPage scored)
    {
        var words = page.Blocks.Select(block => scored.Vocabulary.Words(block.Text)).ToList();
        var labels = GoldLabels.Of(words, scored.GoldWords);
        return [.. page.Blocks.Select((block, i) => new JudgedBlock(
            block,
            verdicts[i],
            labels[i] ? LineLabel.Keep : LineLabel.Drop,
            labels[i] ? words[i].Length : 0,
            labels[i] ? 0 : words[i].Length,
            0))];
    }
}
