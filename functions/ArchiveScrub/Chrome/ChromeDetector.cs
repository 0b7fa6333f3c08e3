using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome;

/// <summary>
/// Blocks in, verdicts out, for HTML and text captures alike: certain rules first, then a first idea of where headline
/// and body are, then the rules that need it, then the decision on what is left. Immutable; may be shared by threads.
/// </summary>
internal sealed class ChromeDetector
{
    private readonly TitleFinder _titles;

    public ChromeDetector()
    {
        Rules = new RuleSet(Lexicon.Load());
        _titles = new TitleFinder(Rules.Lexicon);
    }

    /// <summary>The rules in force.</summary>
    public RuleSet Rules { get; }

    /// <summary>Judges a page.</summary>
    public Verdict[] Detect(SegmentedPage segmented, CancellationToken cancellationToken)
    {
        var page = new ChromePage(segmented, Rules.Lexicon);
        Apply(Rules.Certain, page, cancellationToken);
        page.Body = Estimate(page);
        page.Title = _titles.Find(page);
        Apply(Rules.Contextual, page, cancellationToken);
        page.Body = Estimate(page);
        ContentDecision.Apply(page);
        return page.Verdicts();
    }

    private static void Apply(IReadOnlyList<ChromeRule> rules, ChromePage page, CancellationToken cancellationToken)
    {
        foreach (var rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rule.Apply(page);
        }
    }

    private BodyEstimate Estimate(ChromePage page) => BodyEstimate.Of(page, i => Rules.IsSuspect(page.Facts[i]));
}
