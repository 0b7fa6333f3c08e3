using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Gate;

/// <summary>A set of pages that has floors.</summary>
/// <param name="Name">Its name in the file of floors.</param>
/// <param name="Step">One page in so many.</param>
/// <param name="ByType">Whether page types have floors of their own.</param>
internal sealed record FloorRun(string Name, int Step, bool ByType)
{
    /// <summary>Every page: what CI runs, in Release.</summary>
    public static FloorRun Full { get; } = new("full", 1, ByType: true);

    /// <summary>Every fourth page: fast enough for the tests, which run in Debug.</summary>
    public static FloorRun Sample { get; } = new("sample", 4, ByType: false);

    /// <summary>The scrubber's figures on the set, raw pages and text captures.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="models">A training's output, for figures out of fold; null for the shipped models.</param>
    /// <param name="jobs">Pages at a time.</param>
    /// <param name="cancellation">Stops.</param>
    public SortedDictionary<string, double> Measure(Corpus corpus, string? models, int jobs, CancellationToken cancellation)
    {
        var scorer = new Scorer(corpus, models is null ? Systems.Scrubber(cancellation) : Systems.Folds(models, cancellation), jobs);
        var ids = corpus.Ids.Where((_, i) => i % Step == 0).ToList();
        return Figures.Of(
            [.. scorer.Run(ids, PageFormat.Html, cancellation: cancellation), .. scorer.Run(ids, PageFormat.Text, cancellation: cancellation)],
            ByType);
    }
}
