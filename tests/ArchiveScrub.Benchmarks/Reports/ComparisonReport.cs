using System.Globalization;
using ArchiveScrub.Benchmarks.Measuring;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>A comparison in Markdown, ratios first: machines differ.</summary>
internal sealed class ComparisonReport(Comparison comparison)
{
    private readonly Measurement _parse = comparison.Of(Entrant.Parse)!;

    /// <summary>The tables.</summary>
    public string ToMarkdown()
    {
        var pages = _parse.PageNanoseconds.Length;
        var which = comparison.Every == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", every {comparison.Every}. of {comparison.All.PageNanoseconds.Length:N0}");
        var text = string.Create(CultureInfo.InvariantCulture, $"{pages:N0} HTML pages of {Figure.Size(_parse.PageBytes / pages)} each{which}; CPU time in ms a page, memory in MB.\n\n") + Sample();
        text += string.Create(CultureInfo.InvariantCulture, $"\nArchiveScrub on all {comparison.All.PageNanoseconds.Length:N0} pages, and on text captures:\n\n") + Own();
        return text;
    }

    /// <summary>The bars: CPU time a page.</summary>
    public string ToSvg() => BarChart.Draw(
        "CPU time a page in milliseconds, logarithmic",
        [.. comparison.Sample.Where(static one => one.Measured is not null).Select(one => (
            one.Entrant.Name,
            one.Measured!.MillisecondsAPage,
            $"{Figure.Of(one.Measured.MillisecondsAPage)} ({Figure.Ratio(one.Measured.MillisecondsAPage, _parse.MillisecondsAPage)})",
            one.Entrant == Entrant.Scrub))]);

    private static string[] Times(Measurement measured)
    {
        var pages = Of(measured);
        return [Figure.Of(measured.MillisecondsAPage), Figure.Of(measured.ThreadMillisecondsAPage), .. new[] { 50, 95, 99, 100 }.Select(percent => Figure.Of(pages.Percentile(percent)))];
    }

    private static string[] Memory(Measurement measured) =>
        [Figure.Megabytes(measured.AllocatedBytes / measured.PageNanoseconds.Length), Figure.Of((double?)measured.AllocatedBytes / measured.PageBytes), Figure.Megabytes(measured.PeakBytes)];

    private static Distribution Of(Measurement measured) => new(measured.PageNanoseconds.Select(static time => time / 1e6));

    private string Sample()
    {
        var table = new MarkdownTable("contestant", "to the parse", "process", "thread", "p50", "p95", "p99", "max", "allocated a page", "× page size", "peak", "passes", "failed");
        foreach (var (entrant, measured, missing) in comparison.Sample)
        {
            if (measured is null)
            {
                table.Add([$"{entrant.Name}: {missing}", .. Enumerable.Repeat("–", 12)]);
                continue;
            }

            table.Add([
                $"{entrant.Name} {measured.Version}",
                Figure.Ratio(measured.MillisecondsAPage, _parse.MillisecondsAPage),
                .. Times(measured),
                .. Memory(measured),
                measured.Passes.ToString(CultureInfo.InvariantCulture),
                measured.Failures.ToString(CultureInfo.InvariantCulture),
            ]);
        }

        return table.ToString();
    }

    private string Own()
    {
        var table = new MarkdownTable("captures", "MB/s", "process", "thread", "p50", "p95", "p99", "max", "allocated a page", "× page size", "peak");
        Add("HTML", comparison.All);
        if (comparison.Text is { } captures)
        {
            Add("text", captures);
        }

        return table.ToString();

        void Add(string name, Measurement measured) => table.Add([name, Figure.Of(measured.MegabytesASecond), .. Times(measured), .. Memory(measured)]);
    }
}
