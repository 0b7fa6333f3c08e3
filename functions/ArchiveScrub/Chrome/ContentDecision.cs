using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome;

/// <summary>
/// Decides what the rules left open: what stands in a region of content is kept as what it looks like, the rest goes.
/// Context counts: a short line between two paragraphs is a heading, in a run of short lines it is a menu.
/// </summary>
internal static class ContentDecision
{
    /// <summary>More short lines than this in a row are a list of something else.</summary>
    private const int MaxShortRun = 4;

    private const int MaxSubtitleWords = 45;
    private const int MaxHeadingWords = 14;

    public static RuleDescription Kept { get; } = new(
        "content.region",
        [Kind.Title, Kind.Subtitle, Kind.Heading, Kind.Paragraph, Kind.ListItem, Kind.TableRow, Kind.Quote, Kind.Code],
        [],
        "Kept: stands in the page's content, and no rule says that it is chrome.");

    public static RuleDescription Outside { get; } = new(
        "context.outside-content",
        [Kind.Navigation, Kind.OtherChrome],
        [],
        "Stands outside the page's content.");

    public static RuleDescription ShortRun { get; } = new(
        "context.short-run",
        [Kind.Navigation],
        [],
        "Stands inside the content in a run of short lines or links that no prose holds together.");

    public static void Apply(ChromePage page)
    {
        if (page.Title >= 0)
        {
            page.Decide(page.Title, Kind.Title, Kept.Id, 0.9);
        }

        foreach (var region in ContentRegions.Find(page))
        {
            DecideSubtitle(page, region);
            DecideRegion(page, region);
        }

        for (var i = 0; i < page.Count; i++)
        {
            if (!page.IsDecided(i))
            {
                page.Decide(i, page.Facts[i].LinkShare > 0.5 || page.Facts[i].IsShort ? Kind.Navigation : Kind.OtherChrome, Outside.Id, page.Facts[i].IsProse ? 0.6 : 0.8);
            }
        }
    }

    /// <summary>The line right under the headline that is longer than a label and reads as a summary.</summary>
    private static void DecideSubtitle(ChromePage page, TextRange region)
    {
        if (page.Title < 0 || page.Title >= region.End)
        {
            return;
        }

        for (var i = page.Title + 1; i < page.Count && i <= page.Title + 3; i++)
        {
            if (page.IsDecided(i))
            {
                continue;
            }

            ref readonly var facts = ref page.Facts[i];
            if (facts.Words is >= 5 and <= MaxSubtitleWords && facts.LinkShare < 0.3 && page.Blocks[i].Form is BlockForm.Line or BlockForm.Paragraph or BlockForm.Heading
                && (!facts.IsProse || i < region.Start || facts.Surroundings.HasAny(Surroundings.Heading)))
            {
                page.Decide(i, Kind.Subtitle, Kept.Id, 0.7, "place:under-headline");
            }

            return;
        }
    }

    private static void DecideRegion(ChromePage page, TextRange region)
    {
        for (var i = region.Start; i < region.End; i++)
        {
            if (!page.IsDecided(i) && IsSolid(page, i))
            {
                page.Decide(i, KindOf(page, i), Kept.Id, 0.8);
            }
        }

        for (var i = region.Start; i < region.End;)
        {
            if (page.IsDecided(i))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < region.End && !(page[end] is { IsKept: true }))
            {
                end++;
            }

            DecideRun(page, region, i, end);
            i = end;
        }
    }

    /// <summary>A run of short blocks (and removed ones) up to the next kept block.</summary>
    private static void DecideRun(ChromePage page, TextRange region, int start, int end)
    {
        var open = 0;
        for (var i = start; i < end; i++)
        {
            open += page.IsDecided(i) ? 0 : 1;
        }

        var leads = end < region.End;
        for (var i = start; i < end; i++)
        {
            if (page.IsDecided(i))
            {
                continue;
            }

            ref readonly var facts = ref page.Facts[i];
            var isHeading = page.Blocks[i].Form == BlockForm.Heading;
            var keep = facts.LinkShare < 0.5 && facts.Letters > 0 && leads && (isHeading || (open <= MaxShortRun && start > region.Start));
            if (keep)
            {
                page.Decide(i, KindOf(page, i), Kept.Id, 0.65, "place:between-prose");
            }
            else
            {
                page.Decide(i, Kind.Navigation, ShortRun.Id, 0.7);
            }
        }
    }

    /// <summary>Whether a block holds by itself.</summary>
    private static bool IsSolid(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        return facts.IsProse || page.Blocks[block].Form switch
        {
            BlockForm.Code or BlockForm.Quote => true,
            BlockForm.TableRow => facts.LinkShare < 0.6,
            BlockForm.ListItem => facts.LinkShare < 0.5 && facts.Words >= 2,
            _ => false,
        };
    }

    private static Kind KindOf(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        return page.Blocks[block].Form switch
        {
            BlockForm.Heading => Kind.Heading,
            BlockForm.ListItem => Kind.ListItem,
            BlockForm.TableRow => Kind.TableRow,
            BlockForm.Quote => Kind.Quote,
            BlockForm.Code => Kind.Code,
            _ => !facts.IsProse && !facts.EndsSentence && facts.Words <= MaxHeadingWords ? Kind.Heading : Kind.Paragraph,
        };
    }
}
