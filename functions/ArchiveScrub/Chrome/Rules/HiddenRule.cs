using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>Text that a browser does not show: hidden elements, <c>noscript</c>, <c>template</c>; unless it is nearly all that the page has.</summary>
internal sealed class HiddenRule : ChromeRule
{
    public override RuleDescription Description { get; } = new(
        "html.not-shown",
        [Kind.OtherChrome],
        [],
        "Text under hidden, aria-hidden, display:none, noscript or template, where the page shows enough text without it.");

    public override bool IsCertain => false;

    public override void Apply(ChromePage page)
    {
        int shown = 0, hidden = 0;
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Facts[i].IsProse)
            {
                if (IsShown(page.Blocks[i]))
                {
                    shown += page.Facts[i].Words;
                }
                else
                {
                    hidden += page.Facts[i].Words;
                }
            }
        }

        if (hidden > 2 * shown)
        {
            return;
        }

        for (var i = 0; i < page.Count; i++)
        {
            if (!IsShown(page.Blocks[i]) && i != page.Title)
            {
                page.Decide(i, Kind.OtherChrome, Id, 0.8, "visibility:" + page.Blocks[i].Visibility.ToString().ToLowerInvariant());
            }
        }
    }

    /// <summary>Preloaded text is there only where the page shows nothing else, and its scripts show it.</summary>
    private static bool IsShown(Block block) => block.Visibility is BlockVisibility.Shown or BlockVisibility.Preloaded;
}
