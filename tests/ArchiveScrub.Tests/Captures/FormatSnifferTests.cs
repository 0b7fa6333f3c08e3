using System.Text;
using ArchiveScrub.Captures.Sniffing;
using Xunit;

namespace ArchiveScrub.Tests.Captures;

public sealed class FormatSnifferTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><p>x")]
    [InlineData("  \r\n<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<title>x</title>words")]
    [InlineData("<!-- saved by a tool --><html><body>x</body></html>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html/>")]
    [InlineData("<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY>x")]
    [InlineData("<div class=\"story\"><h1>Harbour</h1><p>The ferry runs again.</p></div>")]
    [InlineData("<p>One paragraph that is rather long, without any other markup, but with an end tag.</p>\n")]
    [InlineData("<table><tr><td>1<td>2</table>")]
    public void Markup_is_html_even_in_a_text_file(string content)
    {
        Assert.Equal(PageFormat.Html, Sniff(content, "x.txt", "text/plain"));
        Assert.Equal(PageFormat.Html, Sniff(content, "x", null));
    }

    [Theory]
    [InlineData("The <b> element makes words bold, and <i> makes them lean.")]
    [InlineData("Home\nNews\nSport\n\nIf a < b and b < c, then a < c.\n")]
    [InlineData("<b> is short for bold.")]
    [InlineData("<html> is the root of every page.")]
    [InlineData("<chapter>One</chapter> is what the editors write.")]
    [InlineData("How to write a page\n\nBegin with this:\n\n<!DOCTYPE html>\n<html>\n<body>\n<p>Hello</p>\n</body>\n</html>\n\nThen save it and look at it in a browser of your choice.")]
    [InlineData("No markup whatever.")]
    public void Text_that_shows_markup_is_text(string content)
    {
        Assert.Equal(PageFormat.Text, Sniff(content, "x.txt", null));
        Assert.Equal(PageFormat.Text, Sniff(content, "x", "text/plain"));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n<!DOCTYPE html><html><body><p>x</p></body></html>")]
    [InlineData("Warning: file not found on line 3\n<html><head></head><body>x</body></html>\n<!-- 0.2 s -->")]
    public void Junk_before_a_document_does_not_hide_it(string content)
    {
        Assert.Equal(PageFormat.Html, Sniff(content, "x", null));
    }

    [Theory]
    [InlineData("x.html", null, PageFormat.Html)]
    [InlineData("x.HTM", null, PageFormat.Html)]
    [InlineData("index.php?id=3&x.y=1", "text/html", PageFormat.Html)]
    [InlineData("x", "text/html", PageFormat.Html)]
    [InlineData("x", "application/xhtml+xml", PageFormat.Html)]
    [InlineData("x.txt", "text/html", PageFormat.Text)]
    [InlineData("x", null, PageFormat.Text)]
    [InlineData("x.y", "application/octet-stream", PageFormat.Text)]
    [InlineData("x.", null, PageFormat.Text)]
    public void Name_and_then_media_type_decide_where_the_content_does_not(string name, string? mediaType, PageFormat expected)
    {
        Assert.Equal(expected, Sniff("Tea &amp; coffee", name, mediaType));
    }

    [Fact]
    public void Long_text_with_an_unclosed_comment_or_tag_ends()
    {
        Assert.Equal(PageFormat.Text, Sniff(new string('<', 100_000), "x", null));
        Assert.Equal(PageFormat.Text, Sniff("words <!--" + new string('-', 100_000), "x", null));
    }

    private static PageFormat Sniff(string content, string name, string? mediaType) => FormatSniffer.Sniff(Encoding.UTF8.GetBytes(content), name, mediaType);
}
