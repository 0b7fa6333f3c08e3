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

    /// <summary>The probabilities of a page's blocks.</summary>
    public BlockScores Score(ChromePage page, FeatureWriters writers, Uri? uri)
    {
        var width = _names.Length;
        var context = new PageContext(page);
        var table = FeatureTable.Of(context, writers, uri, width - (_rates.Length * KeepRates.Columns.Count));
        var tokens = new NameTokens(page.Page);
        var rows = new float[page.Count * width];
        var margins = new float[page.Count];
        var probabilities = new double[page.Count];
        for (var i = 0; i < page.Count; i++)
        {
            var row = rows.AsSpan(i * width, width);
            table[i].CopyTo(row);
            for (var f = 0; f < _rates.Length; f++)
            {
                _rates[f].Write(tokens.Of(page.Blocks[i], f), row.Slice(table.Columns + (f * KeepRates.Columns.Count), KeepRates.Columns.Count));
            }

            margins[i] = _trees.Sum(row);
            probabilities[i] = Logistic.Of(margins[i]);
        }

        var scores = new BlockScores(probabilities, rows, width);
        if (page.Count > 0 && _networks.Length > 0)
        {
            Average(SequenceInputs.Of(margins, scores, table.Roles, _words), probabilities);
        }

        return scores;
    }

    private void Average(SequenceInputs inputs, double[] probabilities)
    {
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

    /// <summary>The feature that spoke loudest for what was decided, as evidence.</summary>
    public string StrongestEvidence(BlockScores scores, int block, bool kept)
    {
        Span<float> contributions = new float[scores.Width];
        _trees.Explain(scores.Row(block), contributions);
        var best = 0;
        for (var f = 1; f < contributions.Length; f++)
        {
            if (kept ? contributions[f] > contributions[best] : contributions[f] < contributions[best])
            {
                best = f;
            }
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"feature:{_names[best]}={scores.Row(block)[best]:0.##}");
    }
}
