using System.CommandLine;
using ArchiveScrub.Quality.Robustness;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>proof</c>: what manifests promise, on every page.</summary>
internal static class ProofCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var selection = new Selection();
        var flips = new Option<int>("--flips") { Description = "How many bytes are changed, over all pages", DefaultValueFactory = static _ => 10_000 };
        var command = new Command("proof", "Verifies the results of every page at both levels, restores the linear text, and changes bytes one at a time: each change must be noticed.") { flips };
        selection.AddTo(command);
        command.SetAction((options, cancellation) =>
        {
            var corpus = selection.Corpus(options);
            var result = new ProofCheck(corpus).Run(selection.Ids(options, corpus), selection.Formats(options), options.GetValue(flips), selection.Jobs(options), cancellation);
            foreach (var line in result.Wrong)
            {
                Console.Error.WriteLine(line);
            }

            Console.WriteLine(FormattableString.Invariant($"{result.Pages} pages verified and restored, {result.Refused} refused with a CaptureException; {result.Flips} bytes changed; {result.Wrong.Count} wrong"));
            return Task.FromResult(result.Wrong.Count > 0 ? 1 : 0);
        });
        return command;
    }
}
