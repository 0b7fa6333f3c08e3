using System.Runtime.InteropServices;

namespace ArchiveScrub.Timestamps;

/// <summary>A date and the clock that belongs to it, as tokens.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Date">The date.</param>
/// <param name="Clock">The clock, where there is one.</param>
/// <param name="Weekday">The weekday beside them, 1 (Monday) to 7; 0 where there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimestampReading(int Start, int End, DateReading Date, ClockReading? Clock, int Weekday)
{
    /// <summary>As a match in the text, its role said by the caller; null where there is no such day.</summary>
    public TimestampMatch? ToMatch(List<Token> tokens, TimestampRole role)
    {
        if (!Date.IsPossible)
        {
            return null;
        }

        var match = new TimestampMatch(new TextRange(tokens[Start].Start, tokens[End - 1].End), Date.Year, Date.Month, Date.Day)
        {
            Time = Clock?.Time,
            Offset = Clock?.Offset,
            Zone = Clock?.Zone,
            Role = role,
            Weekday = Weekday == 0 ? null : (DayOfWeek)(Weekday % 7),
            OrderUnsettled = Date.OrderUnsettled,
            Pattern = Date.Pattern,
        };
        return SettledByWeekday(match).WithNamedZone();
    }

    private static TimestampMatch SettledByWeekday(TimestampMatch match)
    {
        if (match is not { OrderUnsettled: true, Weekday: { } weekday, Date: { } date })
        {
            return match;
        }

        var swapped = match.Swapped();
        return (date.DayOfWeek == weekday, swapped.Date!.Value.DayOfWeek == weekday) switch
        {
            (true, false) => match with { OrderUnsettled = false },
            (false, true) => swapped with { OrderUnsettled = false },
            _ => match,
        };
    }
}
