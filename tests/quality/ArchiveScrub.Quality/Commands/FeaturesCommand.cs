using System.CommandLine;
using ArchiveScrub.Quality.Training;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>features</c>: writes what the model is trained on.</summary>
internal static class FeaturesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var output = new Option<string>("--output") { Description = "The folder to write to.", HelpName = "DIR", Required = true };
        var models = new Option<string?>("--models") { Description = "Write signals and figures of whole pages instead, each judged by the model of its fold in a training's output.", HelpName = "DIR" };
        var command = new Command("features", "Writes features and labels of every block, for training.") { output, models };
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var folder = options.GetValue(output)!;
            foreach (var format in selection.Formats(options))
            {
                if (options.GetValue(models) is { } trained)
                {
                    new PageExport(corpus, trained, folder).Run(selection.Ids(options, corpus), format, selection.Jobs(options), cancellation);
                }
                else
                {
                    new FeatureExport(corpus, folder).Run(selection.Ids(options, corpus), format, selection.Jobs(options), cancellation);
                }
            }

            return Task.FromResult(0);
        });
        return command;
    }
}
