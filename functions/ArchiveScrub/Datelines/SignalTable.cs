using System.Collections.Frozen;
using System.Globalization;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>How many points each signal of a date is worth, from <c>signals.tsv</c>. Immutable.</summary>
internal sealed class SignalTable
{
    private readonly FrozenDictionary<string, double> _points;

    private SignalTable(IEnumerable<string[]> rows) =>
        _points = rows.ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The table that is built in.</summary>
    public static SignalTable Default { get; } = new(Tsv.Read("Datelines.signals.tsv"));

    /// <summary>The sum of the signals' points; a signal that the table does not hold is worth none.</summary>
    public double Points(IReadOnlyList<string> signals)
    {
        var points = 0.0;
        foreach (var signal in signals)
        {
            points += _points.GetValueOrDefault(signal);
        }

        return points;
    }
}
