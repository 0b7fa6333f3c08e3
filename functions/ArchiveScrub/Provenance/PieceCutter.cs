using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Datelines;

namespace ArchiveScrub.Provenance;

/// <summary>Makes pieces of verdicts: a block each, but for the paragraph that a dateline is taken off.</summary>
internal static class PieceCutter
{
    /// <summary>The rule that takes a dateline off its paragraph.</summary>
    public static RuleDescription Rule { get; } = new(
        "dateline.prefix",
        [Kind.Dateline],
        [],
        "Place, date and agency at the start of a report: taken off the paragraph and put on the dateline line.");

    public static IReadOnlyList<Piece> Cut(IReadOnlyList<Block> blocks, Verdict[] verdicts, DatelineFinding found)
    {
        var pieces = new List<Piece>(verdicts.Length + 1);
        for (var i = 0; i < verdicts.Length; i++)
        {
            var length = blocks[i].Text.Length;
            var rest = 0;
            if (found.Prefix is { } prefix && prefix.Block == i && verdicts[i].IsKept)
            {
                rest = Math.Min(prefix.Length, length);
                pieces.Add(new Piece(i, new TextRange(0, rest), new Verdict(Kind.Dateline, Rule.Id, found.Dateline?.Confidence ?? 0, [])));
            }

            if (rest < length)
            {
                pieces.Add(new Piece(i, new TextRange(rest, length), verdicts[i]));
            }
        }

        return pieces;
    }
}
