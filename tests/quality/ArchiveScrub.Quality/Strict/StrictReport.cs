using System.Collections.Concurrent;
using System.Globalization;
using ArchiveScrub.Quality.Reports;

namespace ArchiveScrub.Quality.Strict;

/// <summary>Shows pages of the even half: a file a page, and a list of the worst.</summary>
/// <param name="dump">The folder for the files; null for none.</param>
/// <param name="worst">How many pages to list.</param>
internal sealed class StrictReport(string? dump, int worst)
{
    private const int TextLength = 400;
    private const int ListedLength = 120;
    private const int BlocksEach = 6;

    private readonly ConcurrentBag<(string Id, int Wrong, string[] Lines)> _pages = [];

    /// <summary>Takes a page in; safe to call from many threads.</summary>
    public void Inspect(StrictPage page)
    {
        var rows = Rows(page).ToList();
        var (score, id) = (page.Tally, page.Scored.Page.Id);
        var head = string.Create(CultureInfo.InvariantCulture, $"{id} precision {score.Precision:.000} recall {score.Recall:.000}; lost {score.Lost}, leaked {score.Leaked} of {score.Kept + score.Leaked}; removed kinds found {score.Removed.Found} of {score.Removed.Lines}");
        _pages.Add((id, score.Lost + score.Leaked, [head, .. rows.Where(row => row.Wrong > 0).OrderByDescending(row => row.Wrong).Take(BlocksEach).Select(row => $"   {Excerpt.Of(row.Text, ListedLength)}")]));
        if (dump is not null)
        {
            Directory.CreateDirectory(dump);
            var format = page.Scored.Page.Format == PageFormat.Html ? "html" : "text";
            File.WriteAllLines(Path.Combine(dump, $"{format}-{id}.txt"), [$"# {head} {page.Scored.Page.Gold.Url}", .. rows.Select(row => row.Text)]);
        }
    }

    /// <summary>Lists the worst pages.</summary>
    public void Write(TextWriter output)
    {
        foreach (var line in _pages.OrderByDescending(page => page.Wrong).ThenBy(page => page.Id, StringComparer.Ordinal).Take(worst).SelectMany(page => page.Lines))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>A row a block: <c>-</c> lost, <c>+</c> leaked, <c>~</c> removed under another name, <c>?</c> not scored.</summary>
    private static IEnumerable<(int Wrong, string Text)> Rows(StrictPage page)
    {
        var pieces = page.Pieces.ToLookup(piece => piece.Block);
        var result = page.Scored.Output.Result!;
        foreach (var block in result.Page.Blocks)
        {
            var verdict = result.Verdicts[block.Index];
            var golds = pieces[block.Index].GroupBy(piece => StrictJudge.LabelOf(page.Labels, piece.Line)).OrderByDescending(same => same.Sum(piece => piece.Words)).ToList();
            var gold = golds.Count > 0 ? golds[0].Key : default;
            var wrong = golds.Where(same => same.Key.Kind is not null && same.Key.IsKept != verdict.IsKept).Sum(same => same.Sum(piece => piece.Words));
            var mark = gold.Kind is not { } kind ? '?' : gold.IsKept && !verdict.IsKept ? '-' : gold.IsRemoved && verdict.IsKept ? '+' : gold.IsRemoved && verdict.Kind != kind ? '~' : ' ';
            yield return (wrong, string.Create(
                CultureInfo.InvariantCulture,
                $"{mark} {gold.Kind?.Name() ?? (golds.Count == 0 ? "(none)" : "?"),-14} {(verdict.IsKept ? "KEEP" : "DROP")} {verdict.Kind.Name(),-14} {verdict.Rule,-24} {verdict.Confidence:0.00} {block.Form,-9} {block.Parent?.Tag,-8} | {Excerpt.Of(block.Text, TextLength)}"));
        }
    }
}
