using System.Globalization;
using System.Xml.Linq;
using ArchiveScrub.Benchmarks.Pages;
using ArchiveScrub.Benchmarks.Reports;
using ArchiveScrub.Benchmarks.Runs;

namespace ArchiveScrub.Benchmarks.Tests;

public sealed class ReportTests
{
    [Fact]
    public void Only_what_stands_between_the_markers_is_replaced()
    {
        const string Text = "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n";

        var replaced = MarkedText.Replace(Text, "new\n");

        Assert.Equal("before\n<!-- measured: begin -->\nnew\n<!-- measured: end -->\nafter\n", replaced);
        Assert.Equal(replaced, MarkedText.Replace(replaced, "new"));
    }

    [Theory]
    [InlineData("no markers")]
    [InlineData("<!-- measured: end --><!-- measured: begin -->")]
    public void A_file_without_markers_is_left_alone(string text) => Assert.Throws<InvalidDataException>(() => MarkedText.Replace(text, "new"));

    [Theory]
    [InlineData(3, false, 2.9, true)]
    [InlineData(3, false, 3.1, false)]
    [InlineData(40, true, 39.0, false)]
    [InlineData(40, true, 40.0, true)]
    [InlineData(40, true, null, null)]
    public void A_target_is_met_on_the_right_side_of_its_bound(double bound, bool isFloor, double? measured, bool? met) =>
        Assert.Equal(met, new Target("speed", bound, isFloor, "", measured).IsMet);

    [Fact]
    public void A_row_has_as_many_cells_as_the_head()
    {
        var table = new MarkdownTable("a", "b");
        table.Add("x", "1");

        Assert.Equal("| a | b |\n| --- | ---: |\n| x | 1 |\n", table.ToString());
        Assert.Throws<ArgumentException>(() => table.Add("y"));
    }

    [Fact]
    public void Bars_are_as_long_as_the_logarithm_of_what_they_show()
    {
        var svg = XDocument.Parse(BarChart.Draw("a < b", [("one", 1, "1", true), ("ten", 10, "10", false), ("hundred", 100, "100", false)]));

        var lengths = svg.Descendants().Where(static e => e.Name.LocalName == "rect").Select(static e => double.Parse(e.Attribute("width")!.Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(3, lengths.Length);
        Assert.Equal(lengths[2] / 2, lengths[1], 0.2);
        Assert.Equal(1, lengths[0]);
    }

    [Fact]
    public void The_exponent_is_of_large_pages()
    {
        var growth = new Growth(GrowthShape.All[0], [new(10_000, 50, 1, null), new(1_000_000, 100, 1, null), new(10_000_000, 1000, 1, null)], Stopped: false);

        Assert.Equal(1, GrowthReport.Exponent(growth), 1e-9);
        Assert.Contains("| 50.0 | 100 | 1,000 | 1.00 |", GrowthReport.ToMarkdown([growth]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_that_took_too_long_says_so()
    {
        var whole = new Growth(GrowthShape.All[0], [new(10_000, 50, 1, null), new(1_000_000, 100, 1, "page-too-deep")], Stopped: false);
        var cut = new Growth(GrowthShape.All[1], [new(10_000, 50, 1, null)], Stopped: true);

        var report = GrowthReport.ToMarkdown([whole, cut]);

        Assert.Contains("100 (page-too-deep)", report, StringComparison.Ordinal);
        Assert.Contains("| 50.0 | too long | –", report, StringComparison.Ordinal);
    }
}
