using System.CommandLine;
using ArchiveScrub.Quality.Reports;
using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>flips</c>: the pages that changed between two saved runs.</summary>
internal static class FlipsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var before = new Argument<string>("A.json") { Description = "The earlier run, saved with score --json." };
        var after = new Argument<string>("B.json") { Description = "The later one." };
        var command = new Command("flips", "Compares two saved runs page by page.") { before, after };
        command.SetAction(options => Flips.Write(Console.Out, ScoreFile.Read(options.GetRequiredValue(before)), ScoreFile.Read(options.GetRequiredValue(after))));
        return command;
    }
}
