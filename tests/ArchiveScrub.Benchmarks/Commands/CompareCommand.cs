using System.CommandLine;
using ArchiveScrub.Benchmarks.Reports;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary><c>compare</c>: ArchiveScrub beside what a user would pick instead, on the same pages.</summary>
internal static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var options = new ComparisonOptions();
        var command = new Command("compare", "ArchiveScrub beside what a user would pick instead, on the same pages, one process each.");
        options.AddTo(command);
        command.SetAction(parsed => Console.Out.Write(new ComparisonReport(options.Run(parsed, Console.Error)).ToMarkdown()));
        return command;
    }
}
