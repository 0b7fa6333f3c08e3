using ArchiveScrub.Blocks;
using Xunit;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>Pages made to kill a parser. Each runs on the stack of a small worker thread.</summary>
public class HtmlBombTests
{
    public static TheoryData<string, string, int, string, bool> Bombs => new()
    {
        // before, repeated, times, after, whether it is over a limit of the parser
        { "", "<div>", 100_000, "end", true },
        { "", "<span>", 100_000, "end", true },
        { "", "<li><a href=x>t</p>", 2_000, "end", true },
        { "", "<b><p>x", 20_000, "end", true },
        { "", "<table><tr><td>", 20_000, "end", true },
        { "", "<font color=red>x", 10_000, "end", true },
        { "", "<form>", 10_000, "end", true },
        { "", "<x-y>", 100_000, "end", true },
        { "<video>", "<track>", 100_000, "</video>end", false },
        { "", "<b><p>x</b></p>", 20_000, "end", false },
        { "", "<a href=x><p>x</a></p>", 20_000, "end", false },
        { "", "<p>x", 50_000, "<p>end", false },
        { "", "<li>x", 50_000, "<p>end", false },
        { "<table><tr>", "<td>x", 50_000, "</table>end", false },
        { "", "<a href=x>x", 50_000, "</a><p>end", false },
        { "", "<option>x", 50_000, "</option>end", false },
        { "", "x</div></p></form></b></h1>", 20_000, "<p>end", false },
        { "", "<h1>x</h2>", 20_000, "end", false },
        { "", "<", 200_000, " <p>end", false },
        { "", "</", 200_000, "><p>end", false },
        { "", "<%", 200_000, "<p>end", false },
        { "", "<!", 200_000, "><p>end", false },
        { "", "&", 500_000, "<p>end", false },
        { "", "&#", 500_000, "<p>end", false },
        { "", "<p><br>", 50_000, "<p>end", false },
        { "<p>", "<i hidden>x</i>y", 20_000, "<p>end", false },
        { "<script>", "<!--<script", 50_000, "</script>--></script><p>end", false },
        { "<div title='", "x", 15_000_000, "'><p>end", false },
        { "<div title='", "x", 50_000_000, "'><p>end", true },
        { "<div ", "a ", 100_000, "><p>end", true },
        { "<!--", "- <p>", 1_000_000, "--><p>end", false },
        { "", "<p>small</p>", 200_000, "<p>end", false },
        { "", "<p>small</p>", 300_000, "<p>end", true },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Segment_ends_with_the_text_and_without_a_crash(string before, string repeated, int times, string after, bool isOverLimit)
    {
        var html = before + string.Concat(Enumerable.Repeat(repeated, times)) + after;

        var page = OnSmallStack(() => HtmlSamples.Segment(html));

        Assert.Equal(isOverLimit, page.Warnings.Contains(HtmlSegmenter.TextOnlyFallback));
        Assert.Equal("end", page.Blocks[^1].Text.Split('\n', ' ')[^1][^3..]);
    }

    private static SegmentedPage OnSmallStack(Func<SegmentedPage> segment)
    {
        SegmentedPage? page = null;
        var thread = new Thread(() => page = segment(), maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        return page!;
    }
}
