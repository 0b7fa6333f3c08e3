namespace ArchiveScrub.Timestamps;

/// <summary>The patterns of dates and clocks, from <c>patterns.tsv</c>.</summary>
internal sealed class TimestampGrammar
{
    private TimestampGrammar(IEnumerable<string[]> rows)
    {
        var (dates, yearless, clocks) = (new List<DatePattern>(), new List<DatePattern>(), new List<ClockPattern>());
        foreach (var row in rows)
        {
            switch (row[0])
            {
                case "date":
                    dates.Add(new DatePattern(row[1], row[2], yearless: false));
                    break;
                case "yearless":
                    yearless.Add(new DatePattern(row[1], row[2], yearless: true));
                    break;
                default:
                    clocks.Add(new ClockPattern(row[1], row[2], row[3] switch
                    {
                        "any" => ClockPlace.Any,
                        "after-date" => ClockPlace.AfterDate,
                        _ => ClockPlace.AfterT,
                    }));
                    break;
            }
        }

        (Dates, Yearless, Clocks) = ([.. dates], [.. yearless], [.. clocks]);
    }

    /// <summary>The grammar that is built in.</summary>
    public static TimestampGrammar Default { get; } = new(Tsv.Read("Timestamps.patterns.tsv"));

    /// <summary>Dates with a year.</summary>
    public DatePattern[] Dates { get; }

    /// <summary>Dates without one.</summary>
    public DatePattern[] Yearless { get; }

    /// <summary>Times of day.</summary>
    public ClockPattern[] Clocks { get; }
}
