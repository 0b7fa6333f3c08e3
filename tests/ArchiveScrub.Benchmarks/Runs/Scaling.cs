using System.Globalization;
using ArchiveScrub.Benchmarks.Pages;
using ArchiveScrub.Benchmarks.Reports;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>The command over the same pages with one worker and with two.</summary>
/// <param name="Pages">How many pages.</param>
/// <param name="One">Runs with one worker.</param>
/// <param name="Two">Runs with two.</param>
internal sealed record Scaling(int Pages, IReadOnlyList<ProcessRun> One, IReadOnlyList<ProcessRun> Two)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>How many times as fast two workers are, by the best run of each.</summary>
    public double SpeedUp => One.Min(static run => run.Milliseconds) / Two.Min(static run => run.Milliseconds);

    /// <summary>The most memory that one worker had, in bytes.</summary>
    public long PeakOfOne => One.Max(static run => run.PeakBytes);

    /// <summary>Runs it so many times, one and two by turns.</summary>
    public static Scaling Measure(PublishedCommand command, string folder, int runs, TextWriter log)
    {
        using var pages = new PageFolder(folder, PageFormat.Html, 1);
        var (one, two) = (new List<ProcessRun>(), new List<ProcessRun>());
        for (var i = 0; i < runs; i++)
        {
            log.WriteLine($"one and two workers, run {i + 1}");
            one.Add(Run(1));
            two.Add(Run(2));
        }

        return new Scaling(pages.Files.Count, one, two);

        ProcessRun Run(int jobs)
        {
            var output = command.NewFolder();
            var run = ProcessRun.Start(
                command.File, ["scrub", pages.Folder, "--output", output, "--jobs", jobs.ToString(CultureInfo.InvariantCulture)], null, Look);
            Directory.Delete(output, recursive: true);
            return run;
        }
    }

    /// <summary>The table.</summary>
    public string ToMarkdown()
    {
        var table = new MarkdownTable("workers", "wall s", "pages a second", "CPU ms a page", "peak MB", "speed");
        Add("1", One, "1");
        Add("2", Two, Figure.Ratio(SpeedUp, 1));
        return table.ToString();

        void Add(string name, IReadOnlyList<ProcessRun> runs, string speed)
        {
            var best = runs.MinBy(static run => run.Milliseconds)!;
            table.Add(
                name,
                Figure.Of(best.Milliseconds / 1e3),
                Figure.Of(Pages * 1e3 / best.Milliseconds),
                Figure.Of(best.CpuMilliseconds / Pages),
                Figure.Megabytes(runs.Max(static run => run.PeakBytes)),
                speed);
        }
    }
}
