using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Gate;

/// <summary>A set of pages that has floors.</summary>
/// <param name="Name">Its name in the file of floors.</param>
/// <param name="Step">One page in so many.</param>
internal sealed record FloorRun(string Name, int Step)
{
    /// <summary>Every page: what CI runs, in Release.</summary>
    public static FloorRun Full { get; } = new("full", 1);

    /// <summary>Every fourth page: fast enough for the tests, which run in Debug.</summary>
    public static FloorRun Sample { get; } = new("sample", 4);

    /// <summary>Scores the scrubber on the set, raw pages and text captures.</summary>
    public IReadOnlyList<PageScore> Score(Corpus corpus, int jobs, CancellationToken cancellation)
    {
        var scorer = new Scorer(corpus, Systems.Scrubber(cancellation), jobs);
        var ids = corpus.Ids.Where((_, i) => i % Step == 0).ToList();
        return [.. scorer.Run(ids, PageFormat.Html, cancellation: cancellation), .. scorer.Run(ids, PageFormat.Text, cancellation: cancellation)];
    }
}
