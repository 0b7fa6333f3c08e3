namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// What a page as a whole is judged by: how its decision turned out, then the mean of every block feature, weighed by
/// the square root of the block's words.
/// </summary>
/// <param name="Names">The names of the signals: <see cref="DecisionNames"/>, then the names of the features.</param>
/// <param name="Values">The signals.</param>
internal sealed record PageSignals(IReadOnlyList<string> Names, float[] Values)
{
    /// <summary>The names of the signals before the means.</summary>
    public static IReadOnlyList<string> DecisionNames { get; } =
        ["expected-f1", "threshold", "kept-words", "kept-share", "kept-blocks", "kept-p", "dropped-p", "unsure", "certain", "prose-kept", "links-kept"];

    /// <summary>Computes them.</summary>
    /// <param name="names">The names of the signals.</param>
    /// <param name="page">The page, all of its blocks decided.</param>
    /// <param name="opinion">What the model said of its blocks.</param>
    public static PageSignals Of(IReadOnlyList<string> names, ChromePage page, ModelOpinion opinion)
    {
        var (scores, open, threshold, expectedF1) = opinion;
        var signals = new float[names.Count];
        double keptWords = 0, keptBlocks = 0, keptP = 0, droppedP = 0, unsure = 0, certain = 0, prose = 0, links = 0, words = 0, droppedWords = 0;
        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            var p = scores.Probabilities[i];
            words += facts.Words;
            certain += open[i] ? 0 : facts.Words;
            unsure += open[i] && p is > 0.25 and < 0.75 ? facts.Words : 0;
            if (page.IsRemoved(i))
            {
                droppedWords += facts.Words;
                droppedP += open[i] ? p * facts.Words : 0;
                continue;
            }

            keptBlocks++;
            keptWords += facts.Words;
            keptP += p * facts.Words;
            prose += facts.IsProse ? facts.Words : 0;
            links += facts.LinkShare * facts.Words;
        }

        var all = Math.Max(1, words);
        var kept = Math.Max(1, keptWords);
        ReadOnlySpan<double> decision =
            [expectedF1, threshold, keptWords, keptWords / all, keptBlocks, keptP / kept, droppedP / Math.Max(1, droppedWords), unsure / all, certain / all, prose / kept, links / kept];
        for (var i = 0; i < decision.Length; i++)
        {
            signals[i] = (float)decision[i];
        }

        scores.Means.CopyTo(signals.AsSpan(DecisionNames.Count));
        return new PageSignals(names, signals);
    }
}
