using System.CommandLine;
using System.Globalization;
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
        var floors = new Option<string?>("--floors") { Description = "The file of floors (default: tests/quality/floors.json).", HelpName = "FILE" };
        var sample = new Option<bool>("--sample") { Description = "One page in four, with floors of its own: what the tests run." };
        var raise = new Option<bool>("--raise") { Description = "Raise the floors to what was reached." };
        var allowLower = new Option<bool>("--allow-lower") { Description = "Let --raise lower floors too; needs --reason." };
        var reason = new Option<string?>("--reason") { Description = "Why floors sink; it is recorded in the file.", HelpName = "TEXT" };
        var models = new Option<string?>("--models") { Description = "Judge each page by the model of its fold in a training's output: floors are raised by these figures.", HelpName = "DIR" };
        var command = new Command("gate", "Fails with 1 where a figure is below its floor.") { corpusOption, floors, sample, raise, allowLower, reason, models };
        command.Validators.Add(options =>
        {
            if (options.GetValue(allowLower) == string.IsNullOrWhiteSpace(options.GetValue(reason)))
            {
                options.AddError("--allow-lower and --reason go together.");
            }

            if (options.GetValue(allowLower) && !options.GetValue(raise))
            {
                options.AddError("--allow-lower needs --raise.");
            }
        });
        command.SetAction((options, cancellation) =>
        {
            var corpus = Corpus.Open(options.GetValue(corpusOption));
            var path = options.GetValue(floors) ?? FloorFile.Find() ?? throw new FileNotFoundException("the repository was not found; name the file with --floors");
            var run = options.GetValue(sample) ? FloorRun.Sample : FloorRun.Full;
            var figures = run.Measure(corpus, options.GetValue(models), Environment.ProcessorCount, cancellation);
            var file = FloorFile.Read(path);
            if (options.GetValue(raise))
            {
                var raised = QualityGate.Raise(file, run.Name, corpus.Fingerprint(), figures, options.GetValue(reason), TimeProvider.System);
                File.WriteAllText(path, raised.ToJson());
                file = raised;
            }

            var set = file.Sets.GetValueOrDefault(run.Name);
            foreach (var (figure, reached) in figures)
            {
                var floor = set?.Floors.TryGetValue(figure, out var value) == true ? value.ToString("0.0000", CultureInfo.InvariantCulture) : "none";
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure,-32} {reached:0.0000}  floor {floor}"));
            }

            var wrong = QualityGate.Compare(set, corpus.Fingerprint(), figures);
            foreach (var line in wrong)
            {
                Console.Error.WriteLine(line);
            }

            return Task.FromResult(wrong.Count > 0 ? 1 : 0);
        });
        return command;
    }
}
