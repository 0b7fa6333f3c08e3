namespace ArchiveScrub.Timestamps;

/// <summary>A date, with the time of day that belongs to it, as it stands in a text. It is possible: there is such a day.</summary>
/// <param name="Range">From its first to its last character, in UTF-16 units; the word that gives its role is outside.</param>
/// <param name="Year">Null where the text does not say.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
internal sealed record TimestampMatch(TextRange Range, int? Year, int Month, int Day)
{
    /// <summary>Wall-clock time.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Offset of that time from UTC; null where nothing is said, or an abbreviation means several.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>The zone as printed.</summary>
    public string? Zone { get; init; }

    /// <summary>What the words before it say it to be.</summary>
    public TimestampRole Role { get; init; }

    /// <summary>The weekday that is printed beside it, whether or not it fits.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Whether day and month may stand the other way round as well; <see cref="Swapped"/> is that reading.</summary>
    public bool OrderUnsettled { get; init; }

    /// <summary>Name of the pattern that found the date.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The day, where the year is stated.</summary>
    public DateOnly? Date => Year is { } year ? new DateOnly(year, Month, Day) : null;

    /// <summary>The same with day and month the other way round.</summary>
    public TimestampMatch Swapped() => (this with { Month = Day, Day = Month }).WithNamedZone();

    /// <summary>The same with the offset that its named zone has on that day.</summary>
    public TimestampMatch WithNamedZone() =>
        Zone is { } zone && !zone.AsSpan().ContainsAnyInRange('0', '9') && Time is { } time && Date is { } date
            ? this with { Offset = Zones.Default.Offset(ZoneReader.NameOf(zone), date.ToDateTime(time)) }
            : this;
}
