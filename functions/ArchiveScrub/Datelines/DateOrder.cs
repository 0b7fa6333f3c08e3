using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>Settles whether <c>05/04/2017</c> is in April or in May, as far as the page lets it.</summary>
internal static class DateOrder
{
    private static readonly string[] DayFirstTopLevels = [".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".my", ".eu", ".ng", ".ke", ".pk", ".bd", ".hk", ".mt", ".lk"];

    /// <summary>The likelier reading of each date, marked settled where another date of the page, the bound or a structured date says so.</summary>
    public static void Settle(List<DateEvidence> dates, DatelineContext context, string? language)
    {
        bool? monthFirst = null;
        foreach (var date in dates)
        {
            // a numeric date that can be read one way only shows the order of the page
            if (date.Match is { OrderUnsettled: false, Pattern: var pattern, Month: var month, Day: var day } && pattern.StartsWith("numeric", StringComparison.Ordinal) && day > 12 && month <= 12)
            {
                monthFirst ??= IsMonthFirst(date.Match);
            }
        }

        for (var i = 0; i < dates.Count; i++)
        {
            if (!dates[i].Match.OrderUnsettled)
            {
                continue;
            }

            var (match, swapped) = (dates[i].Match, dates[i].Match.Swapped());
            if (IsAfter(match, context) != IsAfter(swapped, context))
            {
                Set(i, IsAfter(match, context) ? swapped : match, settled: true);
            }
            else if (dates.Exists(d => !d.Match.OrderUnsettled && d.Match.Date == match.Date) is var plain && dates.Exists(d => !d.Match.OrderUnsettled && d.Match.Date == swapped.Date) is var other && plain != other)
            {
                Set(i, plain ? match : swapped, settled: true);
            }
            else if (monthFirst is { } order)
            {
                Set(i, order ? swapped : match, settled: true);
            }
            else
            {
                Set(i, UsuallyMonthFirst(match, context, language) ? swapped : match, settled: false);
            }
        }

        void Set(int i, TimestampMatch match, bool settled) => dates[i] = dates[i] with { Match = match with { OrderUnsettled = !settled } };
    }

    private static bool IsAfter(TimestampMatch match, DatelineContext context) => match.Date > LatestDay(context);

    /// <summary>The latest day that a page may bear: the day after its capture, for the sake of zones.</summary>
    public static DateOnly LatestDay(DatelineContext context) =>
        context.CapturedAt is { } at && at.UtcDateTime < DateTime.MaxValue.AddDays(-2) ? DateOnly.FromDateTime(at.UtcDateTime).AddDays(1) : DateOnly.MaxValue;

    // The parser swaps what cannot be day first; it says so by the pattern.
    private static bool IsMonthFirst(TimestampMatch match) => match.Pattern.EndsWith("-month-first", StringComparison.Ordinal);

    private static bool UsuallyMonthFirst(TimestampMatch match, DatelineContext context, string? language)
    {
        if (match.Pattern.Contains("dot", StringComparison.Ordinal))
        {
            return false;
        }

        if (language is not null && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (language is { Length: > 2 } && (language.EndsWith("US", StringComparison.OrdinalIgnoreCase) || language.EndsWith("PH", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        if (language is { Length: 5 } || !Uri.TryCreate(context.TargetUri, UriKind.Absolute, out var uri))
        {
            return false;
        }

        return language is not null && !Array.Exists(DayFirstTopLevels, top => uri.Host.EndsWith(top, StringComparison.OrdinalIgnoreCase));
    }
}
