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
        var command = new Command("features", "Writes features and labels of every block, for training.") { output };
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var export = new FeatureExport(corpus, options.GetValue(output)!);
            foreach (var format in selection.Formats(options))
            {
                export.Run(selection.Ids(options, corpus), format, selection.Jobs(options), cancellation);
            }

            return Task.FromResult(0);
        });
        return command;
    }
}
