using System.Text.Json;
using ArchiveScrub.Datelines;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Datelines;

/// <summary>Writes the dates of every page with their signals and the day that is right, a JSON object a line: what the points are fitted to.</summary>
internal sealed class SignalExport(Corpus corpus, DatelineCorpus datelines, Func<CorpusPage, SystemOutput> system, int jobs)
{
    /// <summary>Writes them.</summary>
    public void Write(TextWriter writer, CancellationToken cancellation)
    {
        var shown = datelines.Pages.ToDictionary(row => DatelineCorpus.Text(row, "id")!, row => DatelineCorpus.Text(row.GetProperty("gold"), "date"), StringComparer.Ordinal);
        foreach (var format in (ReadOnlySpan<PageFormat>)[PageFormat.Text, PageFormat.Html])
        {
            var lines = new string[corpus.Ids.Count];
            Parallel.For(0, lines.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, i => lines[i] = Line(corpus.Ids[i], format, shown));
            foreach (var line in lines)
            {
                writer.Write(line + "\n");
            }
        }
    }

    private string Line(string id, PageFormat format, Dictionary<string, string?> shown)
    {
        var page = corpus.Read(id, format, withAddress: false);
        var result = system(page).Result!;
        var body = Body.Find(result.Page, result.Verdicts);
        var dates = DatelineFinder.Dates(result.Page, result.Verdicts, body, JsonLd.Read(result.Page.Head.JsonLd), new DatelineContext());
        return JsonSerializer.Serialize(new
        {
            id,
            format = format == PageFormat.Html ? "html" : "text",
            site = page.Gold.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : id,
            gold = page.Gold.PublishDate is null ? null : shown.GetValueOrDefault(id) ?? "hidden:" + page.Gold.PublishDate,
            dates = dates.ConvertAll(d => new { day = DatelineCorpus.Day(d.Match.Date), d.Rule, d.Signals }),
        });
    }
}
