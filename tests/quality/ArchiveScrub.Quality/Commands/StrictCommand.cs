using System.CommandLine;
using System.Text.Json;
using ArchiveScrub.Quality.Scoring;
using ArchiveScrub.Quality.Strict;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>strict</c>: the scrubber's figures on strict gold.</summary>
internal static class StrictCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var half = new Option<StrictHalf>("--half") { Description = "Which half: even, odd or both (default even).", HelpName = "HALF", DefaultValueFactory = _ => StrictHalf.Even };
        var worst = new Option<int>("--worst") { Description = "List the pages with the most words on the wrong side; even half only.", HelpName = "N" };
        var dump = new Option<string?>("--dump") { Description = "Write each page's blocks, verdicts and labels into a folder; even half only.", HelpName = "DIR" };
        var json = new Option<string?>("--json") { Description = "Save the figures, by the names that floors have.", HelpName = "FILE" };
        var models = new Option<string?>("--models") { Description = "Judge each page by the model of its fold in a training's output; 'none' for no model.", HelpName = "DIR" };
        var command = new Command("strict", "Scores the scrubber on the article pages that were labelled line by line.") { half, worst, dump, json, models };
        selection.AddSystemTo(command);
        command.Validators.Add(options =>
        {
            if (options.GetValue(half).HasFlag(StrictHalf.Odd) && (options.GetValue(worst) > 0 || options.GetValue(dump) is not null))
            {
                options.AddError("Pages of the odd half are not to be looked at: --dump and --worst go with --half even only.");
            }
        });
        command.SetAction((options, cancellation) =>
        {
            var system = options.GetValue(models) is { } trained ? Systems.Folds(trained, cancellation) : Systems.Scrubber(cancellation);
            var scorer = new StrictScorer(selection.Corpus(options), StrictGold.Open(), system, selection.Jobs(options));
            var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var format in selection.Formats(options))
            {
                var report = new StrictReport(options.GetValue(dump), options.GetValue(worst));
                var sums = scorer.Run(options.GetValue(half), format, report.Inspect, cancellation);
                var name = StrictFigures.NameOf(format, options.GetValue(half));
                sums.Write(Console.Out, name);
                report.Write(Console.Out);
                Console.Out.WriteLine();
                StrictFigures.AddTo(figures, name, sums.Figures());
            }

            if (options.GetValue(json) is { } file)
            {
                File.WriteAllText(file, JsonSerializer.Serialize(figures, Json) + "\n");
            }

            return Task.FromResult(0);
        });
        return command;
    }
}
