using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;
using ArchiveScrub.Chrome.Model;
using ArchiveScrub.Chrome.Profiles;
using ArchiveScrub.Chrome.Rules;

namespace ArchiveScrub.Chrome;

/// <summary>
/// Blocks in, verdicts out, for HTML and text captures alike: certain rules first, then a first idea of where headline
/// and body are, then the rules that need it, then the decision on what is left, then a look at what was kept. Immutable; may be shared by threads.
/// </summary>
internal sealed class ChromeDetector
{
    private readonly TitleFinder _titles;

    /// <param name="models">The models; those that are built in where it is null.</param>
    /// <param name="lexicon">The words and phrases of the rules; those that are built in where it is null.</param>
    public ChromeDetector(BlockModels? models = null, Lexicon? lexicon = null)
    {
        Rules = new RuleSet(lexicon ?? Lexicon.Load());
        Models = models ?? BlockModels.BuiltIn();
        _titles = new TitleFinder(Rules.Lexicon);
    }

    /// <summary>The models in force.</summary>
    public BlockModels Models { get; }

    /// <summary>The rules in force.</summary>
    public RuleSet Rules { get; }

    /// <summary>Judges a page.</summary>
    /// <param name="segmented">The page.</param>
    /// <param name="targetUri">Where it was captured from, where that is known.</param>
    /// <param name="repeated">What repeats on other pages of its site, where that is known.</param>
    /// <param name="cancellationToken">Stops between rules.</param>
    public Detection Detect(SegmentedPage segmented, string? targetUri, RepeatedBlocks repeated, CancellationToken cancellationToken)
    {
        var page = AskRules(segmented, cancellationToken, repeated);
        var advice = repeated.IsEmpty ? [] : page.VerdictsSoFar();
        var model = Models.For(segmented.Format);
        var opinion = model?.Apply(page, targetUri);
        if (model is null)
        {
            ContentDecision.Apply(page);
        }

        RepeatedBlockRule.Apply(page, advice);
        Apply(Rules.Closing, page, cancellationToken);
        return model is null ? new Detection(page.Verdicts()) : model.Judge(page, opinion!);
    }

    /// <summary>Asks the rules only: what they leave open has no verdict yet.</summary>
    public ChromePage AskRules(SegmentedPage segmented, CancellationToken cancellationToken, RepeatedBlocks? repeated = null)
    {
        var page = new ChromePage(segmented, Rules.Lexicon, repeated);
        Apply(Rules.Certain, page, cancellationToken);
        page.Body = Estimate(page);
        page.Title = _titles.Find(page);
        Apply(Rules.Contextual, page, cancellationToken);
        page.IsAdvising = true; // what comes after the rules takes their advice for what it is by itself
        page.Body = Estimate(page);
        return page;
    }

    private static void Apply(IReadOnlyList<ChromeRule> rules, ChromePage page, CancellationToken cancellationToken)
    {
        foreach (var rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            page.IsAdvising = !rule.IsCertain;
            rule.Apply(page);
        }
    }

    private BodyEstimate Estimate(ChromePage page) => BodyEstimate.Of(page, i => Rules.IsSuspect(page.Facts[i]));
}
