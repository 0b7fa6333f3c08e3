using System.Globalization;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Reports;

/// <summary>Compares two runs page by page.</summary>
internal static class Flips
{
    /// <summary>Writes the pages whose word F1 changed, the largest loss first, and sums the rest up.</summary>
    public static void Write(TextWriter output, IReadOnlyList<PageScore> before, IReadOnlyList<PageScore> after)
    {
        var old = before.ToDictionary(page => (page.Format, page.Id));
        var both = after.Where(page => old.ContainsKey((page.Format, page.Id)))
            .Select(page => (Old: old[(page.Format, page.Id)], New: page)).ToList();
        var changed = both.Where(pair => Delta(pair) != 0).OrderBy(Delta).ThenBy(pair => pair.New.Format).ThenBy(pair => pair.New.Id, StringComparer.Ordinal).ToList();
        foreach (var pair in changed)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(pair.New.Format == PageFormat.Html ? "html" : "text")} {pair.New.Id} {pair.New.Type,-13} {Delta(pair),8:+0.0000;-0.0000} {pair.Old.Words.F1:0.000} -> {pair.New.Words.F1:0.000}  P {pair.Old.Words.Precision:0.000} -> {pair.New.Words.Precision:0.000}  R {pair.Old.Words.Recall:0.000} -> {pair.New.Words.Recall:0.000}{(pair.New.IsScored ? "" : "  (not scored)")}"));
        }

        var sameScore = both.Count(pair => Delta(pair) == 0 && pair.Old.Output != pair.New.Output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changed.Count(pair => Delta(pair) > 0)} pages better, {changed.Count(pair => Delta(pair) < 0)} worse, {sameScore} changed with the same word F1, {both.Count - changed.Count - sameScore} unchanged; {before.Count - both.Count} only in the first run, {after.Count - both.Count} only in the second"));
        foreach (var format in both.GroupBy(pair => pair.New.Format).OrderBy(group => group.Key))
        {
            var (a, b) = (Summary.Of(format.Select(pair => pair.Old)), Summary.Of(format.Select(pair => pair.New)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(format.Key == PageFormat.Html ? "html" : "text")} word F1 {a.WordF1:0.0000} -> {b.WordF1:0.0000}, with {a.WithFound:0.000} -> {b.WithFound:0.000}, leaked {1 - a.WithoutAbsent:0.000} -> {1 - b.WithoutAbsent:0.000}"));
        }
    }

    private static double Delta((PageScore Old, PageScore New) pair) => pair.New.Words.F1 - pair.Old.Words.F1;
}
