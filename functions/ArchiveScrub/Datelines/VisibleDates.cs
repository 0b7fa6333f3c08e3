using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>Collects the dates that a page shows in its short blocks, wherever they stand; <see cref="DateSignals"/> judges them.</summary>
internal static class VisibleDates
{
    private const int MaxWords = 40;
    private const int MaxDates = 400;

    /// <summary>The dates, in document order.</summary>
    public static List<DateEvidence> Find(SegmentedPage page, IReadOnlyList<Verdict> verdicts)
    {
        var found = new List<DateEvidence>();
        for (var i = 0; i < page.Blocks.Count && found.Count < MaxDates; i++)
        {
            var block = page.Blocks[i];
            if (block.WordCount > MaxWords || !MayDate(verdicts[i].Kind))
            {
                continue;
            }

            foreach (var match in TimestampParser.Default.FindAll(block.Text))
            {
                if (match.Date is not null)
                {
                    found.Add(new DateEvidence(match, "timestamp", match.Pattern, i));
                }
            }

            if (block.DateTimeAttribute is { } attribute && TimestampParser.Default.FindAll(attribute) is [{ Date: not null } stated, ..])
            {
                found.Add(new DateEvidence(stated, "time-element", "datetime", i));
            }
        }

        return found;
    }

    private static bool MayDate(Kind kind) => kind is not (Kind.CommentPolicy or Kind.Legal or Kind.Consent or Kind.Donation or Kind.Code or Kind.Quote or Kind.IconLabel or Kind.Advert);
}
