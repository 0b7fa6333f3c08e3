using System.Globalization;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// Decides what the rules left open, or only advised on, by the model: the threshold of a page is the one that makes
/// the expected F1 of what is kept greatest.
/// </summary>
internal sealed class ModelDecision(BlockModel model, PageModel? pageModel)
{
    /// <summary>A whole sentence right after kept prose needs only this share of the threshold: the last paragraph is not the one to lose.</summary>
    private const double FollowOnShare = 0.4;

    private readonly string[] _signalNames = [.. PageSignals.DecisionNames, .. model.FeatureNames];

    public static RuleDescription Kept { get; } = new(
        "model.keep",
        [Kind.Heading, Kind.Paragraph, Kind.ListItem, Kind.TableRow, Kind.Quote, Kind.Code],
        [],
        "Kept: the trained model holds the block for content.");

    public static RuleDescription Removed { get; } = new(
        "model.drop",
        [Kind.Navigation, Kind.OtherChrome],
        [],
        "The trained model holds the block for chrome, and no rule names a more telling kind.");

    /// <summary>The names of the features that the model was trained on.</summary>
    public IReadOnlyList<string> FeatureNames => model.FeatureNames;

    /// <summary>Decides.</summary>
    public ModelOpinion Apply(ChromePage page, string? targetUri)
    {
        if (page.Title >= 0)
        {
            page.Decide(page.Title, Kind.Title, ContentDecision.Kept.Id, 0.9);
        }

        var open = new bool[page.Count];
        for (var i = 0; i < page.Count; i++)
        {
            open[i] = !page.IsDecided(i) || page.IsAdvice(i);
        }

        var scores = model.Score(page, PageFeatures.AddressOf(page.Page, targetUri), open);
        var probabilities = scores.Probabilities;
        var (threshold, expectedF1) = Threshold(page, open, probabilities);
        var body = Array.FindIndex(open, 0, static o => o);
        while (body >= 0 && body < page.Count && !(open[body] && probabilities[body] >= threshold && page.Facts[body] is { IsProse: true, EndsSentence: true }))
        {
            body++;
        }

        if (body >= 0 && body < page.Count)
        {
            ContentDecision.DecideSubtitle(page, new TextRange(body, page.Count));
        }

        var follows = false;
        for (var i = 0; i < page.Count; i++)
        {
            if (!open[i] || page[i] is { Kind: Kind.Subtitle })
            {
                continue;
            }

            var p = probabilities[i];
            var keeps = p >= threshold || (follows && p >= FollowOnShare * threshold && page.Facts[i] is { IsProse: true, EndsSentence: true });
            follows = keeps && page.Facts[i].IsProse;
            var score = string.Create(CultureInfo.InvariantCulture, $"model:{p:0.00}");
            if (keeps)
            {
                page.Overrule(i, new Verdict(ContentDecision.KindOf(page, i), Kept.Id, p, [score, model.Evidence(scores.Reasons[i], kept: true)]));
            }
            else if (page[i] is { } advice)
            {
                page.Overrule(i, advice with { Confidence = Math.Max(advice.Confidence, 1 - p), Evidence = [.. advice.Evidence, score] });
            }
            else
            {
                ref readonly var facts = ref page.Facts[i];
                var kind = facts.LinkShare > 0.5 || facts.IsShort ? Kind.Navigation : Kind.OtherChrome;
                page.Overrule(i, new Verdict(kind, Removed.Id, 1 - p, [score, model.Evidence(scores.Reasons[i], kept: false)]));
            }
        }

        return new ModelOpinion(scores, open, threshold, expectedF1);
    }

    /// <summary>Judges the page as a whole, all of its blocks decided.</summary>
    public Detection Judge(ChromePage page, ModelOpinion opinion)
    {
        var verdicts = page.Verdicts();
        var signals = PageSignals.Of(_signalNames, page, opinion);
        return new Detection(verdicts, pageModel?.Judge(signals, !Array.Exists(verdicts, static v => v.Kind.IsBody())), signals);
    }

    /// <summary>The threshold at which the expected F1 is greatest, and that F1.</summary>
    private (double Threshold, double ExpectedF1) Threshold(ChromePage page, bool[] open, double[] probabilities)
    {
        var order = new int[page.Count];
        var keys = new double[page.Count];
        var count = 0;
        double expected = 0;
        for (var i = 0; i < page.Count; i++)
        {
            if (open[i])
            {
                expected += probabilities[i] * page.Facts[i].Words;
                keys[count] = -probabilities[i];
                order[count++] = i;
            }
        }

        keys.AsSpan(0, count).Sort(order.AsSpan(0, count));
        double hits = 0, kept = 0, best = 0;
        var threshold = model.HighestThreshold;
        foreach (var i in order.AsSpan(0, count))
        {
            hits += probabilities[i] * page.Facts[i].Words;
            kept += page.Facts[i].Words;
            var f1 = 2 * hits / (kept + expected + 1e-9);
            if (f1 > best)
            {
                best = f1;
                threshold = probabilities[i];
            }
        }

        return (Math.Clamp(threshold, model.LowestThreshold, model.HighestThreshold), best);
    }
}
