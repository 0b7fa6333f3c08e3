using System.Globalization;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>A full date that a page gives somewhere, in the order in which sources are believed.</summary>
/// <param name="Match">The date.</param>
/// <param name="Source">See <see cref="DatelineEvidence.Source"/>.</param>
/// <param name="Rule">What recognised it.</param>
/// <param name="Weight">0 to 1: how sure it is that this is the page's own date.</param>
/// <param name="Block">Index of the block it stands in.</param>
internal sealed record DateEvidence(TimestampMatch Match, string Source, string Rule, double Weight, int? Block = null)
{
    /// <summary>Whether it says when the page was changed, not when it was first published.</summary>
    public bool IsUpdate => Match.Role == TimestampRole.Updated;

    /// <summary>ISO 8601 to the precision that is stated.</summary>
    public string Iso
    {
        get
        {
            var day = Match.Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"--{Match.Month:00}-{Match.Day:00}");
            return Match.Time is { } time ? $"{day}T{Dateline.Iso(time)}{(Match.Offset is { } offset ? Dateline.Iso(offset) : "")}" : day;
        }
    }

    /// <summary>For the manifest. What a <c>time</c> element's attribute says has no place in the block's text.</summary>
    public DatelineEvidence Record(bool used) =>
        new(IsUpdate ? "updated" : "date", Source, Iso, Block, Block is null || Source == "time-element" ? null : Match.Range, Rule, used);
}
