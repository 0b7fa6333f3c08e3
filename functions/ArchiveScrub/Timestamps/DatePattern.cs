using System.Runtime.InteropServices;
using NodaTime;

namespace ArchiveScrub.Timestamps;

/// <summary>A pattern of dates, and how to read what it matched.</summary>
internal sealed class DatePattern(string name, string pattern, bool yearless)
{
    private const int ThaiYears = 2440;
    private const int ThaiOffset = 543;

    private readonly TokenPattern _pattern = TokenPattern.Parse(name, pattern);
    private readonly Indexes _at = new(TokenPattern.Parse(name, pattern));

    /// <summary>Whether it gives a month and a day only.</summary>
    public bool IsYearless { get; } = yearless;

    /// <summary>Whether it is made of numbers and marks only, so that what stands around must be looked at.</summary>
    public bool IsNumeric => _at.MonthName < 0;

    /// <summary>Reads a date from token <paramref name="at"/> on. A shape that fits but is no day of the calendar gives a <see cref="DateReading"/> that is impossible.</summary>
    public DateReading? Read(in TimestampScope scope, List<Token> tokens, int at)
    {
        Span<TextRange> spans = stackalloc TextRange[TokenPattern.MaxElements];
        if (!_pattern.TryMatch(in scope, at, spans, out var end) || (IsNumeric && !StandsAlone(tokens, at, end)))
        {
            return null;
        }

        int? year = null;
        int month, day;
        var (unsettled, monthFirst) = (false, false);
        if (_at.Whole >= 0)
        {
            var whole = tokens[spans[_at.Whole].Start].Value;
            (year, month, day) = (whole / 10000, whole / 100 % 100, whole % 100);
        }
        else
        {
            year = Value(_at.Year, tokens, spans) ?? (Value(_at.ShortYear, tokens, spans) is { } y ? (y < 70 ? 2000 + y : 1900 + y) : null);
            year ??= Value(_at.EraYear, tokens, spans) is { } ofEra ? tokens[spans[_at.EraYear].Start - 1].EraBase + ofEra : null;
            if (_at.First >= 0)
            {
                (day, month) = (Value(_at.First, tokens, spans)!.Value, Value(_at.Second, tokens, spans)!.Value);
                if (month > 12)
                {
                    (day, month, monthFirst) = (month, day, true);
                }

                unsettled = day <= 12 && day != month;
            }
            else
            {
                day = Value(_at.Day, tokens, spans)!.Value;
                month = _at.MonthName >= 0 ? tokens[spans[_at.MonthName].Start].Month : Value(_at.Month, tokens, spans)!.Value;
            }
        }

        if (year >= ThaiYears)
        {
            year -= ThaiOffset; // the Buddhist era, as Thailand counts it
        }

        if (month > 100 || year < 1583)
        {
            return FromSolarHijri(end, year, month > 100 ? month - 100 : month, day);
        }

        var possible = month is >= 1 and <= 12 && day <= DateTime.DaysInMonth(year ?? 2000, month);
        return new DateReading(end, year, month, day, unsettled, possible, monthFirst ? name + "-month-first" : name);
    }

    // Without its year such a date is on no day of ours.
    private DateReading FromSolarHijri(int end, int? year, int month, int day)
    {
        var calendar = CalendarSystem.PersianSimple;
        if (year is not (>= 1300 and <= 1499) || month is < 1 or > 12 || day < 1 || day > calendar.GetDaysInMonth(year.Value, month))
        {
            return new DateReading(end, null, 1, 1, false, false, name);
        }

        var date = new LocalDate(year.Value, month, day, calendar).WithCalendar(CalendarSystem.Iso);
        return new DateReading(end, date.Year, date.Month, date.Day, false, true, name);
    }

    private static int? Value(int element, List<Token> tokens, Span<TextRange> spans) =>
        element < 0 || spans[element].Start < 0 ? null : tokens[spans[element].Start].Value;

    // Not a stretch of a telephone number, a version, an address or a score.
    private static bool StandsAlone(List<Token> tokens, int at, int end)
    {
        if (at > 0 && !tokens[at].SpaceBefore && tokens[at - 1] is { Kind: TokenKind.Symbol, Symbol: '.' or '-' or '/' or ':' or '+' or '$' or '#' or '=' or '_' } && at > 1
            && tokens[at - 2] is { Kind: TokenKind.Number })
        {
            return false;
        }

        return end >= tokens.Count || tokens[end].SpaceBefore
            || tokens[end] is not { Kind: TokenKind.Symbol, Symbol: '-' or '/' or '.' or '=' or '_' or '%' }
            || end + 1 >= tokens.Count || tokens[end + 1].SpaceBefore || tokens[end + 1].Kind != TokenKind.Number;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct Indexes(TokenPattern pattern)
    {
        public int Year { get; } = pattern.IndexOf("Y");

        public int ShortYear { get; } = pattern.IndexOf("y");

        public int EraYear { get; } = pattern.IndexOf("E");

        public int MonthName { get; } = pattern.IndexOf("M");

        public int Month { get; } = pattern.IndexOf("m");

        public int Day { get; } = pattern.IndexOf("D");

        public int First { get; } = Math.Max(pattern.IndexOf("A"), pattern.IndexOf("AA"));

        public int Second { get; } = Math.Max(pattern.IndexOf("B"), pattern.IndexOf("BB"));

        public int Whole { get; } = pattern.IndexOf("YMD");
    }
}
