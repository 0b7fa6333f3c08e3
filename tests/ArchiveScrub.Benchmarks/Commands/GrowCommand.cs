using System.CommandLine;
using ArchiveScrub.Benchmarks.Pages;
using ArchiveScrub.Benchmarks.Reports;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary><c>grow</c>: time and memory of pages of growing size and bad shapes.</summary>
internal static class GrowCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var shape = new Option<string?>("--shape") { Description = "Only shapes whose name has this in it", HelpName = "NAME" };
        var largest = new Option<int>("--largest") { Description = "No page larger than that", HelpName = "MB", DefaultValueFactory = static _ => 30 };
        var limit = new Option<int>("--limit") { Description = "How long a shape may take", HelpName = "SECONDS", DefaultValueFactory = static _ => 60 };
        var command = new Command("grow", "Time and memory of pages from 10 kB to 30 MB in shapes that are as bad as it gets, and the exponent they grow with.") { shape, largest, limit };
        command.SetAction(parsed =>
        {
            var shapes = GrowthShape.All.Where(one => one.Name.Contains(parsed.GetValue(shape) ?? "", StringComparison.Ordinal));
            Console.Out.Write(GrowthReport.ToMarkdown(Measure(shapes, parsed.GetValue(largest) * 1_000_000, TimeSpan.FromSeconds(parsed.GetValue(limit)), Console.Error)));
        });
        return command;
    }

    /// <summary>Makes the command that measures one shape; hidden.</summary>
    public static Command CreateOne()
    {
        var name = new Argument<string>("SHAPE");
        var largest = new Argument<int>("BYTES");
        var command = new Command(Growth.Command, "Measures one shape in this process.") { name, largest };
        command.Hidden = true;
        command.SetAction(parsed => Growth.Print(GrowthShape.All.First(shape => shape.Name == parsed.GetRequiredValue(name)), parsed.GetRequiredValue(largest), Console.Out));
        return command;
    }

    /// <summary>Measures shapes one after the other.</summary>
    public static IReadOnlyList<Growth> Measure(IEnumerable<GrowthShape> shapes, int largest, TimeSpan limit, TextWriter log)
    {
        return [.. shapes.Select(shape =>
        {
            log.WriteLine($"growth: {shape.Name}");
            return Growth.Measure(shape, largest, limit);
        })];
    }
}
