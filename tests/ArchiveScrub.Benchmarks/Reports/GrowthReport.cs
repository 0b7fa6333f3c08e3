using System.Globalization;
using System.Text;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>Growth in Markdown: a row for each shape.</summary>
internal static class GrowthReport
{
    /// <summary>From this size on growth is fitted: below, what every page costs hides it.</summary>
    public const int FittedFrom = 1_000_000;

    /// <summary>Columns of sizes, however many shapes could be measured.</summary>
    public static string ToMarkdown(IReadOnlyList<Growth> shapes)
    {
        var sizes = shapes.Max(static shape => shape.Points.Count);
        var longest = shapes.First(shape => shape.Points.Count == sizes).Points;
        var table = new MarkdownTable(["shape", .. longest.Select(static point => Figure.Size(Rounded(point.Bytes))), "exponent", "peak", "peak by size"]);
        foreach (var shape in shapes)
        {
            table.Add(Row(shape, sizes));
        }

        return table.ToString();
    }

    /// <summary>The exponent of time: 1 is linear.</summary>
    public static double Exponent(Growth growth) =>
        PowerFit.Exponent([.. growth.Points.Where(static point => point.Bytes >= FittedFrom * 0.9).Select(static point => ((double)point.Bytes, point.Milliseconds))]);

    /// <summary>As it was asked for: a page is a little longer or shorter.</summary>
    private static long Rounded(int bytes) => (long)double.Parse(bytes.ToString("E0", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string[] Row(Growth growth, int sizes)
    {
        var last = growth.Points.Count > 0 ? growth.Points[^1] : null;
        return
        [
            growth.Shape.Name,
            .. Enumerable.Range(0, sizes).Select(i => Cell(growth, i)),
            Figure.Of(Exponent(growth)),
            Figure.Megabytes(last?.PeakBytes),
            last is null ? "–" : Figure.Ratio(last.PeakBytes, last.Bytes),
        ];
    }

    private static string Cell(Growth growth, int i)
    {
        if (i >= growth.Points.Count)
        {
            return "too long";
        }

        var text = new StringBuilder(Figure.Of(growth.Points[i].Milliseconds));
        return (growth.Points[i].Error is { } error ? text.Append(" (").Append(error).Append(')') : text).ToString();
    }
}
