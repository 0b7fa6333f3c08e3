using System.Globalization;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// A heading such as <c>Related</c>, <c>Most read</c> or <c>Tags</c> with the list under it: teasers (headlines and
/// links, no prose) up to the next prose or the next label.
/// </summary>
internal sealed class RelatedSectionRule(Lexicon lexicon) : ChromeRule
{
    private const int MaxItems = 60;
    private const int MaxTeaserWords = 30;
    private const int MaxHeadingWords = 8;

    private readonly GroupSet _heading = lexicon.Groups("label.related", "label.tags");
    private readonly int _tags = lexicon.Group("label.tags");
    private readonly GroupSet _labels = lexicon.Groups("label.related");

    public override RuleDescription Description { get; } = new(
        "related.section",
        [Kind.Related],
        lexicon.LanguagesOf("label.related"),
        "A heading such as 'Related', 'Most read' or 'Tags' with the teasers under it.");

    public override bool IsCertain => false;

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (!page.IsOpen(i) || i == page.Title || !IsHeading(page, i))
            {
                continue;
            }

            var end = i + 1;
            while (end < page.Count && end - i <= MaxItems && IsTeaser(page, end))
            {
                end++;
            }

            // Inside the body a lone label may be a heading of the report; with teasers under it, it is not.
            if (end == i + 1 && page.Body.IsInside(i) && !page.Facts[i].Hits.Labels.Overlaps(_labels))
            {
                continue;
            }

            var evidence = "teasers:" + (end - i - 1).ToString(CultureInfo.InvariantCulture);
            for (var b = i; b < end; b++)
            {
                page.Decide(b, Kind.Related, Id, b == i ? 0.95 : 0.85, page.Phrase(i, _heading), evidence);
            }

            i = end - 1;
        }
    }

    private bool IsHeading(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        if (facts.Words > MaxHeadingWords || page.Blocks[block].Form is BlockForm.TableRow or BlockForm.Code || facts.EndsSentence)
        {
            return false;
        }

        if (facts.Hits.IsAllLabels)
        {
            return facts.Hits.Labels.Overlaps(_heading) && (facts.Hits.MainLabel < 0 || _heading.Has(facts.Hits.MainLabel) || facts.Hits.Labels.Overlaps(_labels));
        }

        return facts.Hits.AtStart.Overlaps(_labels) && page.Blocks[block].Text.TrimEnd().EndsWith(':') && facts.Words > 1;
    }

    private bool IsTeaser(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        if (!page.IsOpen(block) || block == page.Title || page.Blocks[block].Form is BlockForm.TableRow or BlockForm.Code)
        {
            return false;
        }

        if (facts.LinkShare > 0.5)
        {
            return true;
        }

        if (page.Blocks[block].Form == BlockForm.Heading && page.Body.IsInside(block))
        {
            return false;
        }

        var isHeadline = !facts.EndsSentence || (facts.CapitalisedWords >= 0.6 * facts.Words && facts.Sentences <= 1);
        return facts.Words <= MaxTeaserWords && isHeadline && !facts.Hits.Labels.Has(_tags) && facts.Words > 0 && !IsSubheading(page, block);
    }

    /// <summary>A short line inside the body that is followed by prose heads the next section, not this list.</summary>
    private static bool IsSubheading(ChromePage page, int block) =>
        page.Body.IsInside(block) && block + 1 < page.Count && page.Facts[block + 1].IsProse && page.Facts[block].Words <= 8;
}
