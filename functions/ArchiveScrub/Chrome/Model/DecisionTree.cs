using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// A decision tree of at most 256 nodes. Its walk has no branches that depend on data: every path takes as many steps,
/// so that processors need not guess, and four rows are walked at a time, so that one waits while another is read.
/// </summary>
internal sealed class DecisionTree
{
    private const int MaxNodes = 256;
    private const short Leaf = -1;

    /// <summary>A leaf remembers so many features that led to it: those after them seldom decide what spoke loudest.</summary>
    private const int MaxReasons = 2;

    private readonly TreeNode[] _nodes;
    private readonly float[] _values;
    private readonly TreeReason[] _reasons;
    private readonly int[] _reasonStarts;
    private readonly int _depth;

    private DecisionTree(TreeNode[] nodes, float[] values, TreeReason[] reasons, int[] reasonStarts, int depth)
    {
        _nodes = nodes;
        _values = values;
        _reasons = reasons;
        _reasonStarts = reasonStarts;
        _depth = depth;
    }

    /// <summary>
    /// Reads a tree: the number of nodes (i32) and the nodes, parents first: feature (i16; -1 for a leaf), left child
    /// (i16), threshold or value (f32), mean of the values below (f32), little-endian as the machine is.
    /// </summary>
    /// <exception cref="InvalidDataException">These nodes make no tree.</exception>
    public static DecisionTree Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count is <= 0 or > MaxNodes)
        {
            throw new InvalidDataException($"A tree of {count} nodes, where 1 to {MaxNodes} are expected.");
        }

        var stored = new StoredNode[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(stored.AsSpan()));
        var nodes = new TreeNode[count];
        var values = new float[count];
        var parents = new byte[count];
        Span<int> levels = stackalloc int[count];
        levels.Clear();
        var depth = 0;
        for (var n = 0; n < count; n++)
        {
            var (feature, left, number, _) = stored[n];
            depth = Math.Max(depth, levels[n]);
            if (feature == Leaf)
            {
                nodes[n] = new TreeNode(float.NaN, 0, (ushort)(n - 1));
                values[n] = number;
                continue;
            }

            if (feature < 0 || left <= n || left + 1 >= count)
            {
                throw new InvalidDataException("These nodes make no tree.");
            }

            nodes[n] = new TreeNode(number, (ushort)feature, (ushort)left);
            parents[left] = parents[left + 1] = (byte)n;
            levels[left] = levels[left + 1] = levels[n] + 1;
        }

        var reasons = new List<TreeReason>();
        var starts = new int[count + 1];
        for (var n = 0; n < count; n++)
        {
            starts[n] = reasons.Count;
            if (float.IsNaN(nodes[n].Threshold))
            {
                AddReasons(n, stored, parents, reasons);
            }
        }

        starts[count] = reasons.Count;
        return new DecisionTree(nodes, values, [.. reasons], starts, depth);
    }

    /// <summary>The value of a leaf.</summary>
    public float this[byte leaf] => _values[leaf];

    /// <summary>The leaf of one row.</summary>
    public byte LeafOf(ReadOnlySpan<float> row)
    {
        ReadOnlySpan<TreeNode> nodes = _nodes;
        var at = 0;
        for (var step = 0; step < _depth; step++)
        {
            at = Step(nodes, at, row);
        }

        return (byte)at;
    }

    /// <summary>The leaves of many rows.</summary>
    /// <param name="rows">Row after row.</param>
    /// <param name="width">Features a row.</param>
    /// <param name="leaves">Receives the leaves.</param>
    public void LeavesOf(ReadOnlySpan<float> rows, int width, Span<byte> leaves)
    {
        ReadOnlySpan<TreeNode> nodes = _nodes;
        var i = 0;
        for (; i + 4 <= leaves.Length; i += 4)
        {
            var row0 = rows.Slice(i * width, width);
            var row1 = rows.Slice((i + 1) * width, width);
            var row2 = rows.Slice((i + 2) * width, width);
            var row3 = rows.Slice((i + 3) * width, width);
            var (at0, at1, at2, at3) = (0, 0, 0, 0);
            for (var step = 0; step < _depth; step++)
            {
                at0 = Step(nodes, at0, row0);
                at1 = Step(nodes, at1, row1);
                at2 = Step(nodes, at2, row2);
                at3 = Step(nodes, at3, row3);
            }

            leaves[i] = (byte)at0;
            leaves[i + 1] = (byte)at1;
            leaves[i + 2] = (byte)at2;
            leaves[i + 3] = (byte)at3;
        }

        for (; i < leaves.Length; i++)
        {
            leaves[i] = LeafOf(rows.Slice(i * width, width));
        }
    }

    /// <summary>The features that did most on the way to a leaf, each named once.</summary>
    public ReadOnlySpan<TreeReason> ReasonsOf(byte leaf) => _reasons.AsSpan(_reasonStarts[leaf].._reasonStarts[leaf + 1]);

    private static void AddReasons(int leaf, StoredNode[] nodes, byte[] parents, List<TreeReason> reasons)
    {
        var first = reasons.Count;
        for (var at = leaf; at > 0; at = parents[at])
        {
            var feature = nodes[parents[at]].Feature;
            var change = nodes[at].Mean - nodes[parents[at]].Mean;
            var known = reasons.FindIndex(first, r => r.Feature == feature);
            if (known < 0)
            {
                reasons.Add(new TreeReason(feature, change));
            }
            else
            {
                reasons[known] = new TreeReason(feature, reasons[known].Change + change);
            }
        }

        CollectionsMarshal.AsSpan(reasons)[first..].Sort(static (a, b) => Math.Abs(b.Change).CompareTo(Math.Abs(a.Change)));
        if (reasons.Count > first + MaxReasons)
        {
            reasons.RemoveRange(first + MaxReasons, reasons.Count - first - MaxReasons);
        }
    }

    private static int Step(ReadOnlySpan<TreeNode> nodes, int at, ReadOnlySpan<float> row)
    {
        var node = nodes[at];
        return node.Left + (row[node.Feature] < node.Threshold ? 0 : 1);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct StoredNode(short Feature, short Left, float Number, float Mean);
}
