using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>A dateline before a report, as read from the head of a text. Ranges are UTF-16 units of that text.</summary>
/// <param name="Pattern">Name of the pattern.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Length">How much of the text it is, with the separator and blanks after it.</param>
internal sealed record PrefixReading(string Pattern, double Confidence, int Length)
{
    /// <summary>The place.</summary>
    public TextRange? Place { get; init; }

    /// <summary>The agency or agencies.</summary>
    public TextRange? Agency { get; init; }

    /// <summary>The date with its stop.</summary>
    public TextRange? Date { get; init; }

    /// <summary>Names of reporters.</summary>
    public TextRange? Names { get; init; }

    /// <summary>Whether it proves so little that it counts on a page with a date only.</summary>
    public bool NeedsDate { get; init; }

    /// <summary>The time of day after the date.</summary>
    public ClockReading? Time { get; init; }

    /// <summary>The date as read; it may be impossible, or without a year.</summary>
    public DateReading? Reading { get; init; }
}
