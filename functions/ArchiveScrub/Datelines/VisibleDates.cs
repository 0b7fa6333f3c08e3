using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Credits;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>Finds the timestamps that a page shows near its title, or else just after its body.</summary>
internal static class VisibleDates
{
    private const int BlocksBeforeTitle = 12;
    private const int BlocksIntoBody = 12;
    private const int BlocksAfterBody = 6;
    private const int MaxWords = 40;
    private const int MaxWeakWords = 14;
    private const double MinShare = 0.3;

    // Ranks by place: between title and body, in the body's first blocks, before the title, after the body, far before.
    private const int IntoBody = 40;
    private const int BeforeTitle = 100;
    private const int AfterBody = 200;
    private const int FarBefore = 1000;
    private const int Element = 300;
    private const int Update = 400;
    private const int Weak = 50;
    private const int Published = -10;

    /// <summary>The dates, the likeliest date of the page first.</summary>
    public static List<DateEvidence> Find(SegmentedPage page, IReadOnlyList<Verdict> verdicts, Body body)
    {
        var found = new List<(int Rank, DateEvidence Evidence)>();
        for (var i = 0; i < Math.Min(body.End + BlocksAfterBody, page.Blocks.Count); i++)
        {
            var rank = Rank(i, body);
            if (rank >= 0)
            {
                Read(page.Blocks[i], verdicts[i].Kind, rank, found);
            }
        }

        // one date alone far before what was taken for the title may be the page's; several are a list of other pages
        if (found.Count(f => f.Rank >= FarBefore) > 1)
        {
            found.RemoveAll(f => f.Rank >= FarBefore);
        }

        // stable: blocks of the same rank stay in document order
        return [.. found.OrderBy(f => f.Rank).Select(f => f.Evidence)];
    }

    private static int Rank(int i, Body body) =>
        i < body.Title - BlocksBeforeTitle ? FarBefore + (body.Title - i)
        : i <= body.Title ? BeforeTitle + (body.Title - i)
        : i < body.Start ? 0
        : i < Math.Min(body.Start + BlocksIntoBody, body.End) ? IntoBody
        : i < body.End ? -1
        : AfterBody + (i - body.End);

    private static void Read(Block block, Kind kind, int place, List<(int Rank, DateEvidence Evidence)> found)
    {
        if (block.WordCount > MaxWords || !MayDate(kind))
        {
            return;
        }

        var isLine = TimestampParser.Default.IsTimestampLine(block.Text);
        if (isLine || place < IntoBody || (place < FarBefore && !IsBodyKind(kind)))
        {
            var isByline = !isLine && (kind == Kind.Byline || BylineParser.Default.IsByline(block.Text));
            foreach (var match in TimestampParser.Default.FindAll(block.Text))
            {
                var strong = isLine || isByline || kind is Kind.Timestamp or Kind.Dateline || match.Role != TimestampRole.None;
                if (match.Date is null || (!strong && !MayBeWeak(block, kind, place, match)) || (kind == Kind.Caption && match.Role == TimestampRole.None))
                {
                    continue;
                }

                var rank = place + (match.Role == TimestampRole.Updated ? Update : 0) + (strong ? 0 : Weak) + (match.Role == TimestampRole.Published ? Published : 0);
                found.Add((rank, new DateEvidence(match, "timestamp", match.Pattern, Weight(place, strong), block.Index)));
            }
        }

        if (place < FarBefore && block.DateTimeAttribute is { } attribute && TimestampParser.Default.FindAll(attribute) is [{ Date: not null } stated, ..])
        {
            found.Add((place + Element, new DateEvidence(stated, "time-element", "datetime", place < IntoBody ? 0.88 : 0.72, block.Index)));
        }
    }

    // A short line after the title that says little else, "Jane Doe May 3, 2020 · 4 comments", or one that begins with day and clock.
    private static bool MayBeWeak(Block block, Kind kind, int place, TimestampMatch match) =>
        place < IntoBody && kind != Kind.Title && (block.WordCount <= MaxWeakWords || match is { Range.Start: 0, Time: not null })
        && (kind is not (Kind.Subtitle or Kind.Heading) || match.Range.Length >= MinShare * block.Text.Length);

    private static double Weight(int place, bool strong) => (place, strong) switch
    {
        (_, false) => 0.6,
        ( < IntoBody, _) => 0.9,
        ( < BeforeTitle, _) => 0.75,
        ( < AfterBody, _) => 0.78,
        ( < FarBefore, _) => 0.7,
        _ => 0.5,
    };

    private static bool IsBodyKind(Kind kind) => Body.IsBody(kind) || kind is Kind.Title or Kind.Subtitle;

    private static bool MayDate(Kind kind) => kind is not (Kind.Related or Kind.Advert or Kind.Comment or Kind.CommentPolicy or Kind.Legal
        or Kind.Consent or Kind.Promo or Kind.Donation or Kind.Code or Kind.Quote or Kind.IconLabel or Kind.Duplicate);
}
