using System.Globalization;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// What stands on many pages of a site is the site's, not the page's. It needs a profile of the site, which knows what
/// repeats (see <see cref="Profiles.SiteEvidence"/>); what other rules advised gives the kind.
/// </summary>
internal sealed class RepeatedBlockRule : ChromeRule
{
    public override RuleDescription Description { get; } = new(
        "profile.repeated",
        [.. Kinds.All.Where(static kind => !kind.IsKept())],
        [],
        "A block that, with a block beside it or by its length alone, stands on many other pages of the site, as its profile tells.");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count && !page.Repeated.IsEmpty; i++)
        {
            if (page.Repeated[i] > 0 && i != page.Title && (!page.IsDecided(i) || page.IsAdvice(i)))
            {
                var evidence = string.Create(CultureInfo.InvariantCulture, $"profile:{page.Repeated[i]}/{page.Repeated.Pages} pages");
                var verdict = page[i] is { } advice
                    ? new Verdict(advice.Kind, Id, Math.Max(advice.Confidence, 0.95), ["advice:" + advice.Rule, .. advice.Evidence, evidence])
                    : new Verdict(KindOf(page, i), Id, 0.9, [evidence]);
                page.Overrule(i, verdict);
            }
        }
    }

    /// <summary>Without advice: the kind of the repeated block beside it, as chrome comes in runs; or else what it looks like.</summary>
    private static Kind KindOf(ChromePage page, int block)
    {
        foreach (var beside in (ReadOnlySpan<int>)[block - 1, block + 1])
        {
            if (beside >= 0 && beside < page.Count && page.Repeated[beside] > 0 && page[beside] is { IsKept: false } verdict
                && ReferenceEquals(page.Blocks[beside].Parent?.Parent, page.Blocks[block].Parent?.Parent))
            {
                return verdict.Kind;
            }
        }

        ref readonly var facts = ref page.Facts[block];
        return facts.LinkShare > 0.5 || facts.IsShort ? Kind.Navigation : Kind.OtherChrome;
    }
}
