using System.CommandLine;
using ArchiveScrub.Benchmarks.Pages;
using ArchiveScrub.Benchmarks.Reports;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Commands;

/// <summary><c>all</c>: everything, into the README.</summary>
internal static class AllCommand
{
    private const string Chart = "cpu-a-page.svg";

    // Those that tell most; grow measures all of them, which takes longer than everything else.
    private static readonly string[] Shapes =
    [
        "a page of articles", "tiny paragraphs", "list of links", "one giant paragraph", "table cells in rows", "deep divs", "unclosed divs", "unclosed list items", "one huge attribute",
        "one huge script", "text of articles", "short lines of text", "one huge line of text",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var comparison = new ComparisonOptions();
        var output = new Option<string>("--output")
        {
            Description = "The Markdown file whose marked stretch is written; the chart goes beside it",
            HelpName = "FILE",
            DefaultValueFactory = static _ => Repository.PathTo("tests", "ArchiveScrub.Benchmarks", "README.md"),
        };
        var command = new Command("all", "Everything: compare, cold, scale and grow, into the README. Takes some ten minutes.") { output };
        comparison.AddTo(command);
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(output);
            var readme = MarkedText.Replace(File.ReadAllText(file), ""); // complains before, not after ten minutes
            var measured = Measure(comparison, parsed, Console.Error);
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, Chart), new ComparisonReport(measured.Comparison).ToSvg());
            File.WriteAllText(file, MarkedText.Replace(readme, measured.ToMarkdown(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime), Repository.Commit(), Chart)));
        });
        return command;
    }

    private static Everything Measure(ComparisonOptions options, ParseResult parsed, TextWriter log)
    {
        const int ColdRuns = 15;
        const int ScaleRuns = 2;
        var compared = options.Run(parsed, log);
        using var command = new PublishedCommand(log);
        return new Everything(
            compared,
            ColdStart.Measure(command, ColdRuns, log),
            Scaling.Measure(command, options.Pages(parsed), ScaleRuns, log),
            GrowCommand.Measure(GrowthShape.All.Where(static shape => Shapes.Contains(shape.Name)), 30_000_000, TimeSpan.FromSeconds(30), log));
    }
}
