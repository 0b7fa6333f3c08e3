using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>Collects the dates that a page shows in its short blocks, wherever they stand; <see cref="DateSignals"/> judges them.</summary>
internal static class VisibleDates
{
    private const int MaxWords = 40;
    private const int MaxDates = 400;
    private const int MicrodataLevels = 2;

    /// <summary>The dates, in document order.</summary>
    public static List<DateEvidence> Find(SegmentedPage page, IReadOnlyList<Verdict> verdicts, Body body)
    {
        var found = new List<DateEvidence>();
        for (var i = 0; i < page.Blocks.Count && found.Count < MaxDates; i++)
        {
            var block = page.Blocks[i];
            if (block.WordCount > MaxWords || !MayDate(verdicts[i].Kind) || IsCopyright(block.Text, verdicts[i].Kind))
            {
                continue;
            }

            foreach (var match in TimestampParser.Default.FindAll(block.Text))
            {
                // a removed teaser's date is the teaser's, unless it says to be of publication
                if (match.Date is not null && (verdicts[i].Kind != Kind.Related || i < body.Start || match.Role != TimestampRole.None))
                {
                    found.Add(new DateEvidence(match.Role == TimestampRole.None ? match with { Role = Microdata(block) } : match, "timestamp", match.Pattern, i));
                }
            }

            if (block.DateTimeAttribute is { } attribute && TimestampParser.Default.FindAll(attribute) is [{ Date: not null } stated, ..])
            {
                found.Add(new DateEvidence(stated with { Role = Microdata(block) }, "time-element", "datetime", i));
            }
        }

        return found;
    }

    // What microdata of the elements around a block calls it (schema.org).
    private static TimestampRole Microdata(Block block)
    {
        var level = 0;
        for (var element = block.Parent; element is not null && level < MicrodataLevels; element = element.Parent, level++)
        {
            if (element.ItemProp.Length > 0)
            {
                return element.ItemProp.Contains("dateModified", StringComparison.OrdinalIgnoreCase) ? TimestampRole.Updated
                    : element.ItemProp.Contains("datePublished", StringComparison.OrdinalIgnoreCase) ? TimestampRole.Published : TimestampRole.None;
            }
        }

        return TimestampRole.None;
    }

    private static bool MayDate(Kind kind) => kind is not (Kind.CommentPolicy or Kind.Consent or Kind.Donation or Kind.Code or Kind.Quote or Kind.IconLabel or Kind.Caption);

    private static bool IsCopyright(string text, Kind kind) =>
        kind == Kind.Legal && (text.Contains('\u00A9', StringComparison.Ordinal) || text.Contains("(c)", StringComparison.OrdinalIgnoreCase) || text.Contains("copyright", StringComparison.OrdinalIgnoreCase));
}
