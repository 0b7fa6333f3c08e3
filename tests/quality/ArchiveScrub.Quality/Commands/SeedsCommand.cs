using System.CommandLine;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Seeds;

namespace ArchiveScrub.Quality.Commands;

/// <summary><c>seeds</c>: checks the seed captures against what is expected of them.</summary>
internal static class SeedsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var folder = new Option<string?>("--seeds") { Description = "The folder of the seeds (default: shared/seeds beside the repository).", HelpName = "DIR" };
        var command = new Command("seeds", "Checks the seed captures and prints where they differ.") { folder };
        command.SetAction(options =>
        {
            var differences = SeedChecker.Check(options.GetValue(folder) ?? SharedFolder.Find("seeds") ?? throw new DirectoryNotFoundException("no seeds found; name the folder with --seeds"));
            foreach (var (name, lines) in differences)
            {
                Console.Out.WriteLine($"{name}: {(lines.Count == 0 ? "exact" : $"{lines.Count} differences")}");
                foreach (var line in lines)
                {
                    Console.Out.WriteLine("  " + line);
                }
            }

            return differences.Values.Any(lines => lines.Count > 0) ? 1 : 0;
        });
        return command;
    }
}
