using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Credits;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>Finds the timestamps that a page shows near its title, or else just after its body.</summary>
internal static class VisibleDates
{
    private const int BlocksBeforeTitle = 12;
    private const int BlocksAfterBody = 6;
    private const int MaxWords = 40;
    private const int MaxWeakWords = 14;

    /// <summary>The dates, the likeliest date of the page first.</summary>
    public static List<DateEvidence> Find(SegmentedPage page, IReadOnlyList<Verdict> verdicts, Body body)
    {
        var found = new List<(int Rank, DateEvidence Evidence)>();
        var from = Math.Max(0, body.Title - BlocksBeforeTitle);
        for (var i = from; i < body.Start; i++)
        {
            Read(page.Blocks[i], verdicts[i].Kind, place: i > body.Title ? 0 : 100 + (body.Title - i), weakToo: i > body.Title, found);
        }

        for (var i = body.End; i < Math.Min(body.End + BlocksAfterBody, page.Blocks.Count); i++)
        {
            Read(page.Blocks[i], verdicts[i].Kind, place: 200 + (i - body.End), weakToo: false, found);
        }

        // stable: blocks of the same rank stay in document order
        return [.. found.OrderBy(f => f.Rank).Select(f => f.Evidence)];
    }

    private static void Read(Block block, Kind kind, int place, bool weakToo, List<(int Rank, DateEvidence Evidence)> found)
    {
        if (block.WordCount > MaxWords || !MayDate(kind))
        {
            return;
        }

        var isLine = TimestampParser.Default.IsTimestampLine(block.Text);
        if (!isLine && kind is Kind.Navigation or Kind.OtherChrome or Kind.Search or Kind.Account or Kind.Share or Kind.Counter or Kind.MediaControl)
        {
            return;
        }

        var isByline = kind == Kind.Byline || BylineParser.Default.IsByline(block.Text);
        foreach (var match in TimestampParser.Default.FindAll(block.Text))
        {
            if (match.Date is null)
            {
                continue;
            }

            var strong = isLine || isByline || kind is Kind.Timestamp or Kind.Dateline || match.Role != TimestampRole.None;
            if (!strong && !(weakToo && block.WordCount <= MaxWeakWords && kind is not (Kind.Title or Kind.Subtitle or Kind.Heading)))
            {
                continue;
            }

            var rank = place + (match.Role == TimestampRole.Updated ? 400 : 0) + (strong ? 0 : 50) - (match.Role == TimestampRole.Published ? 10 : 0);
            found.Add((rank, new DateEvidence(match, "timestamp", match.Pattern, strong ? (place < 100 ? 0.9 : 0.75) : 0.6, block.Index)));
        }

        if (block.DateTimeAttribute is { } attribute && TimestampParser.Default.FindAll(attribute) is [{ Date: not null } stated, ..])
        {
            found.Add((place + 300, new DateEvidence(stated, "time-element", "datetime", 0.8, block.Index)));
        }
    }

    private static bool MayDate(Kind kind) => kind is not (Kind.Caption or Kind.Related or Kind.Advert or Kind.Comment or Kind.CommentPolicy or Kind.Legal
        or Kind.Consent or Kind.Promo or Kind.Donation or Kind.Code or Kind.Quote or Kind.IconLabel or Kind.Duplicate);
}
