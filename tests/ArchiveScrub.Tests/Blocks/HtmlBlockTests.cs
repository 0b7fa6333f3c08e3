using ArchiveScrub.Blocks;
using ArchiveScrub.Blocks.Html;
using HtmlAgilityPack;
using Xunit;
using static ArchiveScrub.Tests.Blocks.HtmlSamples;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>What a block and a page say beside their text.</summary>
public class HtmlBlockTests
{
    [Theory]
    [InlineData("<p>  a <b>b</b>\n</p>", "a <b>b")]
    [InlineData("<p><b>&nbsp;a</b> c&amp; </p>", "a</b> c&amp;")]
    [InlineData("<p>\r\n😀 x<br></p>", "😀 x")]
    [InlineData("<p>a<p>b", "a", "b")]
    [InlineData("<table><tr><td> a <td> b <td> </table>", "a <td> b")]
    [InlineData("<p>a<i hidden>b</i>c</p>", "a<i hidden>b</i>c", "b")]
    public void Source_runs_from_the_first_to_the_last_character(string html, params string[] expected) =>
        Assert.Equal(expected, Segment(html).Blocks.Select(block => html[block.Source.Start..block.Source.End]));

    [Theory]
    [InlineData("<p>see <a href=1>this</a> and <a href=2>that</a></p>", 8, 2)]
    [InlineData("<p><a name=x>no</a> link</p>", 0, 0)]
    [InlineData("<a href=1><div>box</div></a>", 3, 1)]
    [InlineData("<p><a href=1><b>one</b> <i>link</i></a></p>", 8, 1)]
    public void Links_are_measured(string html, int length, int count)
    {
        var block = Segment(html).Blocks[0];

        Assert.Equal((length, count), (block.LinkLength, block.LinkCount));
    }

    [Fact]
    public void Boxes_in_one_link_all_know_it()
    {
        var blocks = Segment("<a href=x><div>one</div><h3>two</h3></a><p>three").Blocks;

        Assert.Equal([1, 1, 0], blocks.Select(block => block.LinkCount));
        Assert.Equal([3, 3, 0], blocks.Select(block => block.LinkLength));
    }

    [Fact]
    public void Bold_text_times_and_words_are_noted()
    {
        var block = Segment("<p><b>Bold</b> and <strong>strong</strong> <time datetime='2020-01-02'>2 Jan</time> <time datetime=x>y</time></p>").Blocks[0];

        Assert.Equal("Bold and strong 2 Jan y", block.Text);
        Assert.Equal("Bold strong".Length, block.BoldLength); // with the blank before it
        Assert.Equal("2020-01-02", block.DateTimeAttribute);
        Assert.Equal(6, block.WordCount);
        Assert.Equal(0, Segment("<h1>Head</h1>").Blocks[0].BoldLength);
    }

    [Fact]
    public void Parent_is_the_innermost_element_around_all_of_the_block()
    {
        var page = Segment("<div id=d class='a  b' role=MAIN itemprop=p aria-label='L &amp; M'><p>x <b>y</b></p><p><i><b>z</b></i></p></div><em>tail</em>");

        Assert.Equal(["p", "b", "em"], page.Blocks.Select(block => block.Parent!.Tag));
        var div = page.Elements[0];
        Assert.Equal(("div", "d", "a  b", "main", "p", "L & M"), (div.Tag, div.Id, div.Class, div.Role, div.ItemProp, div.AriaLabel));
        Assert.Equal((0, 2), (div.BlockStart, div.BlockEnd));
        Assert.Equal((0, 0), (div.Depth, div.Index));
        Assert.Equal(["div", "p", "p", "i", "b", "em"], page.Elements.Select(element => element.Tag));
        Assert.Equal([1, 1, 2, 1, 1, 1], page.Elements.Select(element => element.Ordinal));
        Assert.Null(Segment("bare").Blocks[0].Parent);
    }

    [Theory]
    [InlineData("<html><head><title>t</title></head><body><div>a</div><div><section></section><section><p>b</p></section></div></body></html>",
        "/html/body/div[1]", "/html/body/div[2]/section[2]/p[1]")]
    [InlineData("<div>a</div><p>b<p>c", "/div[1]", "/p[1]", "/p[2]")]
    [InlineData("bare", "/")]
    [InlineData("<o:p>a</o:p>", "/*[name()='o:p'][1]")]
    public void ElementPath_leads_to_the_element(string html, params string[] expected) =>
        Assert.Equal(expected, Segment(html).Blocks.Select(ElementPath.Of));

    [Fact]
    public void ElementPath_is_understood_by_the_parser()
    {
        const string Html = "<html><body><nav><ul><li>a</li><li><a href=x>b</a></li></ul></nav><div><script></script><p>c</p><!-- --><p>d <i>e</i></p></div></body></html>";
        var document = new HtmlDocument();
        document.LoadHtml(Html);

        foreach (var block in Segment(Html).Blocks)
        {
            Assert.Equal(block.Text, document.DocumentNode.SelectSingleNode(ElementPath.Of(block))?.InnerText);
        }
    }

    [Fact]
    public void Head_is_read_wherever_it_stands()
    {
        var head = Segment("""
            <html lang="en-GB"><head><title> A &amp;
              B</title><meta name="Author" content="Ann"><meta property="og:title" content="T &quot;q&quot;"><meta charset=utf-8>
            <link rel="alternate canonical" href="https://example.org/?a=1&amp;b=2"></head>
            <body><meta itemprop="datePublished" content="2020"><title>second</title><p>x
            <script type="application/ld+json">{"x":"</p>&amp;"}</script><script>no()</script></body></html>
            """).Head;

        Assert.Equal("A & B", head.Title);
        Assert.Equal("en-GB", head.Language);
        Assert.Equal("https://example.org/?a=1&b=2", head.CanonicalUri);
        Assert.Equal(["author=Ann", "og:title=T \"q\"", "datepublished=2020"], head.Meta.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(["""{"x":"</p>&amp;"}"""], head.JsonLd);
    }

    [Fact]
    public void A_drawing_has_no_say_in_the_title() =>
        Assert.Null(Segment("<svg><title>icon</title></svg><p>x").Head.Title);

    [Fact]
    public void The_fallback_gives_much_the_same_blocks()
    {
        const string Html = "<title>t</title><h1>A</h1><style>x</style><div>b <b>c</b><br><br>d</div><p>e &amp; f</p><ul><li>g</ul><select><option>no</select><pre> h\n  i</pre><svg><p>j";
        var page = new HtmlSegmenter(new HtmlLimits { Depth = 1 }).Segment(new PlainSource(Html));

        Assert.Equal([HtmlSegmenter.TextOnlyFallback], page.Warnings);
        Assert.Equal(["Heading1|A", "Line|b c", "Line|d", "Paragraph|e & f", "ListItem@1|g", "Code| h\n  i", "Paragraph|j"], page.Blocks.Select(Describe));
        Assert.Equal("A", Html[page.Blocks[0].Source.Start..page.Blocks[0].Source.End]);
    }

    [Fact]
    public void Segment_stops_when_told() =>
        Assert.Throws<OperationCanceledException>(() => new HtmlSegmenter().Segment(new PlainSource("<p>x"), new CancellationToken(canceled: true)));
}
