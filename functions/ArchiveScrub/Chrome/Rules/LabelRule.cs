using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// A block that is made of labels and nothing else: <c>Log in</c>, <c>Accept all</c>, glued ones like <c>YesNo</c>
/// too. A label whose words may as well head a section is left alone between two paragraphs.
/// </summary>
internal sealed class LabelRule : ChromeRule
{
    private const int MaxHeadingWords = 3;

    private readonly int _group;
    private readonly Kind _kind;
    private readonly bool _mayBeHeading;

    /// <summary>Creates the rule for one group of labels.</summary>
    /// <param name="lexicon">The words.</param>
    /// <param name="id">Id of the rule.</param>
    /// <param name="group">The group, without <c>label.</c>.</param>
    /// <param name="kind">The kind that it gives.</param>
    /// <param name="mayBeHeading">Whether words of the group also head sections of real articles.</param>
    /// <param name="description">What it recognises.</param>
    public LabelRule(Lexicon lexicon, string id, string group, Kind kind, bool mayBeHeading, string description)
    {
        _group = lexicon.Group("label." + group);
        _kind = kind;
        _mayBeHeading = mayBeHeading;
        Description = new RuleDescription(id, [kind], lexicon.LanguagesOf("label." + group), description);
    }

    public override RuleDescription Description { get; }

    public override void Apply(ChromePage page)
    {
        if (!page.Labels.Has(_group))
        {
            return;
        }

        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var hits = ref page.Facts[i];
            if (!page.IsOpen(i) || !hits.Hits.IsAllLabels || hits.Hits.MainLabel != _group || i == page.Title)
            {
                continue;
            }

            if (StandsInBody(page, i))
            {
                continue;
            }

            if (page[i] is { Kind: Kind.Share or Kind.Comment or Kind.Promo or Kind.Donation or Kind.Consent or Kind.Account or Kind.Advert or Kind.MediaControl or Kind.Search })
            {
                page.Confirm(i, Id); // 'Email' in a share bar: the markup around a lone label says more of its kind
                continue;
            }

            page.Decide(i, _kind, Id, 0.9, page.Phrase(i, GroupSet.Of(_group)));
        }
    }

    private bool StandsInBody(ChromePage page, int block)
    {
        var form = page.Blocks[block].Form;
        if (form is BlockForm.TableRow or BlockForm.Code)
        {
            return true;
        }

        if (!page.Body.IsInside(block) || page.Facts[block].LinkShare > 0.8)
        {
            return false;
        }

        var followsProse = block > 0 && page.Facts[block - 1].IsProse && !page.IsRemoved(block - 1);
        var leadsProse = block + 1 < page.Count && page.Facts[block + 1].IsProse && !page.IsRemoved(block + 1);
        return ((_mayBeHeading && page.Facts[block].Words <= MaxHeadingWords) || form == BlockForm.Heading) && leadsProse && (followsProse || form == BlockForm.Heading);
    }
}
