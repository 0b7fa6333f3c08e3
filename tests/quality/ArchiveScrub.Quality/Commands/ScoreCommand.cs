using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ArchiveScrub.Quality.Reports;
using ArchiveScrub.Quality.Robustness;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>score</c>: the scrubber's figures on the corpus.</summary>
internal static class ScoreCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var worst = new Option<int>("--worst") { Description = "List the pages with the lowest word F1.", HelpName = "N" };
        var json = new Option<string?>("--json") { Description = "Save the figures of every page.", HelpName = "FILE" };
        var dump = new Option<string?>("--dump") { Description = "Write each page's blocks, verdicts and gold labels into a folder.", HelpName = "DIR" };
        var models = new Option<string?>("--models") { Description = "Judge each page by the model of its fold in a training's output; 'none' for no model.", HelpName = "DIR" };
        var byLanguage = new Option<bool>("--by-language") { Description = "A row for each language that pages declare for themselves, too." };
        var noLexicons = new Option<bool>("--no-lexicons") { Description = "Without the words and phrases of the rules: what is left rests on structure and the models." };
        var command = new Command("score", "Scores the scrubber by page type.") { worst, json, dump, models, byLanguage, noLexicons };
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var ids = selection.Ids(options, corpus);
            var dumper = options.GetValue(dump) is { } folder ? new Dump(folder) : null;
            var scorer = new Scorer(corpus, Systems.Of(options.GetValue(models), options.GetValue(noLexicons), cancellation), selection.Jobs(options));
            var all = new List<PageScore>();
            foreach (var format in selection.Formats(options))
            {
                var worstPages = options.GetValue(worst) is > 0 and var count ? new WorstPages(ids.Count, count) : null;
                var started = Stopwatch.GetTimestamp();
                var pages = scorer.Run(
                    ids,
                    format,
                    (index, page) =>
                    {
                        dumper?.Write(page);
                        worstPages?.Inspect(index, page);
                    },
                    cancellation);
                Write(format, pages, Stopwatch.GetElapsedTime(started));
                worstPages?.Write(Console.Out, pages);
                if (options.GetValue(byLanguage))
                {
                    Console.Out.WriteLine();
                    ScoreTable.WriteByLanguage(Console.Out, pages, corpus.LanguageOf);
                }

                Console.Out.WriteLine();
                all.AddRange(pages);
            }

            if (options.GetValue(json) is { } file)
            {
                ScoreFile.Write(file, all);
            }

            return Task.FromResult(all.Any(page => page.Error is not null) ? 1 : 0);
        });
        return command;
    }

    private static void Write(PageFormat format, PageScore[] pages, TimeSpan elapsed)
    {
        ScoreTable.Write(Console.Out, format == PageFormat.Html ? "html" : "text captures", pages);
        var failed = pages.Where(page => page.Error is not null).ToList();
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pages.Length} pages in {elapsed.TotalSeconds:0.0} s with scoring; scrubbing took {pages.Sum(page => page.Milliseconds) / 1000:0.0} s of it, summed over jobs; peak working set {RobustnessCheck.PeakMegabytes()} MB; {failed.Count} failed"));
        foreach (var error in failed.GroupBy(page => page.Error).OrderByDescending(group => group.Count()).Take(10))
        {
            Console.Out.WriteLine($"  {error.Count()} x {error.Key} ({string.Join(", ", error.Take(5).Select(page => page.Id))}{(error.Count() > 5 ? ", ..." : "")})");
        }
    }
}
