using System.Globalization;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Noise;

/// <summary>Word F1 by page type, clean and under each kind of noise.</summary>
internal sealed class NoiseReport(Corpus corpus, Func<CorpusPage, SystemOutput> system, int jobs, int seed)
{
    /// <summary>Scores the pages and prints the table. Returns the kinds that cost more than their aim.</summary>
    public IReadOnlyList<string> Write(TextWriter output, IReadOnlyList<string> ids, PageFormat format, CancellationToken cancellation)
    {
        var columns = new List<(string Name, double? Aim, PageScore[] Pages)> { ("clean", null, Run(ids, format, null, cancellation)) };
        foreach (var kind in NoiseKind.All(seed).Where(kind => kind.Formats.Contains(format)))
        {
            columns.Add((kind.Name, kind.Aim, Run(ids, format, kind.Spoil, cancellation)));
        }

        output.WriteLine($"{(format == PageFormat.Html ? "html" : "text captures"),-16}{"pages",6}" + string.Concat(columns.Select(column => $"{column.Name,20}")));
        foreach (var type in ScoreTable.Types.Append("all"))
        {
            var figures = columns.Select(column => Summary.Of(column.Pages.Where(page => type == "all" || page.Type == type))).ToList();
            if (figures[0].Pages > 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type,-16}{figures[0].Pages,6}") + string.Concat(figures.Select((figure, i) =>
                    string.Create(CultureInfo.InvariantCulture, $"{figure.WordF1,12:.000} {(i == 0 ? "" : (figure.WordF1 - figures[0].WordF1).ToString("+.000;-.000;.000", CultureInfo.InvariantCulture)),7}"))));
            }
        }

        foreach (var (name, _, pages) in columns)
        {
            foreach (var page in pages.Where(page => page.Error is not null))
            {
                output.WriteLine($"failed under {name}: {page.Id} {page.Error}");
            }
        }

        var clean = Summary.Of(columns[0].Pages).WordF1;
        return [.. columns.Where(column => clean - Summary.Of(column.Pages).WordF1 > column.Aim).Select(column => string.Create(CultureInfo.InvariantCulture, $"{format}: '{column.Name}' costs {clean - Summary.Of(column.Pages).WordF1:.000}, more than {column.Aim:.00}"))];
    }

    private PageScore[] Run(IReadOnlyList<string> ids, PageFormat format, Func<CorpusPage, CorpusPage>? spoil, CancellationToken cancellation) =>
        new Scorer(corpus, system, jobs, spoil).Run(ids, format, cancellation: cancellation);
}
