using System.Globalization;
using System.Text;

namespace ArchiveScrub;

/// <summary>Where, when and by whom a page was reported, as data. What neither the page nor its capture says is null.</summary>
public sealed record Dateline
{
    /// <summary>The place as printed: <c>MOSCOW</c>, <c>MAREA, Syria</c>.</summary>
    public string? Place { get; init; }

    /// <summary>The agency as printed.</summary>
    public string? Agency { get; init; }

    /// <summary>Canonical names of the printed place or places; empty where one of them is not known for certain.</summary>
    public IReadOnlyList<PlaceName> Places { get; init; } = [];

    /// <summary>Canonical names of the printed agency or agencies; empty where none is known.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The day of first publication.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The wall-clock time on that day, to the minute (to the second where the source has seconds).</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Offset of that time from UTC; null where the page does not say.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>Last update, as ISO 8601 to the precision that is stated.</summary>
    public string? Updated { get; init; }

    /// <summary>The date in EDTF (ISO 8601-2), inferred parts marked: <c>2020?-02-12</c>.</summary>
    public string? Edtf { get; init; }

    /// <summary>The parts that the page does not state and that were inferred: <c>year</c>.</summary>
    public IReadOnlyList<string> Inferred { get; init; } = [];

    /// <summary>Why an inferred part has the value it has: <c>weekday:Wednesday</c>, <c>capture-date</c>.</summary>
    public IReadOnlyList<string> Basis { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The dateline line of the clean text: <c>MOSCOW, 2018-09-10T12:01+03:00 (Sputnik)</c>, parts that are unknown left out.</summary>
    public string ToLine()
    {
        var line = new StringBuilder(Place);
        var date = Date is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Edtf;
        if (date is not null)
        {
            line.Append(line.Length > 0 ? ", " : "").Append(date);
            if (Date is not null && Time is { } time)
            {
                line.Append('T').Append(Iso(time)).Append(Offset is { } offset ? Iso(offset) : "");
            }
        }

        if (Agency is not null)
        {
            line.Append(line.Length > 0 ? " (" : "(").Append(Agency).Append(')');
        }

        return line.ToString();
    }

    internal static string Iso(TimeOnly time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    internal static string Iso(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
