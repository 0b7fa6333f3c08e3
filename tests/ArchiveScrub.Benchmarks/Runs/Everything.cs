using ArchiveScrub.Benchmarks.Measuring;
using ArchiveScrub.Benchmarks.Reports;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>All that is measured in one go.</summary>
internal sealed record Everything(Comparison Comparison, ColdStart Cold, Scaling Scaling, IReadOnlyList<Growth> Growth)
{
    /// <summary>What the README shows.</summary>
    /// <param name="date">When it was measured.</param>
    /// <param name="commit">Of what; null where that is not known.</param>
    /// <param name="chart">The name of the file with the bars.</param>
    public string ToMarkdown(DateOnly date, string? commit, string chart) =>
        $"""
        Measured {date:yyyy-MM-dd}{(commit is null ? "" : $", commit {commit}")}; {Machine.Describe()}.

        ![CPU time a page of ArchiveScrub and of what a user would pick instead]({chart})

        ### Beside others

        {new ComparisonReport(Comparison).ToMarkdown()}
        ### Targets

        {Target.ToMarkdown(Targets())}
        ### Cold start

        {Cold.ToMarkdown()}
        ### One worker and two

        The command over {Scaling.Pages:N0} pages, from its start to its end:

        {Scaling.ToMarkdown()}
        ### Growth

        CPU time in ms of pages of bad shapes by size; the exponent is fitted from 1 MB on, 1 is linear; peak memory of the process in MB
        (least of several runs of a page that takes less than 0.3 s, else one run).

        {GrowthReport.ToMarkdown(Growth)}
        """;

    private IEnumerable<Target> Targets()
    {
        var own = Comparison.Of(Entrant.Scrub)!;
        var pages = new Distribution(Comparison.All.PageNanoseconds.Select(static time => time / 1e6));
        var cold = Cold.Rows.First(static row => row.Name == ColdStart.Html);
        return
        [
            new("CPU a page, to HtmlAgilityPack's parse", 3, false, " ×", own.MillisecondsAPage / Comparison.Of(Entrant.Parse)!.MillisecondsAPage),
            new("as fast as SmartReader", 10, true, " ×", Against(Entrant.SmartReader)),
            new("as fast as readability.js with jsdom", 25, true, " ×", Against(Entrant.Readability)),
            new("p99 to p50, all pages", 15, false, " ×", pages.Percentile(99) / pages.Median),
            new("worst page", 300, false, " ms", pages.Max),
            new("text captures on one core", 40, true, " MB/s", Comparison.Text?.MegabytesASecond),
            new("allocated, by the page's size, all pages", 12, false, " ×", (double?)Comparison.All.AllocatedBytes / Comparison.All.PageBytes),
            new("peak memory of the command, one worker, all pages", 200, false, " MB", Scaling.PeakOfOne / 1e6),
            new("two workers to one", 1.8, true, " ×", Scaling.SpeedUp),
            new("cold start to the first page, median", 350, false, " ms", new Distribution(cold.Runs.Select(static run => run.Milliseconds)).Median),
            new("growth with size, greatest exponent", 1.1, false, "", Growth.Max(GrowthReport.Exponent)),
        ];

        double? Against(Entrant other) => Comparison.Of(other) is Measurement measured ? measured.MillisecondsAPage / own.MillisecondsAPage : null;
    }
}
