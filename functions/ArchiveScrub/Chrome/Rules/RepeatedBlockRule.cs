using System.Globalization;
using ArchiveScrub.Chrome.Model;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// What stands on many pages of a site is the site's, not the page's. It is asked last, when a profile of the site is
/// at hand, and weighs two shares against each other: a block goes where the share of the site's other pages that show
/// it is greater than the model's probability that it is content. Some text repeats by right (the label of a
/// specification, the introduction of a series); what stands on every page does not.
/// </summary>
internal static class RepeatedBlockRule
{
    public static RuleDescription Description { get; } = new(
        "profile.repeated",
        [.. Kinds.All.Where(static kind => !kind.IsKept())],
        [],
        "A block that, with a block beside it or by its length alone, stands on many other pages of the site, as the site's profile tells, by a larger share than what speaks for it.");

    /// <summary>Overrules what was kept.</summary>
    /// <param name="page">The page, all blocks decided.</param>
    /// <param name="advice">What rules had said of its blocks before the decision.</param>
    public static void Apply(ChromePage page, Verdict?[] advice)
    {
        for (var i = 0; i < advice.Length; i++)
        {
            var share = page.Repeated[i] / (double)page.Repeated.Pages;
            if (share > 0 && page[i] is { } verdict && IsOpenTo(verdict, share))
            {
                var evidence = string.Create(CultureInfo.InvariantCulture, $"profile:{page.Repeated[i]}/{page.Repeated.Pages} pages");
                page.Overrule(i, advice[i] is { IsKept: false } given
                    ? new Verdict(given.Kind, Description.Id, Math.Max(given.Confidence, share), ["advice:" + given.Rule, .. given.Evidence, evidence])
                    : new Verdict(KindOf(page, i), Description.Id, share, [.. verdict.Evidence, evidence]));
            }
        }
    }

    /// <summary>Whether the verdict is the model's, or that of the simple decision in its place, and weaker.</summary>
    private static bool IsOpenTo(Verdict verdict, double share) =>
        (verdict.Rule == ModelDecision.Kept.Id && verdict.Confidence < share)
        || (verdict.Rule == ContentDecision.Kept.Id && verdict.Kind is not Kind.Title);

    /// <summary>Without advice: the kind of the repeated block beside it, as chrome comes in runs; or else what it looks like.</summary>
    private static Kind KindOf(ChromePage page, int block)
    {
        foreach (var beside in (ReadOnlySpan<int>)[block - 1, block + 1])
        {
            if (beside >= 0 && beside < page.Count && page.Repeated[beside] > 0 && page[beside] is { IsKept: false } verdict
                && page.Blocks[beside].Parent?.Parent == page.Blocks[block].Parent?.Parent)
            {
                return verdict.Kind;
            }
        }

        ref readonly var facts = ref page.Facts[block];
        return facts.LinkShare > 0.5 || facts.IsShort ? Kind.Navigation : Kind.OtherChrome;
    }
}
