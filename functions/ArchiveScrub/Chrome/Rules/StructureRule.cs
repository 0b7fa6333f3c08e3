using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// What the page's own markup calls a block: a menu, a footer, a share bar, a dialog. One class, many rules. A name
/// that would take most of the page's prose away is not believed.
/// </summary>
internal sealed class StructureRule : ChromeRule
{
    /// <summary>A name that covers more of the page's prose than this is not believed.</summary>
    private const double MaxShare = 0.6;

    private readonly Surroundings _mark;
    private readonly Surroundings _unless;
    private readonly Kind _kind;
    private readonly bool _shortOnly;

    /// <param name="id">Id of the rule.</param>
    /// <param name="mark">What the elements around a block must say.</param>
    /// <param name="kind">The kind that it gives.</param>
    /// <param name="description">What it recognises.</param>
    /// <param name="unless">What they must not say.</param>
    /// <param name="shortOnly">Whether prose is left alone.</param>
    public StructureRule(string id, Surroundings mark, Kind kind, string description, Surroundings unless = Surroundings.None, bool shortOnly = false)
    {
        _mark = mark;
        _unless = unless;
        _kind = kind;
        _shortOnly = shortOnly;
        Description = new RuleDescription(id, [kind], [], description);
    }

    public override RuleDescription Description { get; }

    public override bool IsCertain => false;

    public override void Apply(ChromePage page)
    {
        if (page.Page.Format != PageFormat.Html || !page.Around.HasAny(_mark) || TakesTooMuch(page))
        {
            return;
        }

        var evidence = "markup:" + _mark.ToString().ToLowerInvariant();
        for (var i = 0; i < page.Count; i++)
        {
            if (i != page.Title && page.IsOpen(i) && Marks(page, i))
            {
                page.Decide(i, _kind, Id, 0.9, evidence);
            }
        }
    }

    private bool Marks(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        return facts.Surroundings.HasAny(_mark) && !facts.Surroundings.HasAny(_unless)
            && !(_shortOnly && facts.IsProse && facts.LinkShare < 0.3)
            && !(page.Blocks[block].Form == BlockForm.Code && facts.Words > 10);
    }

    private bool TakesTooMuch(ChromePage page)
    {
        long marked = 0, prose = 0;
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Facts[i].IsProse && !page.IsRemoved(i) && page.Blocks[i].Visibility == BlockVisibility.Shown)
            {
                prose += page.Facts[i].Words;
                marked += Marks(page, i) ? page.Facts[i].Words : 0;
            }
        }

        return marked > 60 && marked > MaxShare * prose;
    }
}
