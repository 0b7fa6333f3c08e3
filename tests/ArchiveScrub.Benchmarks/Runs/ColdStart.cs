using ArchiveScrub.Benchmarks.Reports;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>From the start of the command to the first clean page on disk, beside the start of a program that does nothing.</summary>
/// <param name="Rows">What was started, and its runs.</param>
internal sealed record ColdStart(IReadOnlyList<(string Name, IReadOnlyList<ProcessRun> Runs)> Rows)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    /// <summary>The name of the row of the command with an HTML page.</summary>
    public const string Html = "command, an HTML page";

    /// <summary>Starts each so many times, by turns.</summary>
    public static ColdStart Measure(PublishedCommand command, int runs, TextWriter log)
    {
        log.WriteLine("cold start");
        var html = Repository.PathTo("tests", "captures", "wire-story.html");
        var text = Repository.PathTo("tests", "captures", "donations-article.txt");
        var (hello, ofHtml, ofText) = (new List<ProcessRun>(), new List<ProcessRun>(), new List<ProcessRun>());
        for (var i = 0; i <= runs; i++)
        {
            hello.Add(ProcessRun.Start(command.HelloFile, [], null, Look));
            ofHtml.Add(Scrub(command, html));
            ofText.Add(Scrub(command, text));
        }

        // The first runs brought the files into memory.
        return new ColdStart([("dotnet, hello world", hello[1..]), (Html, ofHtml[1..]), ("command, a text capture", ofText[1..])]);
    }

    /// <summary>The table.</summary>
    public string ToMarkdown()
    {
        var table = new MarkdownTable("process", "median ms", "max ms", "CPU ms", "peak MB");
        foreach (var (name, runs) in Rows)
        {
            var times = new Distribution(runs.Select(static run => run.Milliseconds));
            table.Add(
                name,
                Figure.Of(times.Median),
                Figure.Of(times.Max),
                Figure.Of(new Distribution(runs.Select(static run => run.CpuMilliseconds)).Median),
                Figure.Megabytes(runs.Max(static run => run.PeakBytes)));
        }

        return table.ToString();
    }

    private static ProcessRun Scrub(PublishedCommand command, string capture)
    {
        var output = command.NewFolder();
        return ProcessRun.Start(command.File, ["scrub", capture, "--output", output], Path.Combine(output, Path.GetFileName(capture) + ".clean.txt"), Look);
    }
}
