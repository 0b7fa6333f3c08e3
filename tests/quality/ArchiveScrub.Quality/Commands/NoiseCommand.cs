using System.CommandLine;
using ArchiveScrub.Quality.Noise;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>noise</c>: what spoilt pages cost.</summary>
internal static class NoiseCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var models = new Option<string?>("--models") { Description = "Judge each page by the model of its fold in a training's output; 'none' for no model.", HelpName = "DIR" };
        var seed = new Option<int>("--seed") { Description = "Seed of what is random (default 1).", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("noise", "Scores spoilt pages: random class names, lower case, plain tags, cut off. Fails with 1 where one costs more than its aim.") { models, seed };
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var report = new NoiseReport(corpus, Systems.Of(options.GetValue(models), withoutLexicons: false, cancellation), selection.Jobs(options), options.GetValue(seed));
            var missed = new List<string>();
            foreach (var format in selection.Formats(options))
            {
                missed.AddRange(report.Write(Console.Out, selection.Ids(options, corpus), format, cancellation));
                Console.Out.WriteLine();
            }

            foreach (var line in missed)
            {
                Console.Error.WriteLine(line);
            }

            return Task.FromResult(missed.Count > 0 ? 1 : 0);
        });
        return command;
    }
}
