using System.Text;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// Says of every block how likely it is content. Trained offline (see tests/quality/training), read from a resource:
/// <c>ASM1</c>, the feature names it was trained on, the keep rates of name tokens, the trees, the range in which the
/// threshold may lie. Immutable.
/// </summary>
internal sealed class BlockModel
{
    private const int Magic = 0x314D5341;

    private readonly string[] _names;
    private readonly KeepRates[] _rates;
    private readonly TreeEnsemble _trees;

    private BlockModel(string[] names, KeepRates[] rates, TreeEnsemble trees, double lowest, double highest)
    {
        _names = names;
        _rates = rates;
        _trees = trees;
        LowestThreshold = lowest;
        HighestThreshold = highest;
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
            throw new InvalidDataException("This is no block model of version 1.");
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
        return new BlockModel(names, rates, TreeEnsemble.Read(reader), lowest, highest);
    }

    /// <summary>The names of the features that it was trained on, in order.</summary>
    public IReadOnlyList<string> FeatureNames => _names;

    /// <summary>The probabilities of a page's blocks.</summary>
    public BlockScores Score(ChromePage page, FeatureWriters writers, Uri? uri)
    {
        var width = _names.Length;
        var table = FeatureTable.Of(page, writers, uri, width - (_rates.Length * KeepRates.Columns.Count));
        var tokens = new NameTokens(page.Page);
        var set = new SortedSet<int>();
        var rows = new float[page.Count * width];
        var probabilities = new double[page.Count];
        for (var i = 0; i < page.Count; i++)
        {
            var row = rows.AsSpan(i * width, width);
            table[i].CopyTo(row);
            for (var f = 0; f < _rates.Length; f++)
            {
                tokens.Of(page.Blocks[i], f, set);
                _rates[f].Write(set, row.Slice(table.Columns + (f * KeepRates.Columns.Count), KeepRates.Columns.Count));
            }

            probabilities[i] = Logistic.Of(_trees.Sum(row));
        }

        return new BlockScores(probabilities, rows, width);
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
