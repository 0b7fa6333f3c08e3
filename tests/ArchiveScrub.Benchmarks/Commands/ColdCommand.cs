using System.CommandLine;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary><c>cold</c>: from the start of the published command to its first page.</summary>
internal static class ColdCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "How often each is started", HelpName = "N", DefaultValueFactory = static _ => 20 };
        var command = new Command("cold", "From the start of the published command to the first clean page on disk, beside a program that does nothing.") { runs };
        command.SetAction(parsed =>
        {
            using var published = new PublishedCommand(Console.Error);
            Console.Out.Write(ColdStart.Measure(published, parsed.GetValue(runs), Console.Error).ToMarkdown());
        });
        return command;
    }
}
