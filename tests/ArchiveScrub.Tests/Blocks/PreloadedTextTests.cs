using System.Net;
using System.Text.Json;
using ArchiveScrub.Blocks;
using ArchiveScrub.Blocks.Html.Preloaded;
using ArchiveScrub.Tests.Chrome;
using Xunit;
using static ArchiveScrub.Tests.Blocks.HtmlSamples;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>Text of the state that a page brings along for its scripts: taken where the page is a shell, and only what is text.</summary>
public class PreloadedTextTests
{
    private const string First = "The ferry to the northern islands was taken out of service on Monday, because its engine had lost oil for a week and nobody could say where it went to.";
    private const string Second = "Passengers are carried by a fishing boat until a spare part has arrived, which may take until the end of the month, said the harbour master on the quay.";
    private const string Html = "<p>" + First + "</p><ul><li>Bring a warm coat</li></ul><p>" + Second + "</p>";

    public static TheoryData<string> Holders => new()
    {
        $"<script type='application/json'>{JsonSerializer.Serialize(new { props = new { page = new { body = Html } } })}</script>",
        $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(new { articleBody = First + "\n" + "- Bring a warm coat\n" + Second })}</script>",
        $"<script>window.__STATE__ = {JsonSerializer.Serialize(new { posts = new[] { new { content = new { rendered = Html } } } })};</script>",
        $"<script>window['app.state']={JsonSerializer.Serialize(new { Post = new { content_html = Html } })}</script>",
        $"<div data-page=\"{WebUtility.HtmlEncode(JsonSerializer.Serialize(new { topic = JsonSerializer.Serialize(new { cooked = Html }) }))}\"></div>",
        $"<script type='application/json'>{JsonSerializer.Serialize(new object[] { new { page = 1 }, new { title = 2, body = 3 }, "Ferry", Html })}</script>",
    };

    public static TheoryData<string> NoText => new()
    {
        "<script>window.state = {\"body\": make(" + JsonSerializer.Serialize(Html) + ")};</script>",
        "<script>var body = function () { return " + JsonSerializer.Serialize(Html) + "; };</script>",
        "<script type='application/json'>{\"body\":" + JsonSerializer.Serialize(Html) + "</script>", // cut off
        "<script type='application/json'>" + JsonSerializer.Serialize(new { description = Html, error = First, title = Second }) + "</script>",
        "<script type='application/json'>" + JsonSerializer.Serialize(new { body = string.Concat(Enumerable.Repeat(".card > a { color: #c00; margin: 0 4px } ", 20)) }) + "</script>",
        "<script type='application/json'>" + JsonSerializer.Serialize(new { text = Enumerable.Repeat("Sign in to go on.", 1).Concat(Enumerable.Range(1, 40).Select(i => $"Choice {i}")) }) + "</script>",
        "<script type='text/template'>" + Html + "</script>",
        "<div data-id='" + new string('7', 300) + "'></div>",
    };

    [Theory]
    [MemberData(nameof(Holders))]
    public void Texts_of_a_shell_are_blocks_with_their_places(string holder)
    {
        var html = "<html><head><title>Ferry</title></head><body><div id=root></div>" + holder + "<footer>Imprint</footer></body></html>";
        var page = Segment(html);

        Assert.Equal([HtmlSegmenter.PreloadedText], page.Warnings);
        var texts = page.Blocks.Where(b => b.Visibility == BlockVisibility.Preloaded).ToList();
        Assert.Equal([First, "Bring a warm coat", Second], texts.Select(b => b.Text.TrimStart('-', ' ')));
        Assert.Equal("Imprint", page.Blocks[^1].Text); // document order
        Assert.All(texts, b => Assert.Contains(b.Parent!.Tag, new[] { "script", "div" }));
        Assert.Equal([First[..20], "Bring", Second[..20]], texts.Select((b, i) => html.Substring(b.Source.Start + (html[b.Source.Start] == '-' ? 2 : 0), i == 1 ? 5 : 20)));
        Assert.All(texts, b => Assert.Equal(b.Text[^5..], html[(b.Source.End - 5)..b.Source.End]));
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void State_of_a_page_that_has_text_is_left_alone(string holder)
    {
        var page = Segment($"<body><p>{First}</p><p>{Second}</p>{holder}</body>");

        Assert.Equal([First, Second], page.Blocks.Select(b => b.Text));
        Assert.Empty(page.Warnings);
    }

    [Theory]
    [MemberData(nameof(NoText))]
    public void What_is_no_text_stays_out(string holder)
    {
        var page = Segment($"<body><div id=root>Loading</div>{holder}</body>");

        Assert.Equal(["Loading"], page.Blocks.Select(b => b.Text));
        Assert.Empty(page.Warnings);
    }

    [Fact]
    public void Menus_and_a_notice_do_not_make_a_page_more_than_a_shell()
    {
        var page = Segment("<body><nav>" + string.Concat(Enumerable.Range(1, 20).Select(i => $"<a href={i}>Part {i}</a><br><br>"))
            + "</nav><noscript><p>You need a browser that runs scripts to see what this page has to say.</p></noscript>"
            + $"<script type='application/json'>{JsonSerializer.Serialize(new { body = Html + Html.Replace("ferry", "bus", StringComparison.Ordinal) + Html.Replace("ferry", "train", StringComparison.Ordinal) })}</script></body>");

        Assert.Contains(page.Blocks, b => b.Text == First);
    }

    [Fact]
    public void Equal_texts_are_taken_once()
    {
        var state = $"<script type='application/json'>{JsonSerializer.Serialize(new { body = Html })}</script>";

        Assert.Single(Segment("<body>" + state + state + "</body>").Blocks, b => b.Text == First);
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void Clean_text_and_manifest_agree_and_keep_the_text(string holder)
    {
        var result = ChromeSamples.Scrub("<html><head><title>Ferry</title></head><body>" + holder + "</body></html>");

        Assert.Empty(ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText));
        Assert.Contains(First, result.CleanText, StringComparison.Ordinal);
        Assert.Contains(Second, result.CleanText, StringComparison.Ordinal);
        Assert.Contains(HtmlSegmenter.PreloadedText, result.Manifest.Quality.Warnings);
    }

    [Fact]
    public void Places_survive_any_nesting_of_escapes()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => "ab \n\t\"\\/<>&'é\u2028中😀"[random.Next(17)])).Replace("\uD83D", "", StringComparison.Ordinal).Replace("\uDE00", "", StringComparison.Ordinal);
            var json = JsonSerializer.Serialize(JsonSerializer.Serialize(text));
            var attribute = WebUtility.HtmlEncode(json);
            var source = "xx" + attribute + "yy";
            var once = TracedText.Of(source, new TextRange(2, 2 + attribute.Length)).DecodeReferences();
            Assert.Equal(json, once.Text);

            var inner = once.UnescapeJson(new TextRange(1, json.Length - 1));
            var traced = inner.UnescapeJson(new TextRange(1, inner.Text.Length - 1));
            Assert.Equal(text, traced.Text);

            var end = 2;
            for (var i = 0; i < text.Length; i++)
            {
                var place = traced.Source(new TextRange(i, i + 1));
                Assert.True(place.Start >= end && place.End > place.Start && place.End <= source.Length - 2, "places ascend and do not overlap");
                Assert.True(!char.IsAsciiLetter(text[i]) || source[place.Start] == text[i] || source[place.Start] == '&' || source[place.Start] == '\\');
                end = place.End;
            }
        }
    }
}
