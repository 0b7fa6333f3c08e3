using System.Globalization;
using System.Text;

namespace ArchiveScrub.Quality.Datelines;

/// <summary>Precision and recall by field, rows with all fields exact, and the rows that are not.</summary>
/// <param name="name">What is scored, as its figures are called.</param>
internal sealed class FieldScore(string name)
{
    private readonly SortedDictionary<string, (int Gold, int Found, int Right)> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _misses = [];

    /// <summary>What is scored.</summary>
    public string Name { get; } = name;

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>How many have all fields exact.</summary>
    public int ExactRows { get; private set; }

    /// <summary>Share of the rows that have all fields exact.</summary>
    public double Exact => ExactRows / (double)Math.Max(1, Rows);

    /// <summary>The rows that are not exact, described by whoever scored them.</summary>
    public IReadOnlyList<string> Misses => _misses;

    /// <summary>Counts a field of a row; says whether it is right. Null and an empty string say that there is nothing.</summary>
    public bool Add(string field, string? gold, string? found, IReadOnlyList<string?>? accepted = null)
    {
        var right = (gold ?? "") == (found ?? "") || (accepted is not null && accepted.Contains(found));
        var (golds, founds, rights) = _fields.GetValueOrDefault(field);
        _fields[field] = (golds + (gold is { Length: > 0 } ? 1 : 0), founds + (found is { Length: > 0 } ? 1 : 0), rights + (right && found is { Length: > 0 } && gold is { Length: > 0 } ? 1 : 0));
        return right;
    }

    /// <summary>Counts a row.</summary>
    public void Row(bool exact, string description)
    {
        Rows++;
        ExactRows += exact ? 1 : 0;
        if (!exact)
        {
            _misses.Add(description);
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Name,-16} {ExactRows,5} of {Rows,5} exact {100.0 * Exact,7:0.00} %"));
        foreach (var (field, (gold, found, right)) in _fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {field} P {(double)right / Math.Max(1, found):0.000} R {(double)right / Math.Max(1, gold):0.000}");
        }

        return text.ToString();
    }
}
