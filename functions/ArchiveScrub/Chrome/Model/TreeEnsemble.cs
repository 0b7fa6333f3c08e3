namespace ArchiveScrub.Chrome.Model;

/// <summary>Gradient-boosted decision trees: the sum of one leaf of each tree.</summary>
internal sealed class TreeEnsemble
{
    private readonly TreeNode[] _nodes;
    private readonly int[] _roots;
    private readonly float _bias;

    private TreeEnsemble(TreeNode[] nodes, int[] roots, float bias)
    {
        _nodes = nodes;
        _roots = roots;
        _bias = bias;
    }

    /// <summary>
    /// Reads an ensemble: bias (f32), number of trees (i32), of each tree the number of nodes (i32) and its nodes:
    /// feature (i16), left child (i16), threshold (f32), mean (f32).
    /// </summary>
    public static TreeEnsemble Read(BinaryReader reader)
    {
        var bias = reader.ReadSingle();
        var roots = new int[reader.ReadInt32()];
        var nodes = new List<TreeNode>();
        for (var t = 0; t < roots.Length; t++)
        {
            roots[t] = nodes.Count;
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var feature = reader.ReadInt16();
                var child = reader.ReadInt16();
                nodes.Add(new TreeNode(reader.ReadSingle(), reader.ReadSingle(), feature, roots[t] + child));
            }
        }

        return new TreeEnsemble([.. nodes], roots, bias);
    }

    /// <summary>The sum for a row of features: log odds.</summary>
    public float Sum(ReadOnlySpan<float> row)
    {
        var sum = _bias;
        var nodes = _nodes.AsSpan();
        foreach (var root in _roots)
        {
            ref readonly var node = ref nodes[root];
            while (node.Feature >= 0)
            {
                node = ref nodes[node.Left + (row[node.Feature] < node.Threshold ? 0 : 1)];
            }

            sum += node.Threshold;
        }

        return sum;
    }

    /// <summary>
    /// How much each feature moved the sum (Saabas: what the mean changed by at each split, added up by feature).
    /// </summary>
    public void Explain(ReadOnlySpan<float> row, Span<float> contributions)
    {
        contributions.Clear();
        var nodes = _nodes.AsSpan();
        foreach (var root in _roots)
        {
            ref readonly var node = ref nodes[root];
            while (node.Feature >= 0)
            {
                ref readonly var next = ref nodes[node.Left + (row[node.Feature] < node.Threshold ? 0 : 1)];
                contributions[node.Feature] += next.Mean - node.Mean;
                node = ref next;
            }
        }
    }
}
