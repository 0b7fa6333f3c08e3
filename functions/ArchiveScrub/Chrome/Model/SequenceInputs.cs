using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// What a <see cref="SequenceNetwork"/> reads of each block: what the trees said of it, of the blocks in its role and of the
/// page, then its features.
/// </summary>
internal sealed class SequenceInputs
{
    /// <summary>Columns before the features.</summary>
    private const int Extra = 6;

    private readonly Stretch _stretch;
    private readonly float[] _extra;
    private readonly int _words;

    private SequenceInputs(Stretch stretch, float[] extra, int words)
    {
        _stretch = stretch;
        _extra = extra;
        _words = words;
    }

    /// <summary>Number of blocks.</summary>
    public int Count => _stretch.Count;

    /// <summary>Brings them together.</summary>
    /// <param name="stretch">The blocks.</param>
    /// <param name="probabilities">What the trees said of them.</param>
    /// <param name="words">The column of the features that holds a block's words.</param>
    public static SequenceInputs Of(Stretch stretch, ReadOnlySpan<double> probabilities, int words)
    {
        var extra = new float[stretch.Count * Extra];
        var ofRole = new Dictionary<ulong, RoleSum>(stretch.Count);
        double kept = 0, total = 0;
        for (var i = 0; i < stretch.Count; i++)
        {
            var weight = stretch.Row(i)[words];
            var p = probabilities[i];
            ref var role = ref CollectionsMarshal.GetValueRefOrAddDefault(ofRole, stretch.Roles[i], out _);
            role = new RoleSum(role.Kept + (p * (weight + 0.5)), role.Weight + weight + 0.5, role.Count + 1);
            kept += p * weight;
            total += weight;
        }

        for (var i = 0; i < stretch.Count; i++)
        {
            var role = ofRole[stretch.Roles[i]];
            var row = extra.AsSpan(i * Extra, Extra);
            row[0] = stretch.Margins[i];
            row[1] = (float)probabilities[i];
            row[2] = (float)(role.Kept / role.Weight);
            row[3] = role.Count;
            row[4] = (float)(kept / Math.Max(1, total));
            row[5] = (float)kept;
        }

        return new SequenceInputs(stretch, extra, words);
    }

    /// <summary>
    /// An input of a block: by column the log odds of the trees, the same as a probability, the probability of its role, how many
    /// blocks are in it, the share and the number of the page's words that the trees keep, then the features.
    /// </summary>
    public float this[int block, int column] => column < Extra ? _extra[(block * Extra) + column] : _stretch.Row(block)[column - Extra];

    /// <summary>The words of a block.</summary>
    public float WordsOf(int block) => _stretch.Row(block)[_words];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct RoleSum(double Kept, double Weight, int Count);
}
