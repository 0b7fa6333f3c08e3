using ArchiveScrub.Blocks;
using Xunit;
using static ArchiveScrub.Tests.Blocks.HtmlSamples;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>Markup that HtmlAgilityPack reads otherwise than a browser does.</summary>
public class HtmlRepairTests
{
    [Theory]
    [InlineData("<p>Написал <Привет> и 3 <4 или a<b</p>", "Paragraph|Написал <Привет> и 3 <4 или a")]
    [InlineData("<p>5 <% of <b>all</b> 6 %> end</p>", "Paragraph|5 <% of all 6 %> end")]
    [InlineData("<p>a</p></form><p>b</p>", "Paragraph|a", "Paragraph|b")]
    [InlineData("<div class=\"x\" <b>a</b>c</div>", "Line|ac")]
    [InlineData("<div title=a<b>c</div>", "Line|c")]
    [InlineData("<p>a</ x='>'b<i>c</i></p>", "Paragraph|a'bc")]
    [InlineData("<p>a<!-->b<!--->c<!-- --!>d<!-- > -- - -->e<!x>f<?y?>g</p>", "Paragraph|abcdefg")]
    [InlineData("<p>a<![CDATA[b]]>c<!--[if IE]>d<![endif]-->e<![if !IE]>f<![endif]></p>", "Paragraph|acef")]
    [InlineData("<script><!-- document.write('<script>x</script>') --></script><p>a", "Paragraph|a")]
    [InlineData("<script>a</scriptx>b</script/><p>c", "Paragraph|c")]
    [InlineData("<iframe>a<p>b</iframe/>c", "Line|c")]
    [InlineData("<iframe src=x />a<p>b</p>", "Line|a", "Paragraph|b")]
    [InlineData("<select/><option>a</option></select>b", "Line|b")]
    [InlineData("<video><track src=x></video><p>a", "Paragraph|a")]
    [InlineData("<div><svg><path d=x><div>a</div></svg>b</div>", "Line|a", "Line|b")]
    [InlineData("<div><svg><g><title>x</title><desc>y</desc><text>z</text></g></svg>a</div>", "Line|a")]
    [InlineData("<h2>a</h3><p>b</p>", "Heading2|a", "Paragraph|b")]
    [InlineData("<ul><li>a</div></span></ul></ul><li>b", "ListItem@1|a", "ListItem@1|b")]
    [InlineData("<table><tr><td>a</div></td><td>b</td></tr></table>", "TableRow|a\tb")]
    [InlineData("<blockquote><span><p>a</span></p>b</blockquote>", "Quote|a", "Quote|b")]
    [InlineData("<blockquote>a</body></html><p>b</blockquote>c", "Quote|a", "Quote|b", "Line|c")]
    [InlineData("<head><title>x</title><body><p>a", "Paragraph|a")]
    [InlineData("<p>a<p>b<div>c", "Paragraph|a", "Paragraph|b", "Line|c")]
    [InlineData("a\0b<p\0>c", "Line|ab", "Line|c")]
    [InlineData("<P CLASS=x>A<BR/>B</P\n><DIV>C", "Paragraph|A\nB", "Line|C")]
    public void Segment_reads_it_as_a_browser_does(string html, params string[] expected) =>
        Assert.Equal(expected, Describe(html));

    [Fact]
    public void A_link_ends_at_its_end_tag_even_where_it_overlaps_a_box()
    {
        var blocks = Segment("<div><a href=x><p>link</a> text</p>after</div><p>b").Blocks;

        Assert.Equal(["link text", "after", "b"], blocks.Select(block => block.Text));
        Assert.Equal([4, 0, 0], blocks.Select(block => block.LinkLength));
    }

    [Theory]
    [InlineData("<p>a<script>b")]
    [InlineData("<p>a<style>b")]
    [InlineData("<p>a<title>b")]
    [InlineData("<p>a<textarea>b</texta")]
    [InlineData("<p>a<!-- b")]
    public void Segment_warns_of_raw_text_without_an_end(string html)
    {
        var page = Segment(html);

        Assert.Equal("a", page.Linear);
        Assert.Equal([HtmlSegmenter.UnclosedRawText], page.Warnings);
    }

    [Theory]
    [InlineData("<p>a<script></script>b<!-- c --><title>d</title>")]
    [InlineData("<p>a<plaintext>b")]
    public void Segment_does_not_warn_of_what_is_whole(string html) => Assert.Empty(Segment(html).Warnings);
}
