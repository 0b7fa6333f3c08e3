using ArchiveScrub.Chrome;
using Xunit;
using static ArchiveScrub.Tests.Chrome.ChromeSamples;

namespace ArchiveScrub.Tests.Chrome;

/// <summary>What is read off a page before any rule decides: names of elements, the body, the headline.</summary>
public class PageReadingTests
{
    [Theory]
    [InlineData("<div class='footnote'>", nameof(Surroundings.Footer), false)]
    [InlineData("<div class='foot'>", nameof(Surroundings.Footer), true)]
    [InlineData("<div class='site-footer'>", nameof(Surroundings.Footer), true)]
    [InlineData("<div class='siteFooter'>", nameof(Surroundings.Footer), true)]
    [InlineData("<div id='share_42'>", nameof(Surroundings.Share), true)]
    [InlineData("<div class='shareholders'>", nameof(Surroundings.Share), false)]
    [InlineData("<div role='navigation'>", nameof(Surroundings.Navigation), true)]
    [InlineData("<div itemprop='comment'>", nameof(Surroundings.Comments), true)]
    [InlineData("<div class='gradient'>", nameof(Surroundings.Advert), false)]
    public void Names_of_elements_are_read_as_whole_words(string tag, string mark, bool expected)
    {
        var page = Scrub(Html(tag + "<p>marked</p></div>")).Page;
        var block = page.Blocks.Single(b => b.Text == "marked");
        Assert.Equal(expected, SurroundingsReader.Read(page)[block.Parent!.Index].HasAny(Enum.Parse<Surroundings>(mark)));
    }

    [Fact]
    public void Class_of_the_body_and_of_what_holds_most_of_the_prose_says_nothing()
    {
        var page = Scrub(Html("").Replace("<body>", "<body class='has-sidebar comments'><div class='sidebar related'>", StringComparison.Ordinal)).Page;
        Assert.All(SurroundingsReader.Read(page), s => Assert.False(s.HasAny(Surroundings.Aside | Surroundings.Comments | Surroundings.Related)));
    }

    [Fact]
    public void Body_is_the_heaviest_stretch_of_prose()
    {
        var menu = string.Concat(Enumerable.Range(0, 12).Select(i => $"Item {(char)('a' + i)}\n\n"));
        var result = Scrub(menu + Inside("A heading") + "\n\n" + menu + "One more sentence stands here, far away from the others.\n");
        var page = new ChromePage(result.Page, ArchiveScrub.Chrome.Lexicons.Lexicon.Load());
        var body = BodyEstimate.Of(page, _ => false);
        Assert.Equal(2, body.Stretches.Count);
        Assert.Equal(body.Stretches[0], body.Main);
        Assert.Equal(4, body.Main.Blocks);
        Assert.True(body.IsInside(body.Main.First + 2));
        Assert.True(body.IsBefore(0));
        Assert.True(body.IsAfter(page.Count - 1));
    }

    [Fact]
    public void Page_without_prose_has_no_body()
    {
        var page = new ChromePage(Scrub("Home\n\nNews\n").Page, ArchiveScrub.Chrome.Lexicons.Lexicon.Load());
        var body = BodyEstimate.Of(page, _ => false);
        Assert.Empty(body.Stretches);
        Assert.False(body.IsInside(0) || body.IsBefore(0) || body.IsAfter(1));
    }

    [Fact]
    public void Headline_of_html_is_the_heading_that_the_head_names()
    {
        var title = TitleOf("<html><head><title>River floods the old town - Post</title></head><body><h1>The River Post</h1><article><h2>River floods the old town</h2><p>" + Body1 + "</p></article></body></html>");
        Assert.Equal("River floods the old town", title);
    }

    [Fact]
    public void Headline_of_text_is_the_line_that_shares_its_words_with_the_lead() =>
        Assert.Equal("Old town under water as the river rose", TitleOf("Menu\n\nThe Post\n\nOld town under water as the river rose\n\nJane Miller\n\n" + Body1 + "\n\n" + Body2));

    [Fact]
    public void Headline_of_text_stands_before_the_prose_with_its_date_and_name() =>
        Assert.Equal(
            "Why the river rose so fast",
            TitleOf("Menu\n\nHarbour news and tide tables\n\nLog in\n\nWhy the river rose so fast\n\nBy Jane Miller\n\n12 March 2021\n\n" + Body1 + "\n\nThe river and the school\n\n" + Body2));

    [Fact]
    public void Page_without_prose_has_no_headline() => Assert.Null(TitleOf("Home\n\nNews\n\nSport\n"));

    [Fact]
    public void Certain_rule_puts_its_verdict_in_the_place_of_advice()
    {
        var page = new ChromePage(Scrub("One line\n").Page, ArchiveScrub.Chrome.Lexicons.Lexicon.Load()) { IsAdvising = true };
        Assert.True(page.Decide(0, Kind.Navigation, "advice", 0.9));
        Assert.False(page.Decide(0, Kind.Promo, "more-advice", 0.9));
        page.IsAdvising = false;
        Assert.True(page.IsOpen(0));
        Assert.True(page.Decide(0, Kind.Related, "certain", 0.9));
        Assert.False(page.IsAdvice(0));
        Assert.False(page.Decide(0, Kind.Promo, "too-late", 0.9));
        Assert.Equal("certain", page[0]!.Value.Rule);
    }

    [Fact]
    public void Report_is_told_from_a_list_of_lines()
    {
        Assert.True(LooksLikeReport(Inside("A heading")));
        Assert.False(LooksLikeReport(string.Concat(Enumerable.Range(0, 30).Select(i => $"Item {i}\n\n")) + Body1));
    }

    private static bool LooksLikeReport(string text)
    {
        var page = new ChromePage(Scrub(text).Page, ArchiveScrub.Chrome.Lexicons.Lexicon.Load());
        page.Body = BodyEstimate.Of(page, _ => false);
        return ReportLook.Of(page);
    }

    private static string? TitleOf(string text)
    {
        var result = Scrub(text);
        var at = Array.FindIndex(result.Verdicts, v => v.Kind == Kind.Title);
        return at < 0 ? null : result.Page.Blocks[at].Text;
    }
}
