using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// A sentence or two of chrome, known by how it opens and what it names: <c>Subscribe to … newsletter</c>,
/// <c>Follow us on …</c>, <c>All rights reserved</c>. One class, many rules: what each wants is data.
/// </summary>
internal sealed class PromptRule : ChromeRule
{
    private readonly GroupSet _opening;
    private readonly GroupSet _naming;
    private readonly GroupSet _inside;
    private readonly int _report;
    private readonly PromptShape _shape;

    public PromptRule(Lexicon lexicon, string id, Kind kind, PromptShape shape, string description)
    {
        _shape = shape;
        _opening = lexicon.Groups(shape.Opening);
        _naming = lexicon.Groups(shape.Naming);
        _inside = lexicon.Groups(shape.Inside);
        _report = lexicon.Group("report.verb");
        Kind = kind;
        var languages = shape.Opening.Concat(shape.Naming).SelectMany(lexicon.LanguagesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Description = new RuleDescription(id, [kind], [.. languages], description);
    }

    public override RuleDescription Description { get; }

    private Kind Kind { get; }

    /// <summary>Whether a block reads like the prompt, wherever it stands.</summary>
    public bool IsSuspect(in BlockFacts facts)
    {
        if (facts.Words > _shape.MaxWords || facts.Hits.Any.Has(_report))
        {
            return false;
        }

        var opens = _opening.IsEmpty || (_shape.OpensBlock ? facts.Hits.AtStart : facts.Hits.AtSentence).Overlaps(_opening);
        return opens && (_naming.IsEmpty || facts.Hits.Any.Overlaps(_naming));
    }

    public override void Apply(ChromePage page)
    {
        if (!(_opening.IsEmpty || page.Found.Overlaps(_opening)) || !(_naming.IsEmpty || page.Found.Overlaps(_naming)))
        {
            return;
        }

        for (var i = 0; i < page.Count; i++)
        {
            if (!page.IsOpen(i) || i == page.Title || !IsSuspect(page.Facts[i]) || (page.Body.IsInside(i) && !MayStandInside(page.Facts[i])))
            {
                continue;
            }

            var evidence = _opening.IsEmpty || _naming.IsEmpty
                ? new[] { page.Phrase(i, _opening | _naming) }
                : [page.Phrase(i, _opening), page.Phrase(i, _naming)];
            page.Decide(i, Kind, Id, 0.85, evidence);
        }
    }

    private bool MayStandInside(in BlockFacts facts) =>
        _shape.InsideBody || (_opening.IsEmpty ? facts.Hits.Any : facts.Hits.AtStart).Overlaps(_inside);
}
