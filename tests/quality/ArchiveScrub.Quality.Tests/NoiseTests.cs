using System.Text;
using ArchiveScrub.Captures;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Noise;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class NoiseTests
{
    private const string Html = """
        <html class="js Wide"><head><title>One &Eacute;T&eacute; Two</title><style>.Wide { color: RED }</style></head>
        <body id=main class='Wide Post'><nav><ul><li><A HREF=/Up data-class="Keep">UP</A></ul></nav><p>First<b>Bold</b><br>Line <img class=Pic alt=X></p>
        <script>var Wide = "<div class=Wide>";</script><table><tr><td>Cell</table></body></html>
        """;

    [Fact]
    public void Random_names_replace_every_class_and_id_alike_and_nothing_else()
    {
        var spoilt = Text(HtmlNoise.RandomNames(Page(Html), 7));

        var names = System.Text.RegularExpressions.Regex.Matches(spoilt, "(class|id)=\"(?<names>[^\"]*)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["names"].Value.Split(' ')).ToList();
        Assert.Equal([2, 1, 2, 1, 1], names.Select(n => n.Length)); // of html, id and class of body, data-class (which stays), class of the picture
        Assert.Equal(names[0][1], names[2][0]);
        Assert.DoesNotContain("Post", spoilt, StringComparison.Ordinal);
        Assert.Contains("var Wide = \"<div class=Wide>\"", spoilt, StringComparison.Ordinal);
        Assert.Contains("data-class=\"Keep\"", spoilt, StringComparison.Ordinal);
        Assert.Equal(spoilt, Text(HtmlNoise.RandomNames(Page(Html), 7)));
        Assert.NotEqual(spoilt, Text(HtmlNoise.RandomNames(Page(Html), 8)));
    }

    [Fact]
    public void Lower_case_is_for_text_only()
    {
        var spoilt = Text(HtmlNoise.LowerCase(Page(Html)));

        Assert.Contains("<title>one &Eacute;t&eacute; two</title>", spoilt, StringComparison.Ordinal);
        Assert.Contains("<A HREF=/Up data-class=\"Keep\">up</A>", spoilt, StringComparison.Ordinal);
        Assert.Contains("color: RED", spoilt, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_tags_leave_div_p_a_and_what_is_no_box_of_text()
    {
        var spoilt = Text(HtmlNoise.PlainTags(Page(Html)));

        Assert.Contains("<div><div><div><A HREF=/Up data-class=\"Keep\">UP</A></div></div><p>First<div>Bold</div><br>Line <img class=Pic alt=X></p>", spoilt, StringComparison.Ordinal);
        Assert.Contains("<div><div><div>Cell</div></body>", spoilt, StringComparison.Ordinal);
        Assert.Contains("<html class=\"js Wide\"><head><title>", spoilt, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_leaves_six_tenths()
    {
        Assert.Equal(Html[..(Html.Length * 6 / 10)], Text(HtmlNoise.Cut(Page(Html))));
        Assert.Equal("ABCDEF", Encoding.UTF8.GetString(TextNoise.Cut(Capture("ABCDEFGHIJ")).Payload));
        Assert.Equal("abc\nd", TextNoise.LowerCase(Capture("ABC\nD")).Lines!.Text);
    }

    private static CorpusPage Page(string html) => new() { Id = "0001", Format = PageFormat.Html, Payload = Encoding.UTF8.GetBytes(html), Gold = new PageGold(null, "article", "", [], []) };

    private static CorpusPage Capture(string text) => new() { Id = "0001", Format = PageFormat.Text, Payload = Encoding.UTF8.GetBytes(text), Gold = new PageGold(null, "article", "", [], []), TextGold = new TextGold([], true), Lines = new Metrics.TextLines(text) };

    private static string Text(CorpusPage page) => TextDecoder.Decode(page.ToPage()).Text;
}
