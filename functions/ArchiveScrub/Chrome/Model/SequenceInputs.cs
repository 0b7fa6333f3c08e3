using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// What a <see cref="SequenceNetwork"/> reads of each block: what the trees said of it, of the blocks in its role and of the
/// page, then its features.
/// </summary>
internal sealed class SequenceInputs
{
    /// <summary>Columns before the features.</summary>
    public const int Extra = 6;

    private readonly BlockScores _scores;
    private readonly float[] _rows;
    private readonly int _words;

    private SequenceInputs(BlockScores scores, float[] rows, int words)
    {
        _scores = scores;
        _rows = rows;
        _words = words;
    }

    /// <summary>The names of the columns before the features.</summary>
    public static IReadOnlyList<string> ExtraNames { get; } = ["margin", "p", "role.p", "role.n", "page.p", "page.pwords"];

    /// <summary>Number of blocks.</summary>
    public int Count => _scores.Probabilities.Length;

    /// <summary>Brings them together.</summary>
    /// <param name="margins">What the trees said: log odds.</param>
    /// <param name="scores">The same as probabilities, and the features.</param>
    /// <param name="roles">Identity of each block's role among repeated siblings.</param>
    /// <param name="words">The column of the features that holds a block's words.</param>
    public static SequenceInputs Of(float[] margins, BlockScores scores, ulong[] roles, int words)
    {
        var count = margins.Length;
        var width = Extra + scores.Width;
        var rows = new float[count * width];
        var ofRole = new Dictionary<ulong, RoleSum>(count);
        double kept = 0, total = 0;
        for (var i = 0; i < count; i++)
        {
            var weight = scores.Row(i)[words];
            var p = scores.Probabilities[i];
            ref var role = ref CollectionsMarshal.GetValueRefOrAddDefault(ofRole, roles[i], out _);
            role = new RoleSum(role.Kept + (p * (weight + 0.5)), role.Weight + weight + 0.5, role.Count + 1);
            kept += p * weight;
            total += weight;
        }

        for (var i = 0; i < count; i++)
        {
            var role = ofRole[roles[i]];
            var row = rows.AsSpan(i * width, width);
            row[0] = margins[i];
            row[1] = (float)scores.Probabilities[i];
            row[2] = (float)(role.Kept / role.Weight);
            row[3] = role.Count;
            row[4] = (float)(kept / Math.Max(1, total));
            row[5] = (float)kept;
            scores.Row(i).CopyTo(row[Extra..]);
        }

        return new SequenceInputs(scores, rows, words);
    }

    /// <summary>The inputs of a block.</summary>
    public ReadOnlySpan<float> Row(int block) => _rows.AsSpan(block * (Extra + _scores.Width), Extra + _scores.Width);

    /// <summary>The words of a block.</summary>
    public float WordsOf(int block) => _scores.Row(block)[_words];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct RoleSum(double Kept, double Weight, int Count);
}
