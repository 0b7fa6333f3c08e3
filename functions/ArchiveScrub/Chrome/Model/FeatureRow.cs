using System.Globalization;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// Takes the features of one block, one after another. The same code names them (once, when a model is trained or
/// loaded) and gives their values (for every block), so that names and values cannot fall out of step.
/// </summary>
internal ref struct FeatureRow
{
    private readonly Span<float> _values;
    private readonly List<string>? _names;
    private int _count;

    private FeatureRow(Span<float> values, List<string>? names)
    {
        _values = values;
        _names = names;
    }

    /// <summary>How many were added, those for which there was no room included.</summary>
    public readonly int Count => _count;

    /// <summary>A row that takes values.</summary>
    public static FeatureRow OfValues(Span<float> values) => new(values, null);

    /// <summary>A row that takes names.</summary>
    public static FeatureRow OfNames(List<string> names) => new([], names);

    /// <summary>Adds a feature.</summary>
    public void Add(string name, double value)
    {
        if (_names is not null)
        {
            _names.Add(name);
        }
        else if (_count < _values.Length)
        {
            _values[_count] = (float)value;
        }

        _count++;
    }

    /// <summary>Adds a feature.</summary>
    public void Add(string name, bool value) => Add(name, value ? 1 : 0);

    /// <summary>Adds a feature of a family.</summary>
    public void Add(string family, int member, string name, double value)
    {
        if (_names is not null)
        {
            _names.Add(string.Create(CultureInfo.InvariantCulture, $"{family}{member}.{name}"));
        }
        else if (_count < _values.Length)
        {
            _values[_count] = (float)value;
        }

        _count++;
    }
}
