using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// Cookie and privacy notices: a site speaks to its reader (<c>we</c>, <c>your</c>) of cookies or personal data and
/// asks for something (<c>click</c>, <c>accept</c>, <c>by continuing</c>). An article about such things does not.
/// </summary>
internal sealed class ConsentRule(Lexicon lexicon) : ChromeRule
{
    private const int MaxWords = 160;

    private readonly int _object = lexicon.Group("consent.object");
    private readonly int _act = lexicon.Group("consent.act");
    private readonly int _party = lexicon.Group("consent.party");
    private readonly int _report = lexicon.Group("report.verb");
    private readonly GroupSet _all = lexicon.Groups("consent.object", "consent.act", "consent.party");

    public override RuleDescription Description { get; } = new(
        "consent.notice",
        [Kind.Consent],
        lexicon.LanguagesOf("consent.object"),
        "A notice in which the site tells its reader of cookies or personal data and asks for consent or a choice; not inside the body.");

    /// <summary>Whether a block reads like a notice, wherever it stands.</summary>
    public bool IsSuspect(in BlockFacts facts)
    {
        var any = facts.Hits.Any;
        return facts.Words <= MaxWords && any.Has(_object) && (any.Has(_act) || any.Has(_party)) && !any.Has(_report);
    }

    public override void Apply(ChromePage page)
    {
        if (!page.Found.Has(_object))
        {
            return;
        }

        for (var i = 0; i < page.Count; i++)
        {
            if (!page.IsOpen(i) || i == page.Title || page.Body.IsInside(i) || !IsSuspect(page.Facts[i]))
            {
                continue;
            }

            var kinds = page.Facts[i].Hits.Any.CountOf(_all);
            page.Decide(i, Kind.Consent, Id, kinds == 3 ? 0.95 : 0.8, page.Phrase(i, GroupSet.Of(_object)), page.Phrase(i, GroupSet.Of(_act) | GroupSet.Of(_party)));
        }
    }
}
