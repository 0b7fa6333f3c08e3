namespace ArchiveScrub.Chrome.Model;

/// <summary>Gradient-boosted decision trees: the sum of one leaf of each tree.</summary>
internal sealed class TreeEnsemble
{
    private readonly DecisionTree[] _trees;
    private readonly float _bias;

    private TreeEnsemble(DecisionTree[] trees, float bias)
    {
        _trees = trees;
        _bias = bias;
    }

    /// <summary>Number of trees.</summary>
    public int Count => _trees.Length;

    /// <summary>Reads an ensemble: bias (f32), number of trees (i32), the trees.</summary>
    /// <exception cref="InvalidDataException">It is no ensemble.</exception>
    public static TreeEnsemble Read(BinaryReader reader)
    {
        var bias = reader.ReadSingle();
        var trees = new DecisionTree[reader.ReadInt32()];
        for (var t = 0; t < trees.Length; t++)
        {
            trees[t] = DecisionTree.Read(reader);
        }

        return new TreeEnsemble(trees, bias);
    }

    /// <summary>The sum for a row of features.</summary>
    public float Sum(ReadOnlySpan<float> row)
    {
        var sum = _bias;
        foreach (var tree in _trees)
        {
            sum += tree[tree.LeafOf(row)];
        }

        return sum;
    }

    /// <summary>The sums for many rows.</summary>
    /// <param name="rows">Row after row.</param>
    /// <param name="width">Features a row.</param>
    /// <param name="sums">Receives the sums: log odds, where the trees were trained for them.</param>
    /// <param name="leaves">Receives the leaves, all rows of the first tree before those of the second.</param>
    public void Sum(ReadOnlySpan<float> rows, int width, Span<float> sums, Span<byte> leaves)
    {
        sums.Fill(_bias);
        for (var t = 0; t < _trees.Length; t++)
        {
            var tree = _trees[t];
            var reached = leaves.Slice(t * sums.Length, sums.Length);
            tree.LeavesOf(rows, width, reached);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += tree[reached[i]];
            }
        }
    }

    /// <summary>
    /// How much each feature moved the sum of a row (Saabas: what the mean changed by at each split, added up by feature).
    /// </summary>
    /// <param name="leaves">What <see cref="Sum(ReadOnlySpan{float}, int, Span{float}, Span{byte})"/> gave.</param>
    /// <param name="rows">How many rows it was given.</param>
    /// <param name="row">The row.</param>
    /// <param name="contributions">Receives a number a feature.</param>
    public void Explain(ReadOnlySpan<byte> leaves, int rows, int row, Span<float> contributions)
    {
        contributions.Clear();
        for (var t = 0; t < _trees.Length; t++)
        {
            foreach (var (feature, change) in _trees[t].ReasonsOf(leaves[(t * rows) + row]))
            {
                contributions[feature] += change;
            }
        }
    }
}
