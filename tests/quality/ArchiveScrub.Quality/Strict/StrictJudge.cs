using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Strict;

/// <summary>Holds the verdicts on a page against its strict gold.</summary>
internal static class StrictJudge
{
    /// <summary>Counts the decisions about one page.</summary>
    /// <param name="labels">What strict gold says of each line.</param>
    /// <param name="pieces">Where the lines stand among the blocks.</param>
    /// <param name="page">The page.</param>
    /// <param name="verdicts">The verdict on each of its blocks.</param>
    /// <param name="vocabulary">What a word is.</param>
    public static StrictTally Of(StrictLabel[] labels, IReadOnlyList<StrictPiece> pieces, SegmentedPage page, Verdict[] verdicts, Vocabulary vocabulary)
    {
        verdicts = Settled(labels, pieces, page, verdicts);
        int kept = 0, lost = 0, leaked = 0, unplaced = 0;
        var kinds = new KindTally[Kinds.All.Count];
        foreach (var line in pieces.Where(piece => LabelOf(labels, piece.Line).Kind is not null).GroupBy(piece => piece.Line))
        {
            var label = labels[line.Key];
            unplaced += line.Where(piece => piece.Block < 0).Sum(piece => piece.Words);
            var placed = line.Where(piece => piece.Block >= 0).ToList();
            if (placed.Count == 0)
            {
                continue;
            }

            var stay = placed.Where(piece => verdicts[piece.Block].IsKept).Sum(piece => piece.Words);
            var go = placed.Sum(piece => piece.Words) - stay;
            kept += label.IsKept ? stay : 0;
            lost += label.IsKept ? go : 0;
            leaked += label.IsKept ? 0 : stay;
            Count(kinds, label.Kind!.Value, KindOf(placed, verdicts));
        }

        return new StrictTally { Kept = kept, Lost = lost, Leaked = leaked + Outside(pieces, page, verdicts, vocabulary), Unplaced = unplaced, Kinds = kinds };
    }

    /// <summary>The label of a 0-based line; lines past the end of the gold have none.</summary>
    public static StrictLabel LabelOf(StrictLabel[] labels, int line) => line < labels.Length ? labels[line] : default;

    /// <summary>
    /// The verdicts, with those on equal texts changed about: of two copies it does not matter which one stays and which
    /// one is the duplicate, so the one that stays is taken for the one that has to.
    /// </summary>
    public static Verdict[] Settled(StrictLabel[] labels, IReadOnlyList<StrictPiece> pieces, SegmentedPage page, Verdict[] verdicts)
    {
        var settled = (Verdict[])verdicts.Clone();
        var wanted = pieces.Where(piece => piece.Block >= 0 && LabelOf(labels, piece.Line).IsKept).Select(piece => piece.Block).ToHashSet();
        foreach (var copies in page.Blocks.GroupBy(block => block.Text, StringComparer.OrdinalIgnoreCase))
        {
            var blocks = copies.Select(block => block.Index).Where(block => verdicts[block] is { IsKept: true } or { Kind: Kind.Duplicate }).ToList();
            var kept = blocks.Count(block => verdicts[block].IsKept);
            if (kept > 0 && kept < blocks.Count)
            {
                var order = blocks.OrderByDescending(wanted.Contains).Zip(blocks.OrderByDescending(block => verdicts[block].IsKept));
                foreach (var (block, copy) in order)
                {
                    settled[block] = verdicts[copy];
                }
            }
        }

        return settled;
    }

    private static void Count(KindTally[] kinds, Kind gold, Kind decided)
    {
        if (!gold.IsKept())
        {
            kinds[(int)gold] += new KindTally(1, decided.IsKept() ? 0 : 1, decided == gold ? 1 : 0, 0, 0);
        }

        if (!decided.IsKept())
        {
            kinds[(int)decided] += new KindTally(0, 0, 0, 1, gold.IsKept() ? 0 : 1);
        }
    }

    /// <summary>The kind that most words of a line were given, kept kinds and removed ones taken together first.</summary>
    private static Kind KindOf(List<StrictPiece> pieces, Verdict[] verdicts) => pieces
        .GroupBy(piece => verdicts[piece.Block].IsKept)
        .OrderByDescending(side => side.Sum(piece => piece.Words))
        .First()
        .GroupBy(piece => verdicts[piece.Block].Kind)
        .OrderByDescending(same => same.Sum(piece => piece.Words))
        .First().Key;

    /// <summary>Words of kept blocks that are not in the capture: its lines hold less than half of the block's words.</summary>
    private static int Outside(IReadOnlyList<StrictPiece> pieces, SegmentedPage page, Verdict[] verdicts, Vocabulary vocabulary)
    {
        var placed = new int[page.Blocks.Count];
        foreach (var piece in pieces.Where(piece => piece.Block >= 0))
        {
            placed[piece.Block] += piece.Words;
        }

        var outside = 0;
        foreach (var block in page.Blocks.Where(block => verdicts[block.Index].IsKept))
        {
            var words = vocabulary.Words(block.Text).Length;
            outside += 2 * placed[block.Index] < words ? words - placed[block.Index] : 0;
        }

        return outside;
    }
}
