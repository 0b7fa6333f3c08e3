using System.Runtime.InteropServices;
using System.Text.Json;
using ArchiveScrub.Chrome.Model;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Training;

/// <summary>
/// Writes what pages as a whole are judged by, for training: <c>pages.f32</c> (page × signal), <c>f1.f32</c> (the word
/// F1 that the result really has) and <c>pages.json</c> (names of the signals, ids and types). The blocks are judged by
/// the models of a training's folds, so that every page is seen as a new page is.
/// </summary>
internal sealed class PageExport(Corpus corpus, string models, string folder)
{
    public void Run(IReadOnlyList<string> ids, PageFormat format, int jobs, CancellationToken cancellation)
    {
        var scorer = new Scorer(corpus, Systems.Folds(models, cancellation), jobs);
        var signals = new PageSignals?[ids.Count];
        var pages = scorer.Run(ids, format, (index, page) => signals[index] = page.Output.Result?.Detection.Signals, cancellation);
        var scored = Enumerable.Range(0, ids.Count).Where(i => signals[i] is not null && pages[i].IsScored).ToList();
        var target = Path.Combine(folder, format == PageFormat.Html ? "html" : "text");
        Directory.CreateDirectory(target);
        Write(Path.Combine(target, "pages.f32"), [.. scored.SelectMany(i => signals[i]!.Values)]);
        Write(Path.Combine(target, "f1.f32"), [.. scored.Select(i => (float)pages[i].Words.F1)]);
        var names = signals[scored[0]]!.Names;
        File.WriteAllText(Path.Combine(target, "pages.json"), JsonSerializer.Serialize(new { names, ids = scored.Select(i => ids[i]), types = scored.Select(i => pages[i].Type) }));
    }

    private static void Write(string path, float[] values) => File.WriteAllBytes(path, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
}
