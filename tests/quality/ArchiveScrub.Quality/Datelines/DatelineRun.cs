using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Datelines;

/// <summary>Everything that is measured of datelines.</summary>
internal static class DatelineRun
{
    /// <summary>The name of the figures' set in the file of floors.</summary>
    public const string Set = "datelines";

    /// <summary>Scores every set.</summary>
    /// <param name="folder">The folder of the corpus.</param>
    /// <param name="models">A training's output, for figures out of fold; null for the shipped models.</param>
    /// <param name="pages">Whether whole pages are scrubbed too: minutes, not seconds.</param>
    /// <param name="jobs">Pages at a time.</param>
    /// <param name="cancellation">Stops.</param>
    public static IReadOnlyList<FieldScore> Score(string folder, string? models, bool pages, int jobs, CancellationToken cancellation)
    {
        var datelines = new DatelineCorpus(folder);
        var scores = new List<FieldScore> { RowScores.Formats(datelines.Formats), RowScores.Wire(datelines.Wire), RowScores.Lines(datelines.Pages) };
        if (pages)
        {
            var system = models is null ? Systems.Scrubber(cancellation) : Systems.Folds(models, cancellation);
            var scorer = new PageScores(new Corpus(folder), datelines, system, jobs);
            foreach (var format in (ReadOnlySpan<PageFormat>)[PageFormat.Text, PageFormat.Html])
            {
                scores.Add(scorer.Dated(format, cancellation));
                scores.Add(scorer.Undated(format, cancellation));
            }
        }

        return scores;
    }

    /// <summary>The figures that have floors, by name. All are better when higher.</summary>
    public static SortedDictionary<string, double> Figures(IEnumerable<FieldScore> scores) =>
        new(scores.ToDictionary(score => score.Name + ".exact", score => score.Exact), StringComparer.Ordinal);

    /// <summary>SHA-256 that any other corpus has another of.</summary>
    public static string Fingerprint(string folder) => new DatelineCorpus(folder).Fingerprint() + "-" + new Corpus(folder).Fingerprint();
}
