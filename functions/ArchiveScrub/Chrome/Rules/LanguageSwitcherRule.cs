using System.Globalization;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// The switch between a site's languages: languages by their own names (<c>English Deutsch 中文</c>), in one block or a
/// block each. A list of languages in an article names them all in the article's language.
/// </summary>
internal sealed class LanguageSwitcherRule(Lexicon lexicon) : ChromeRule
{
    private const int MinNames = 3;

    private readonly GroupSet _names = lexicon.Groups("label.language");

    public override RuleDescription Description { get; } = new(
        "navigation.languages",
        [Kind.Navigation],
        lexicon.LanguagesOf("label.language"),
        "Three or more languages in a row, each by its own name.");

    public override void Apply(ChromePage page)
    {
        for (var start = 0; start < page.Count; start++)
        {
            var names = 0;
            var end = start;
            while (end < page.Count && Names(page, end) is > 0 and var count)
            {
                names += count;
                end++;
            }

            if (names >= MinNames)
            {
                for (var i = start; i < end; i++)
                {
                    page.Decide(i, Kind.Navigation, Id, 0.9, "names:" + names.ToString(CultureInfo.InvariantCulture));
                }
            }

            start = Math.Max(start, end - 1);
        }
    }

    private int Names(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        if (!page.IsOpen(block) || block == page.Title || !facts.Hits.IsAllLabels || !facts.Hits.Labels.Overlaps(_names))
        {
            return 0;
        }

        // Names that ran together are no phrases of the text as it stands: they count by their tokens.
        var cover = page.Lexicon.Cover(page.Blocks[block].Text, _names);
        return cover is { IsWhole: true, Matches: var matches } ? matches : facts.Hits.MainLabel >= 0 && _names.Has(facts.Hits.MainLabel) ? facts.Hits.LabelTokens : 0;
    }
}
