using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>A paragraph of its own that is one link from end to end, between the paragraphs of a report: a teaser of another page.</summary>
internal sealed class LinkLineRule : ChromeRule
{
    private const int MinWords = 5;
    private const int MaxWords = 30;
    private const double MinShare = 0.95;

    public override RuleDescription Description { get; } = new(
        "related.link",
        [Kind.Related],
        [],
        "A paragraph inside a report that is one link from end to end.");

    public override void Apply(ChromePage page)
    {
        if (page.Page.Format != PageFormat.Html || !ReportLook.Of(page))
        {
            return;
        }

        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            if (page.IsOpen(i) && i != page.Title && page.Body.IsInside(i) && facts.Words is >= MinWords and <= MaxWords && facts.LinkShare >= MinShare
                && page.Blocks[i].Form is BlockForm.Paragraph or BlockForm.Line && page.Blocks[i].LinkCount == 1)
            {
                page.Decide(i, Kind.Related, Id, 0.8, "link:all");
            }
        }
    }
}
