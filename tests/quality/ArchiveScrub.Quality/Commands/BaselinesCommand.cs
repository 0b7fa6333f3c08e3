using System.CommandLine;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>baselines</c>: the trivial systems of the corpus's README, to see that the metrics are the same.</summary>
internal static class BaselinesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var command = new Command("baselines", "Scores trivial systems on the text captures.");
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var ids = selection.Ids(options, corpus);
            foreach (var (name, system) in Systems.Baselines)
            {
                ScoreTable.Write(Console.Out, name, new Scorer(corpus, system, selection.Jobs(options)).Run(ids, PageFormat.Text, cancellation: cancellation));
                Console.Out.WriteLine();
            }

            return Task.FromResult(0);
        });
        return command;
    }
}
