using System.CommandLine;
using ArchiveScrub.Quality.Reports;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>rules</c>: what every rule removed and kept, rightly and wrongly.</summary>
internal static class RulesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var rule = new Option<string?>("--rule") { Description = "One rule only, with the blocks where it was wrong.", HelpName = "ID" };
        var samples = new Option<int>("--samples") { Description = "How many of these blocks (default 40).", HelpName = "N", DefaultValueFactory = _ => 40 };
        var command = new Command("rules", "Precision of every rule, by words of the blocks it decided.") { rule, samples };
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var ids = selection.Ids(options, corpus);
            foreach (var format in selection.Formats(options))
            {
                var report = new RuleReport(ids.Count, options.GetValue(rule));
                new Scorer(corpus, Systems.Scrubber(cancellation), selection.Jobs(options)).Run(ids, format, report.Inspect, cancellation);
                Console.Out.WriteLine(format == PageFormat.Html ? "== html, by alignment with the gold's text" : "== text captures, by the labels of the lines");
                report.Write(Console.Out, options.GetValue(samples));
                Console.Out.WriteLine();
            }

            return Task.FromResult(0);
        });
        return command;
    }
}
