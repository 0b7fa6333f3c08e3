using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Strict;

/// <summary>Scores the scrubber on strict gold. Whoever asks sees pages of the even half only; of the odd half there are sums.</summary>
internal sealed class StrictScorer(Corpus corpus, StrictGold gold, Func<CorpusPage, SystemOutput> system, int jobs)
{
    /// <summary>The sums of a half in one format.</summary>
    /// <param name="half">Which half, or both.</param>
    /// <param name="format">Raw pages or text captures.</param>
    /// <param name="inspect">Sees each page of the even half, on the thread that scored it.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <exception cref="InvalidOperationException">A page could not be scrubbed.</exception>
    public StrictSums Run(StrictHalf half, PageFormat format, Action<StrictPage>? inspect = null, CancellationToken cancellation = default)
    {
        var ids = gold.Of(half);
        var tallies = new StrictTally[ids.Count];
        var failed = new Scorer(corpus, system, jobs).Run(ids, format, Judge, cancellation).Count(page => page.Error is not null);
        if (failed > 0)
        {
            throw new InvalidOperationException($"{failed} pages of strict gold could not be scrubbed");
        }

        return new StrictSums(tallies.Length, tallies.Aggregate(StrictTally.Empty, (sum, page) => sum + page), tallies.Sum(page => page.Precision) / tallies.Length, tallies.Sum(page => page.Recall) / tallies.Length);

        void Judge(int index, ScoredPage page)
        {
            var result = page.Output.Result ?? throw new ArgumentException("strict gold needs the scrubber's own result", nameof(page));
            var labels = gold.Read(page.Page.Id);
            var lines = page.Page.Lines ?? corpus.Read(page.Page.Id, PageFormat.Text).Lines!;
            var pieces = StrictPieces.Of(result.Page, lines, page.Vocabulary);
            tallies[index] = StrictJudge.Of(labels, pieces, result.Page, result.Verdicts, page.Vocabulary);
            if (gold.HalfOf(page.Page.Id) == StrictHalf.Even)
            {
                inspect?.Invoke(new StrictPage(page, labels, pieces, tallies[index]));
            }
        }
    }
}
