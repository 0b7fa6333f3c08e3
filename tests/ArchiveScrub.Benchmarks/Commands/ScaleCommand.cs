using System.CommandLine;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary><c>scale</c>: the published command with one worker and with two.</summary>
internal static class ScaleCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var pages = new Argument<string>("PAGES") { Description = "A folder of HTML pages: .html and .html.gz" };
        var runs = new Option<int>("--runs") { Description = "How often each is run", HelpName = "N", DefaultValueFactory = static _ => 2 };
        var command = new Command("scale", "The published command over the same pages with one worker and with two.") { pages, runs };
        command.SetAction(parsed =>
        {
            using var published = new PublishedCommand(Console.Error);
            Console.Out.Write(Scaling.Measure(published, parsed.GetRequiredValue(pages), parsed.GetValue(runs), Console.Error).ToMarkdown());
        });
        return command;
    }
}
