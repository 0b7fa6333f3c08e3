using System.Globalization;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>
/// Infers the year of a dateline that prints none: from the weekday that the report names, the dates that it names, and
/// the capture date as the upper bound. It says what it stood on.
/// </summary>
internal static class YearInference
{
    private const int MaxYearsBack = 60;
    private const int FreshDays = 14;
    private const int MaxYearsAfterMention = 3;
    private const int MaxBlocks = 40;
    private const int MinWeekdayLength = 4;

    /// <summary>The year and its basis; null where there is no ground to stand on.</summary>
    public static (int Year, IReadOnlyList<string> Basis)? Infer(int month, int day, string report, SegmentedPage page, IReadOnlyList<Verdict> verdicts, DatelineContext context)
    {
        var weekday = NamedWeekday(report);
        var mention = LatestMention(page, verdicts);
        if (context.CapturedAt is not null)
        {
            var latest = DateOrder.LatestDay(context);
            if (Before(month, day, latest, null) is not { } nearest)
            {
                return null;
            }

            var fresh = latest.DayNumber - nearest.DayNumber <= FreshDays;
            if (fresh || weekday is null)
            {
                return (nearest.Year, weekday is { } w && nearest.DayOfWeek == w ? [Of(w), "capture-date"] : ["capture-date"]);
            }

            // an old page: the dates that it names are nearer to it than its capture
            if (mention is { } named && After(month, day, named, weekday) is { } soon && soon <= latest && soon.Year - named.Year <= MaxYearsAfterMention)
            {
                return (soon.Year, [Of(weekday.Value), Of(named), "capture-date"]);
            }

            return Before(month, day, latest, weekday) is { } fitting
                ? (fitting.Year, [Of(weekday.Value), "capture-date"])
                : (nearest.Year, ["capture-date"]);
        }

        if (mention is { } last && (After(month, day, last, weekday) ?? After(month, day, last, null)) is { } next && next.Year - last.Year <= MaxYearsAfterMention)
        {
            return (next.Year, weekday is { } w && next.DayOfWeek == w ? [Of(w), Of(last)] : [Of(last)]);
        }

        return null;
    }

    private static DateOnly? Before(int month, int day, DateOnly latest, DayOfWeek? weekday)
    {
        for (var year = latest.Year; year > latest.Year - MaxYearsBack && year >= 1; year--)
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var date && date <= latest && (weekday is null || date.DayOfWeek == weekday))
            {
                return date;
            }
        }

        return null;
    }

    private static DateOnly? After(int month, int day, DateOnly earliest, DayOfWeek? weekday)
    {
        for (var year = earliest.Year; year < earliest.Year + MaxYearsBack && year <= 9999; year++)
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var date && date >= earliest && (weekday is null || date.DayOfWeek == weekday))
            {
                return date;
            }
        }

        return null;
    }

    // The first weekday that the report's first paragraph names in full.
    private static DayOfWeek? NamedWeekday(string report)
    {
        var text = report.AsSpan(0, Math.Min(report.Length, TimestampParser.MaxLength));
        foreach (var token in TimestampParser.Default.Read(text).Tokens)
        {
            if (token.Weekday != 0 && token.Length >= MinWeekdayLength && (char.IsUpper(text[token.Start]) || text[token.Start] >= 0x80))
            {
                return (DayOfWeek)(token.Weekday % 7);
            }
        }

        return null;
    }

    // The latest day or month, with its year, that the body names.
    private static DateOnly? LatestMention(SegmentedPage page, IReadOnlyList<Verdict> verdicts)
    {
        DateOnly? latest = null;
        var read = 0;
        for (var i = 0; i < page.Blocks.Count && read < MaxBlocks; i++)
        {
            if (!Body.IsBody(verdicts[i].Kind))
            {
                continue;
            }

            read++;
            var text = page.Blocks[i].Text.AsSpan(0, Math.Min(page.Blocks[i].Text.Length, TimestampParser.MaxLength));
            if (!text.ContainsAnyInRange('0', '9'))
            {
                continue;
            }

            var reader = TimestampParser.Default.Read(text);
            for (var t = 0; t < reader.Tokens.Count; t++)
            {
                if (Mention(reader, t) is { } mentioned && (latest is null || mentioned > latest))
                {
                    latest = mentioned;
                }
            }
        }

        return latest;
    }

    private static DateOnly? Mention(TimestampReader reader, int at)
    {
        var tokens = reader.Tokens;
        if (reader.Date(at, withYear: true) is { IsPossible: true, Year: { } year, OrderUnsettled: false } date)
        {
            return new DateOnly(year, date.Month, date.Day);
        }

        if (tokens[at].Month is < 1 or > 12)
        {
            return null;
        }

        var next = at + 1 < tokens.Count && (tokens[at + 1].Is(WordClass.Of) || tokens[at + 1].Symbol is ',' or '.') ? at + 2 : at + 1;
        return next < tokens.Count && tokens[next] is { Kind: TokenKind.Number, Length: 4, Value: >= 1900 and <= 2199 } y ? new DateOnly(y.Value, tokens[at].Month, 1) : null;
    }

    private static string Of(DayOfWeek weekday) => $"weekday:{weekday}";

    private static string Of(DateOnly mention) => "named-date:" + mention.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
