namespace ArchiveScrub.Timestamps;

/// <summary>What a word may be in a date or time, besides a month or a weekday. A word may be several of these.</summary>
[Flags]
internal enum WordClass
{
    /// <summary>Nothing that is known.</summary>
    None = 0,

    /// <summary>Says that first publication follows.</summary>
    Published = 1 << 0,

    /// <summary>Says that a later change follows.</summary>
    Updated = 1 << 1,

    /// <summary>Before noon.</summary>
    Am = 1 << 2,

    /// <summary>After noon.</summary>
    Pm = 1 << 3,

    /// <summary>Stands after an hour.</summary>
    Hour = 1 << 4,

    /// <summary>Stands after minutes.</summary>
    Minute = 1 << 5,

    /// <summary>Stands before a time of day.</summary>
    Intro = 1 << 6,

    /// <summary>Joins the parts of a date.</summary>
    Of = 1 << 7,

    /// <summary>Ending of an ordinal number.</summary>
    Ordinal = 1 << 8,

    /// <summary>Stands after a year.</summary>
    YearMark = 1 << 9,

    /// <summary>Stands beside the number of a month.</summary>
    MonthMark = 1 << 10,

    /// <summary>Stands after the number of a day.</summary>
    DayMark = 1 << 11,

    /// <summary>The word "time" after the name of a clock.</summary>
    Time = 1 << 12,

    /// <summary>"Local".</summary>
    Local = 1 << 13,

    /// <summary>A unit of time in a duration.</summary>
    Unit = 1 << 14,

    /// <summary>Turns a duration into a relative time.</summary>
    Ago = 1 << 15,

    /// <summary>May stand in a line that is a timestamp and nothing else.</summary>
    Filler = 1 << 16,

    /// <summary>The name of an era, before the year in it: 令和, 民國.</summary>
    Era = 1 << 17,
}
