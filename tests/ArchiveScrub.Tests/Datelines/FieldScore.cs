using System.Globalization;
using System.Text;

namespace ArchiveScrub.Tests.Datelines;

/// <summary>Precision and recall by field, and rows with all fields exact.</summary>
internal sealed class FieldScore
{
    private readonly SortedDictionary<string, (int Gold, int Found, int Right)> _fields = new(StringComparer.Ordinal);

    public int Rows { get; private set; }

    public int ExactRows { get; private set; }

    public bool Add(string field, string? gold, string? found, string?[]? accepted = null, Func<string?, string?>? normalise = null)
    {
        normalise ??= value => value;
        var right = normalise(gold) == normalise(found) || (accepted is not null && Array.Exists(accepted, a => normalise(a) == normalise(found)));
        var (golds, founds, rights) = _fields.GetValueOrDefault(field);
        _fields[field] = (golds + (gold is { Length: > 0 } ? 1 : 0), founds + (found is { Length: > 0 } ? 1 : 0), rights + (right && found is { Length: > 0 } && gold is { Length: > 0 } ? 1 : 0));
        return right;
    }

    public void Row(bool exact)
    {
        Rows++;
        ExactRows += exact ? 1 : 0;
    }

    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{ExactRows} of {Rows} rows exact ({100.0 * ExactRows / Math.Max(1, Rows):0.00} %)"));
        foreach (var (field, (gold, found, right)) in _fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {field} P {(double)right / Math.Max(1, found):0.000} R {(double)right / Math.Max(1, gold):0.000}");
        }

        return text.ToString();
    }
}
