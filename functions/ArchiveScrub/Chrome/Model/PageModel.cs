using System.Text;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// Judges a page as a whole: its type, and how good the result is likely to be. Trained offline on pages whose blocks were
/// judged by models that had not seen their sites; read from a resource: <c>ASP1</c>, the names of the signals, the types, the trees
/// of each type, the trees of the quality. Immutable.
/// </summary>
internal sealed class PageModel
{
    private const int Magic = 0x31505341;

    private readonly PageType[] _types;
    private readonly TreeEnsemble[] _trees;
    private readonly TreeEnsemble _quality;

    private PageModel(string[] names, PageType[] types, TreeEnsemble[] trees, TreeEnsemble quality)
    {
        SignalNames = names;
        _types = types;
        _trees = trees;
        _quality = quality;
    }

    /// <summary>The names of the signals that it was trained on, in order.</summary>
    public IReadOnlyList<string> SignalNames { get; }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model of this version.</exception>
    public static PageModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Magic)
        {
            throw new InvalidDataException("This is no page model of version 1.");
        }

        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
        }

        var types = new PageType[reader.ReadInt32()];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = Enum.Parse<PageType>(reader.ReadString(), ignoreCase: true);
        }

        var trees = new TreeEnsemble[types.Length];
        for (var i = 0; i < trees.Length; i++)
        {
            trees[i] = TreeEnsemble.Read(reader);
        }

        return new PageModel(names, types, trees, TreeEnsemble.Read(reader));
    }

    /// <summary>Judges a page by its signals.</summary>
    /// <param name="signals">Its signals.</param>
    /// <param name="isEmpty">Whether nothing on the page is kept.</param>
    /// <exception cref="InvalidDataException">The model was trained on other signals.</exception>
    public PageJudgement Judge(PageSignals signals, bool isEmpty)
    {
        if (!signals.Names.SequenceEqual(SignalNames, StringComparer.Ordinal))
        {
            throw new InvalidDataException("The page model was trained on other signals: train it again.");
        }

        var probabilities = Probabilities(signals.Values);
        float[] row = [.. signals.Values, .. probabilities.Select(static p => (float)p)];
        var quality = Math.Clamp(_quality.Sum(row), 0, 1);
        if (isEmpty)
        {
            return new PageJudgement(PageType.Empty, 1, quality);
        }

        var best = Array.IndexOf(probabilities, probabilities.Max());
        return new PageJudgement(_types[best], probabilities[best], quality);
    }

    private double[] Probabilities(float[] signals)
    {
        var sums = Array.ConvertAll(_trees, trees => trees.Sum(signals));
        var greatest = sums.Max();
        var powers = Array.ConvertAll(sums, sum => Logistic.Exp(sum - greatest));
        var total = powers.Sum();
        return Array.ConvertAll(powers, power => power / total);
    }
}
