namespace ArchiveScrub.Timestamps;

/// <summary>Where a clock of some shape may stand without being taken for something else.</summary>
internal enum ClockPlace
{
    /// <summary>Anywhere.</summary>
    Any,

    /// <summary>Only after a date: <c>19.2.2020 16.20</c>.</summary>
    AfterDate,

    /// <summary>Only after the T of ISO 8601.</summary>
    AfterT,
}
