using System.CommandLine;
using ArchiveScrub.Quality.Robustness;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>run-all</c>: every page again and again, for robustness, conservation, determinism and speed.</summary>
internal static class RunAllCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var command = new Command("run-all", "Scrubs every page three times (to verify, with one job, with --jobs), checks that nothing breaks and nothing differs, and measures speed and memory.");
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var wrong = new RobustnessCheck(corpus).Run(selection.Ids(options, corpus), selection.Formats(options), selection.Jobs(options), Console.Out, cancellation);
            foreach (var line in wrong)
            {
                Console.Error.WriteLine(line);
            }

            return Task.FromResult(wrong.Count > 0 ? 1 : 0);
        });
        return command;
    }
}
