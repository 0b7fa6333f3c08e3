using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;
using ArchiveScrub.Quality.Strict;

namespace ArchiveScrub.Quality.Gate;

/// <summary>A set of pages that has floors.</summary>
/// <param name="Name">Its name in the file of floors.</param>
/// <param name="Step">One page in so many.</param>
/// <param name="IsWhole">Whether page types and strict gold have floors of their own: not where a few pages sway the figure.</param>
internal sealed record FloorRun(string Name, int Step, bool IsWhole)
{
    /// <summary>Every page: what CI runs, in Release.</summary>
    public static FloorRun Full { get; } = new("full", 1, IsWhole: true);

    /// <summary>Every fourth page: fast enough for the tests, which run in Debug.</summary>
    public static FloorRun Sample { get; } = new("sample", 4, IsWhole: false);

    /// <summary>The scrubber's figures on the set, raw pages and text captures; of strict gold the totals of each half.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="models">A training's output, for figures out of fold; null for the shipped models.</param>
    /// <param name="jobs">Pages at a time.</param>
    /// <param name="cancellation">Stops.</param>
    public SortedDictionary<string, double> Measure(Corpus corpus, string? models, int jobs, CancellationToken cancellation)
    {
        var system = models is null ? Systems.Scrubber(cancellation) : Systems.Folds(models, cancellation);
        var scorer = new Scorer(corpus, system, jobs);
        var ids = corpus.Ids.Where((_, i) => i % Step == 0).ToList();
        var figures = Figures.Of(
            [.. scorer.Run(ids, PageFormat.Html, cancellation: cancellation), .. scorer.Run(ids, PageFormat.Text, cancellation: cancellation)],
            byType: IsWhole);
        if (IsWhole)
        {
            var strict = new StrictScorer(corpus, StrictGold.Open(), system, jobs);
            foreach (var format in (PageFormat[])[PageFormat.Html, PageFormat.Text])
            {
                foreach (var half in (StrictHalf[])[StrictHalf.Even, StrictHalf.Odd])
                {
                    StrictFigures.AddTo(figures, StrictFigures.NameOf(format, half), strict.Run(half, format, cancellation: cancellation).Totals());
                }
            }
        }

        return figures;
    }
}
