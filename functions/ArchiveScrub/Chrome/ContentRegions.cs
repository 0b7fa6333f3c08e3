using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome;

/// <summary>
/// Where the content is: in HTML the element whose blocks, weighed by prose against chrome, sum up highest; in a text
/// capture the heaviest stretch of prose and those nearly as heavy.
/// </summary>
internal static class ContentRegions
{
    private const double MinStretchShare = 0.25;

    /// <summary>Half-open ranges of blocks, ascending; empty where the page has no content.</summary>
    public static IReadOnlyList<TextRange> Find(ChromePage page) =>
        page.Page.Format == PageFormat.Html ? OfElements(page) : OfStretches(page);

    private static List<TextRange> OfStretches(ChromePage page)
    {
        var regions = new List<TextRange>();
        foreach (var stretch in page.Body.Stretches)
        {
            if (stretch.Words >= MinStretchShare * page.Body.Main.Words)
            {
                regions.Add(new TextRange(stretch.First, stretch.Last + 1));
            }
        }

        return regions;
    }

    private static List<TextRange> OfElements(ChromePage page)
    {
        var sums = new double[page.Count + 1];
        for (var i = 0; i < page.Count; i++)
        {
            sums[i + 1] = sums[i] + Weight(page, i);
        }

        var best = new TextRange(0, page.Count);
        var bestSum = sums[^1];
        foreach (var element in page.Page.Elements)
        {
            var sum = sums[element.BlockEnd] - sums[element.BlockStart];
            if (sum > bestSum || (sum >= bestSum && element.BlockEnd - element.BlockStart <= best.Length))
            {
                best = new TextRange(element.BlockStart, element.BlockEnd);
                bestSum = sum;
            }
        }

        return bestSum > 0 ? [best] : [];
    }

    private static double Weight(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        if (page.IsRemoved(block))
        {
            return -1 - Math.Min(facts.Words, 10);
        }

        if (facts.IsProse)
        {
            return facts.Words * (1 - facts.LinkShare);
        }

        if (facts.LinkShare > 0.5)
        {
            return -1 - facts.Words;
        }

        return page.Blocks[block].Form switch
        {
            BlockForm.Heading or BlockForm.TableRow or BlockForm.ListItem or BlockForm.Quote => facts.Words * 0.5,
            BlockForm.Code => Math.Max(2, facts.Words),
            _ => -1.5,
        };
    }
}
