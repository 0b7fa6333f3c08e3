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

    public override void Apply(ChromePage page)
    {
        int shown = 0, hidden = 0;
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Facts[i].IsProse)
            {
                if (page.Blocks[i].Visibility == BlockVisibility.Shown)
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
            var visibility = page.Blocks[i].Visibility;
            if (visibility != BlockVisibility.Shown && i != page.Title)
            {
                page.Decide(i, Kind.OtherChrome, Id, 0.8, "visibility:" + visibility.ToString().ToLowerInvariant());
            }
        }
    }
}
