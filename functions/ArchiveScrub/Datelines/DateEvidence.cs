using System.Globalization;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>A full date that a page gives somewhere, with what speaks for and against its being the page's own.</summary>
/// <param name="Match">The date.</param>
/// <param name="Source">See <see cref="DatelineEvidence.Source"/>.</param>
/// <param name="Rule">What recognised it.</param>
/// <param name="Block">Index of the block it stands in.</param>
internal sealed record DateEvidence(TimestampMatch Match, string Source, string Rule, int? Block = null)
{
    /// <summary>What speaks for and against it, as <c>signals.tsv</c> calls it.</summary>
    public IReadOnlyList<string> Signals { get; init; } = [];

    /// <summary>The sum of the points of <see cref="Signals"/>; a page is left undated where none is above 0.</summary>
    public double Points { get; init; }

    /// <summary>0 to 1: how sure it is that this is the page's own date.</summary>
    public double Weight => 1 / (1 + Math.Exp(-Points));

    /// <summary>Whether it says when the page was changed, not when it was first published.</summary>
    public bool IsUpdate => Match.Role == TimestampRole.Updated;

    /// <summary>Whether the page shows it to its readers.</summary>
    public bool IsShown => Source is "timestamp" or "time-element";

    /// <summary>ISO 8601 to the precision that is stated.</summary>
    public string Iso
    {
        get
        {
            var day = Match.Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"--{Match.Month:00}-{Match.Day:00}");
            return Match.Time is { } time ? $"{day}T{Dateline.Iso(time)}{(Match.Offset is { } offset ? Dateline.Iso(offset) : "")}" : day;
        }
    }

    /// <summary>For the manifest.</summary>
    /// <param name="used">Whether the dateline has something from it.</param>
    /// <param name="day">The day that the dateline has.</param>
    public DatelineEvidence Record(bool used, DateOnly? day) =>
        new(IsUpdate ? "updated" : "date", Source, Iso, Block, Block is null || Source == "time-element" ? null : Match.Range, Rule, used)
        {
            Conflicts = !IsUpdate && day is { } chosen && !Agrees(chosen),
            Weight = Weight,
        };

    // The same moment may be of another day where another clock is meant.
    private bool Agrees(DateOnly day) => Match.Date is { } own && Math.Abs(own.DayNumber - day.DayNumber) <= (Match.Offset is null ? 0 : 1);
}
