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

    private readonly TreeNode[] _nodes;
    private readonly float[] _values;
    private readonly TreeReason[] _reasons;
    private readonly int _depth;

    private DecisionTree(TreeNode[] nodes, float[] values, TreeReason[] reasons, int depth)
    {
        _nodes = nodes;
        _values = values;
        _reasons = reasons;
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

        var reasons = new TreeReason[count];
        for (var n = 1; n < count; n++)
        {
            if (stored[n].Feature == Leaf)
            {
                reasons[n] = ReasonOf(n, stored, parents);
            }
        }

        return new DecisionTree(nodes, values, reasons, depth);
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

    /// <summary>The feature that did most on the way to a leaf; what it did is 0 where the tree is one leaf.</summary>
    public TreeReason ReasonOf(byte leaf) => _reasons[leaf];

    private static TreeReason ReasonOf(int leaf, StoredNode[] nodes, byte[] parents)
    {
        var most = default(TreeReason);
        for (var split = leaf; split > 0; split = parents[split])
        {
            var feature = nodes[parents[split]].Feature;
            var change = 0f;
            for (var at = leaf; at > 0; at = parents[at])
            {
                change += nodes[parents[at]].Feature == feature ? nodes[at].Mean - nodes[parents[at]].Mean : 0;
            }

            most = Math.Abs(change) > Math.Abs(most.Change) ? new TreeReason(feature, change) : most;
        }

        return most;
    }

    private static int Step(ReadOnlySpan<TreeNode> nodes, int at, ReadOnlySpan<float> row)
    {
        var node = nodes[at];
        return node.Left + (row[node.Feature] < node.Threshold ? 0 : 1);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct StoredNode(short Feature, short Left, float Number, float Mean);
}
