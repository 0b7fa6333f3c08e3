using System.CommandLine;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary><c>measure</c>: what the runner starts for a contestant; hidden.</summary>
internal static class MeasureCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("CONTESTANT");
        var list = new Argument<string>("LIST");
        var passes = new Argument<int>("PASSES");
        var seconds = new Argument<int>("SECONDS");
        var command = new Command(OwnContestants.Command, "Measures one contestant in this process.") { name, list, passes, seconds };
        command.Hidden = true;
        command.SetAction(parsed => OwnContestants.Measure(
            parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(list),
            parsed.GetRequiredValue(passes),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)),
            Console.Out));
        return command;
    }
}
