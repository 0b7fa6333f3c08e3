using System.CommandLine;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Gate;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>gate</c>: compares a run over the whole corpus with the floors, or raises them.</summary>
internal static class GateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var corpusOption = new Option<string?>("--corpus") { Description = "The folder of the corpus (default: shared/corpus beside the repository).", HelpName = "DIR" };
        var sample = new Option<bool>("--sample") { Description = "One page in four, with floors of its own: what the tests run." };
        var models = new Option<string?>("--models") { Description = "Judge each page by the model of its fold in a training's output: floors are raised by these figures.", HelpName = "DIR" };
        var floors = new FloorOptions("floors.json");
        var command = new Command("gate", "Fails with 1 where a figure is below its floor.") { corpusOption, sample, models };
        floors.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = Corpus.Open(options.GetValue(corpusOption));
            var run = options.GetValue(sample) ? FloorRun.Sample : FloorRun.Full;
            var figures = run.Measure(corpus, options.GetValue(models), Environment.ProcessorCount, cancellation);
            return Task.FromResult(floors.Check(options, run.Name, corpus.Fingerprint(), figures));
        });
        return command;
    }
}
