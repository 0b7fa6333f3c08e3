namespace ArchiveScrub.Chrome.Model;

/// <summary>Gradient-boosted decision trees: the sum of one leaf of each tree.</summary>
internal sealed class TreeEnsemble
{
    /// <summary>So many rows go through all trees before the next do: they fit into the fastest cache.</summary>
    private const int Tile = 16;

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
        for (var first = 0; first < sums.Length; first += Tile)
        {
            var count = Math.Min(Tile, sums.Length - first);
            var tile = rows.Slice(first * width, count * width);
            for (var t = 0; t < _trees.Length; t++)
            {
                var tree = _trees[t];
                var reached = leaves.Slice((t * sums.Length) + first, count);
                tree.LeavesOf(tile, width, reached);
                for (var i = 0; i < count; i++)
                {
                    sums[first + i] += tree[reached[i]];
                }
            }
        }
    }

    /// <summary>
    /// How much each feature moved the sum of a row: what the mean changed by at its splits (Saabas), of each tree the
    /// feature that changed it most.
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
            var (feature, change) = _trees[t].ReasonOf(leaves[(t * rows) + row]);
            contributions[feature] += change;
        }
    }
}
