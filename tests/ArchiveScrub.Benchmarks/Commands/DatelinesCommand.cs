using System.CommandLine;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary><c>datelines</c>: what finding datelines costs.</summary>
internal static class DatelinesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "A folder of .html and .txt files, .gz too", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("datelines", "Time per byte of datelines on hostile text of growing length; with a folder, their share in the scrubbing of its files.") { folder };
        command.SetAction(parsed => parsed.GetValue(folder) is { } path ? DatelineBenchmark.Share(path, Console.Out) : DatelineBenchmark.Hostile(Console.Out));
        return command;
    }
}
