using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Datelines;

/// <summary>
/// Scores the dates of whole pages, from the capture's bytes to the manifest. The page's address is not given: a file
/// that somebody dropped has none.
/// </summary>
internal sealed class PageScores(Corpus corpus, DatelineCorpus datelines, Func<CorpusPage, SystemOutput> system, int jobs)
{
    /// <summary>Pages that show when they were published: whether that is the date of the dateline.</summary>
    public FieldScore Dated(PageFormat format, CancellationToken cancellation)
    {
        var score = new FieldScore(format == PageFormat.Html ? "html" : "text");
        var rows = datelines.Pages.ToList();
        var found = Run([.. rows.Select(row => DatelineCorpus.Text(row, "id")!)], format, cancellation);
        for (var i = 0; i < rows.Count; i++)
        {
            var gold = DatelineCorpus.Text(rows[i].GetProperty("gold"), "date");
            var exact = score.Add("date", gold, found[i]?.Date);
            score.Row(exact, $"{DatelineCorpus.Text(rows[i], "id")} {Describe(found[i])}, not {gold} of line {rows[i].GetProperty("n")}: {DatelineCorpus.Text(rows[i], "line")}");
        }

        return score;
    }

    /// <summary>Pages whose gold has no publish date: whether none is claimed. A miss may be defensible; that is for a reader to judge.</summary>
    public FieldScore Undated(PageFormat format, CancellationToken cancellation)
    {
        var score = new FieldScore(format == PageFormat.Html ? "html-undated" : "text-undated");
        var ids = corpus.Ids.Where(id => corpus.ReadGold(id).PublishDate is null).ToList();
        var found = Run(ids, format, cancellation);
        for (var i = 0; i < ids.Count; i++)
        {
            score.Row(found[i]?.Date is null, $"{ids[i]} {corpus.ReadGold(ids[i]).PageType} {Describe(found[i])}");
        }

        return score;
    }

    private ManifestDateline?[] Run(List<string> ids, PageFormat format, CancellationToken cancellation)
    {
        var found = new ManifestDateline?[ids.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        Parallel.For(0, ids.Count, options, i => found[i] = system(corpus.Read(ids[i], format, withAddress: false)).Result!.Manifest.Result.Dateline);
        return found;
    }

    private static string Describe(ManifestDateline? dateline)
    {
        if (dateline is null)
        {
            return "-> nothing";
        }

        var source = dateline.Evidence?.FirstOrDefault(e => e is { Used: true, Field: "date" });
        return $"-> {dateline.Date ?? dateline.Edtf ?? dateline.Place} by {source?.Source}:{source?.Rule}";
    }
}
