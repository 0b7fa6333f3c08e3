using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// The trail from the site's home to this page: <c>Home &gt; News &gt; Region</c>, in one block, or a step a line with
/// the separators between.
/// </summary>
internal sealed class BreadcrumbRule(Lexicon lexicon) : ChromeRule
{
    private const int MaxStepWords = 14;
    private const int MaxWords = 40;
    private const int MaxSteps = 16;

    private readonly GroupSet _home = lexicon.Groups("start.home");

    public override RuleDescription Description { get; } = new(
        "navigation.breadcrumb",
        [Kind.Navigation],
        lexicon.LanguagesOf("start.home"),
        "The trail from the site's home to the page: steps with '>', '»', '›' or '/' between, the first of them 'Home' or the like.");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            // The trail opens with the word for home, so the block does.
            if (!page.Facts[i].Hits.AtStart.Overlaps(_home) || !page.IsOpen(i) || i == page.Title || page.Blocks[i].Form is BlockForm.TableRow or BlockForm.Code || page.Facts[i].Words > MaxWords)
            {
                continue;
            }

            var text = page.Blocks[i].Text;
            var separator = text.AsSpan().IndexOfAny(Separators);
            if (separator > 0 && !page.Facts[i].EndsSentence && IsHome(page, text.AsSpan(0, separator)))
            {
                page.Decide(i, Kind.Navigation, Id, 0.9, page.Phrase(i, _home), "mark:" + text[separator]);
            }
            else if (separator < 0 && IsHome(page, text))
            {
                DecideSteps(page, i);
            }
        }
    }

    private static ReadOnlySpan<char> Separators => ">\u00BB\u203A/\u2192\u25B8\u25BA\u276F\uFF1E";

    private bool IsHome(ChromePage page, ReadOnlySpan<char> text) => page.Lexicon.Cover(text, _home) is { IsWhole: true, Numbers: 0 };

    private void DecideSteps(ChromePage page, int home)
    {
        var end = home + 1;
        while (end < page.Count && end - home <= MaxSteps && IsStep(page, end, isAfterSeparator: end > home + 1 && IsSeparator(page, end - 1)))
        {
            end++;
        }

        if (end == home + 1)
        {
            return;
        }

        for (var i = home; i < end; i++)
        {
            page.Decide(i, Kind.Navigation, Id, 0.9, page.Phrase(home, _home), "mark:lines");
        }
    }

    private static bool IsStep(ChromePage page, int block, bool isAfterSeparator) =>
        block != page.Title && page.Facts[block].Words <= MaxStepWords && !page.Facts[block].EndsSentence
        && (isAfterSeparator || Separators.Contains(page.Blocks[block].Text[0]));

    private static bool IsSeparator(ChromePage page, int block) => page.Blocks[block].Text.Length <= 2 && Separators.Contains(page.Blocks[block].Text[0]);
}
