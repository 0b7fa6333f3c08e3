using System.CommandLine;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Datelines;
using ArchiveScrub.Quality.Gate;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>datelines</c>: scores datelines and dates, and holds their floors.</summary>
internal static class DatelinesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var corpus = new Option<string?>("--corpus") { Description = "The folder of the corpus (default: shared/corpus beside the repository).", HelpName = "DIR" };
        var rows = new Option<bool>("--rows") { Description = "Only the sets of rows; no page is scrubbed, no floor is held." };
        var misses = new Option<string?>("--misses") { Description = "List what is not exact in a set: formats, wire, lines, text, html, text-undated, html-undated; or all.", HelpName = "SET" };
        var models = new Option<string?>("--models") { Description = "Judge each page by the model of its fold in a training's output; 'none' for no model.", HelpName = "DIR" };
        var signals = new Option<string?>("--signals") { Description = "Write every page's dates with their signals into a file, for fit-signals.py, and nothing else.", HelpName = "FILE" };
        var jobs = new Option<int>("--jobs") { Description = "Pages at a time (default: one a core).", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var floors = new FloorOptions("dateline-floors.json");
        var command = new Command("datelines", "Scores datelines and dates; fails with 1 where a figure is below its floor.") { corpus, rows, misses, models, signals, jobs };
        floors.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var folder = options.GetValue(corpus) ?? SharedFolder.Find("corpus") ?? throw new DirectoryNotFoundException("no corpus found; name it with --corpus");
            if (options.GetValue(signals) is { } file)
            {
                using var writer = new StreamWriter(file);
                var system = options.GetValue(models) is { } trained ? Systems.Folds(trained, cancellation) : Systems.Scrubber(cancellation);
                new SignalExport(new Corpus(folder), new DatelineCorpus(folder), system, Math.Max(1, options.GetValue(jobs))).Write(writer, cancellation);
                return Task.FromResult(0);
            }

            var scores = DatelineRun.Score(folder, options.GetValue(models), pages: !options.GetValue(rows), Math.Max(1, options.GetValue(jobs)), cancellation);
            foreach (var score in scores)
            {
                Console.Out.WriteLine(score);
                foreach (var miss in options.GetValue(misses) is { } set && (set == "all" || set == score.Name) ? score.Misses : [])
                {
                    Console.Out.WriteLine("  " + miss.ReplaceLineEndings(" "));
                }
            }

            return Task.FromResult(options.GetValue(rows) ? 0 : floors.Check(options, DatelineRun.Set, DatelineRun.Fingerprint(folder), DatelineRun.Figures(scores)));
        });
        return command;
    }
}
