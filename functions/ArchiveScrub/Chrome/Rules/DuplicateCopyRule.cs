using System.Globalization;
using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// A second copy of kept paragraphs, with the kept blocks around it that stand around the first, too: pages print an
/// article once for each width of screen, or a question with its answer twice. It looks at what is kept, after all else,
/// so that never both copies go.
/// </summary>
internal sealed class DuplicateCopyRule : ChromeRule
{
    /// <summary>Shorter blocks come back by chance; they are copies only beside one that is.</summary>
    private const int MinWords = 12;

    /// <summary>A report may say one thing twice; a copy of the page's making has more than one paragraph, or stands beside the original.</summary>
    private const int MinParagraphs = 2;
    private const int Beside = 2;

    public override RuleDescription Description { get; } = new(
        "duplicate.copy",
        [Kind.Duplicate],
        [],
        "A second copy of kept paragraphs in a row, or of one beside it, and the lines around that stand around the first copy, too. Not in tables and code.");

    public override void Apply(ChromePage page)
    {
        var kept = Kept(page);
        var first = new Dictionary<ulong, int>();
        for (var at = 0; at < kept.Length; at++)
        {
            if (!IsParagraph(page, kept[at]) || first.TryAdd(page.Facts[kept[at]].Fingerprint, at))
            {
                continue;
            }

            var (start, end) = Run(page, kept, first[page.Facts[kept[at]].Fingerprint], at);
            var paragraphs = 0;
            foreach (var block in kept.AsSpan(start, end - start))
            {
                paragraphs += IsParagraph(page, block) ? 1 : 0;
            }

            if (paragraphs >= MinParagraphs || at - first[page.Facts[kept[at]].Fingerprint] <= Beside)
            {
                foreach (var block in kept.AsSpan(start, end - start))
                {
                    page.Overrule(block, new Verdict(Kind.Duplicate, Id, 0.9, ["copies:" + (end - start).ToString(CultureInfo.InvariantCulture)]));
                }
            }

            at = end - 1;
        }
    }

    private static int[] Kept(ChromePage page)
    {
        var kept = new int[page.Count];
        var count = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            if (page.IsDecided(i) && !page.IsRemoved(i) && i != page.Title)
            {
                kept[count++] = i;
            }
        }

        return kept[..count];
    }

    /// <summary>The blocks around a copy, among those that are kept, that are like those around its original.</summary>
    private static (int Start, int End) Run(ChromePage page, int[] kept, int original, int copy)
    {
        var before = 0;
        while (original - before > 0 && copy - before - 1 > original && AreAlike(page, kept[original - before - 1], kept[copy - before - 1]))
        {
            before++;
        }

        var after = 1;
        while (copy + after < kept.Length && original + after < copy - before && AreAlike(page, kept[original + after], kept[copy + after]))
        {
            after++;
        }

        return (copy - before, copy + after);
    }

    private static bool IsParagraph(ChromePage page, int block) =>
        page.Facts[block].Words >= MinWords && page.Blocks[block].Form is not (BlockForm.TableRow or BlockForm.Code);

    private static bool AreAlike(ChromePage page, int left, int right) => page.Facts[left].Fingerprint == page.Facts[right].Fingerprint;
}
