using System.Buffers;
using System.Text;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// Says of every block how likely it is content: trees judge it by itself, networks judge all blocks together, and the
/// two opinions are averaged. Trained offline (see tests/quality/training), read from a resource: <c>ASM2</c>, the
/// feature names it was trained on, the keep rates of name tokens, the range in which the threshold may lie, the trees,
/// the networks and the share of the trees in the average. Immutable.
/// </summary>
internal sealed class BlockModel
{
    private const int Magic = 0x324D5341;
    private const int MaxStretch = 16384;

    private readonly string[] _names;
    private readonly KeepRates[] _rates;
    private readonly TreeEnsemble _trees;
    private readonly SequenceNetwork[] _networks;
    private readonly double _treeShare;
    private readonly int _words;

    private BlockModel(string[] names, KeepRates[] rates, double lowest, double highest, TreeEnsemble trees, SequenceNetwork[] networks, double treeShare)
    {
        _names = names;
        _rates = rates;
        LowestThreshold = lowest;
        HighestThreshold = highest;
        _trees = trees;
        _networks = networks;
        _treeShare = treeShare;
        _words = Array.IndexOf(names, "words");
    }

    /// <summary>The threshold of a page is never below it.</summary>
    public double LowestThreshold { get; }

    /// <summary>The threshold of a page is never above it.</summary>
    public double HighestThreshold { get; }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model of this version.</exception>
    public static BlockModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Magic)
        {
            throw new InvalidDataException("This is no block model of version 2.");
        }

        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
        }

        var rates = new KeepRates[reader.ReadInt32()];
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = KeepRates.Read(reader);
        }

        var lowest = reader.ReadSingle();
        var highest = reader.ReadSingle();
        var trees = TreeEnsemble.Read(reader);
        var networks = new SequenceNetwork[reader.ReadInt32()];
        for (var i = 0; i < networks.Length; i++)
        {
            networks[i] = SequenceNetwork.Read(reader);
        }

        return new BlockModel(names, rates, lowest, highest, trees, networks, reader.ReadSingle());
    }

    /// <summary>The names of the features that it was trained on, in order.</summary>
    public IReadOnlyList<string> FeatureNames => _names;

    /// <summary>Judges the blocks of a page; one that has very many is judged stretch by stretch, so that memory stays bounded.</summary>
    /// <param name="page">The page.</param>
    /// <param name="uri">The page's address, where it is known.</param>
    /// <param name="open">Which blocks are to be decided: reasons are given for those only.</param>
    public BlockScores Score(ChromePage page, Uri? uri, ReadOnlySpan<bool> open)
    {
        var scores = new BlockScores(new double[page.Count], new BlockReason[page.Count], new float[_names.Length]);
        if (page.Count == 0)
        {
            return scores;
        }

        var features = new BlockFeatures(page, uri);
        var tokens = new NameRates(page.Page, _rates);
        var total = 0f;
        for (var first = 0; first < page.Count; first += MaxStretch)
        {
            using var stretch = new Stretch(first, Math.Min(MaxStretch, page.Count - first), _names.Length);
            for (var i = 0; i < stretch.Count; i++)
            {
                var row = stretch.Row(i);
                features.Write(first + i, row[..^tokens.Columns]);
                tokens.Write(page.Blocks[first + i], row[^tokens.Columns..]);
                total += AddTo(scores.Means, row);
                stretch.Roles[i] = features.RoleOf(first + i);
            }

            Score(stretch, open.Slice(first, stretch.Count), scores);
        }

        foreach (ref var mean in scores.Means.AsSpan())
        {
            mean /= Math.Max(1, total);
        }

        return scores;
    }

    /// <summary>As evidence: the feature that spoke loudest for what was decided.</summary>
    public string Evidence(BlockReason reason, bool kept)
    {
        var (feature, value) = kept ? (reason.Keep, reason.KeepValue) : (reason.Drop, reason.DropValue);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"feature:{_names[feature]}={value:0.##}");
    }

    private void Score(Stretch stretch, ReadOnlySpan<bool> open, BlockScores scores)
    {
        var probabilities = scores.Probabilities.AsSpan(stretch.First, stretch.Count);
        var rented = ArrayPool<byte>.Shared.Rent(stretch.Count * _trees.Count);
        var leaves = rented.AsSpan(0, stretch.Count * _trees.Count);
        _trees.Sum(stretch.Rows, stretch.Width, stretch.Margins, leaves);
        var contributions = new float[stretch.Width];
        for (var i = 0; i < stretch.Count; i++)
        {
            probabilities[i] = Logistic.Of(stretch.Margins[i]);
            if (open[i])
            {
                _trees.Explain(leaves, stretch.Count, i, contributions);
                scores.Reasons[stretch.First + i] = BlockReason.Of(contributions, stretch.Row(i));
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
        if (_networks.Length == 0)
        {
            return;
        }

        var inputs = SequenceInputs.Of(stretch, probabilities, _words);
        var opinions = Array.ConvertAll(_networks, network => network.Score(inputs));
        for (var i = 0; i < probabilities.Length; i++)
        {
            double sum = 0;
            foreach (var opinion in opinions)
            {
                sum += Logistic.Of(opinion[i]);
            }

            probabilities[i] = (_treeShare * probabilities[i]) + ((1 - _treeShare) * sum / opinions.Length);
        }
    }

    private float AddTo(float[] means, ReadOnlySpan<float> row)
    {
        var weight = MathF.Sqrt(Math.Max(1, row[_words]));
        for (var f = 0; f < means.Length; f++)
        {
            means[f] += weight * row[f];
        }

        return weight;
    }
}
