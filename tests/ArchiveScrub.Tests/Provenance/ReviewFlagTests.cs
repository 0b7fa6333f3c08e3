using ArchiveScrub.Tests.Chrome;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>Flags for review: what raises each, and what looks alike and must not.</summary>
public sealed class ReviewFlagTests
{
    private const string NotFree = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>";
    private const string Lead = "<p>The river rose for the third day in a row on Tuesday, and by the evening the lower streets of the old town stood half a metre deep in brown water, the mayor said.</p>";

    public static TheoryData<string, string> Raised => new()
    {
        { "no-content", "<html><body><nav><a href=/>Home</a></nav></body></html>" },
        { "mostly-removed", "<html><body><nav><ul>" + string.Concat(Enumerable.Range(1, 80).Select(i => $"<li><a href=/{i}>Part {i}</a></li>")) + "</ul></nav></body></html>" },
        { "soft-404", Titled("Page not found - The River Post", "<p>Try the search, or go back to the front page.</p>") },
        { "soft-404", Titled("The River Post", "<h1>Error 404</h1><p>Nothing stands here any more.</p>") },
        { "soft-404", Titled("404 | The River Post", "<p>Nothing stands here any more.</p>") },
        { "soft-404", Titled("The River Post", "<p>We are sorry. The page you are looking for has been taken off this site by its editors.</p>") },
        { "soft-404", Titled("Страница не найдена — Речная газета", "<p>Вернитесь на главную.</p>") },
        { "soft-404", Titled("Seite nicht gefunden | Flusspost", "<p>Zur Startseite.</p>") },
        { "soft-404", Titled("页面不存在 - 河报", "<p>返回首页。</p>") },
        { "error-page", Titled("403 Forbidden", "<h1>403 Forbidden</h1><hr><center>server</center>") },
        { "error-page", Titled("The River Post", "<h1>Service Temporarily Unavailable</h1><p>Come back in an hour.</p>") },
        { "error-page", Titled("Erreur interne du serveur", "<p>Revenez dans une heure.</p>") },
        { "captcha", Titled("Just a moment...", "<p>riverpost.example needs a second.</p>") },
        { "captcha", Titled("The River Post", "<p>To go on, please verify you are human by ticking the box.</p>") },
        { "captcha", Titled("Речная газета", "<p>Подтвердите, что вы не робот, и продолжайте.</p>") },
        { "paywall", Article(NotFree, 1, "<div><p>To continue reading, take out a subscription.</p></div>") },
        { "paywall", Article(NotFree, 1, "") },
        { "paywall", Article("<meta property='article:content_tier' content='locked'>", 1, "") },
        { "paywall", Article("", 2, "<div class=offer><p>Already a subscriber? Log in and go on.</p></div>") },
        { "paywall", Article("", 2, "<div class=offer><p>Для того, чтобы продолжить чтение, оформите подписку.</p></div>") },
        { "paywall", Article("", 2, "<div class=offer><p>Dieser Artikel ist für Abonnenten der Flusspost.</p></div>") },
    };

    public static TheoryData<string, string> NotRaised => new()
    {
        { "no-content", Article("", 4, "") },
        { "mostly-removed", Article("", 4, "") },
        { "soft-404", Article("", 8, "<h2>404</h2><p>The page you are looking for may have been moved or deleted, said the notice on the door of the town hall.</p>") }, // about such pages
        { "soft-404", Titled("Peugeot 404 for sale - Motor Market", "<p>One owner, no rust, new tyres.</p>") },
        { "soft-404", Titled("Lost cat not found yet, says owner of the mill", "<p>The search goes on at dawn.</p>") },
        { "soft-404", Titled("Room 404", "<p>Two beds and a view of the quay.</p>") },
        { "error-page", Article("", 8, "<h2>Access denied</h2><p>That is what the gate said to those who came late.</p>") },
        { "error-page", Titled("Forbidden fruit - Orchard News", "<p>Apples are late this year.</p>") },
        { "error-page", Titled("Flight 500 to Oxness", "<p>Leaves at noon from gate four.</p>") },
        { "captcha", Titled("Contact", "<p>Write to us.</p><form><label>Name</label><input><label>CAPTCHA</label><input><button>Send</button></form>") },
        { "captcha", Article("", 8, "<p>The machine asked him to verify you are human, as he told the court.</p>") },
        { "paywall", Article(NotFree, 12, "") }, // the whole text is there
        { "paywall", Article("<script type='application/ld+json'>{\"isAccessibleForFree\":true}</script>", 1, "") },
        { "paywall", Article("", 2, "<p>Subscribe to our newsletter for a story each morning.</p>") },
        { "paywall", Article("", 12, "<div class=offer><p>Already a subscriber? Log in.</p></div>") },
        { "paywall", "<html><body><header><p>Already a subscriber? Log in.</p></header>" + string.Concat(Enumerable.Range(1, 12).Select(i => $"<ul><li><a href=/{i}>Section {i}</a></li></ul>")) + Article("", 3, "")[12..] },
    };

    [Theory]
    [MemberData(nameof(Raised))]
    public void Flag_is_raised(string flag, string page) => Assert.Contains(flag, FlagsOf(page));

    [Theory]
    [MemberData(nameof(NotRaised))]
    public void Near_miss_is_not_flagged(string flag, string page) => Assert.DoesNotContain(flag, FlagsOf(page));

    [Fact]
    public void A_text_capture_is_flagged_too() => Assert.Contains("soft-404", FlagsOf("Page not found\n\nGo back to the front page of the River Post, or search for it.\n"));

    [Fact]
    public void Bytes_that_are_no_characters_are_flagged()
    {
        byte[] bytes = [.. System.Text.Encoding.UTF8.GetBytes("<html><body><p>caf\u00E9, th\u00E9, p\u00E2t\u00E9 and a "), 0xE9, .. "</p></body></html>"u8];

        Assert.Contains("replaced-characters", FlagsOf(PageOf(bytes)));
    }

    [Theory]
    [InlineData(200, null, "")]
    [InlineData(200, "length", "source-truncated")]
    [InlineData(404, null, "error-page")]
    [InlineData(503, null, "error-page")]
    [InlineData(302, null, "")]
    public void What_the_record_says_is_flagged(int status, string? truncated, string expected)
    {
        var page = PageOf(System.Text.Encoding.UTF8.GetBytes(Article("", 4, ""))) with { Record = new RecordInfo { Type = "response", Offset = 0, HttpStatus = status, Truncated = truncated } };

        Assert.Equal(expected, string.Join(' ', FlagsOf(page)));
    }

    [Fact]
    public void Flags_are_sorted_and_change_nothing_of_the_text()
    {
        var result = ChromeSamples.Scrub(Titled("404 - Page not found", "<nav><a href=/>Home</a></nav>"));

        Assert.Equal(result.Manifest.Quality.Flags.Order(StringComparer.Ordinal), result.Manifest.Quality.Flags);
        Assert.Empty(ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText));
    }

    private static Page PageOf(byte[] html) =>
        new() { Capture = new CaptureIdentity(null, "x", html.Length, new string('0', 64)), Payload = html, Format = PageFormat.Html, DeclaredCharset = "utf-8" };

    private static IReadOnlyList<string> FlagsOf(Page page) => new Scrubber().Scrub(page).Manifest.Quality.Flags;

    private static IReadOnlyList<string> FlagsOf(string page) => ChromeSamples.Scrub(page).Manifest.Quality.Flags;

    private static string Titled(string title, string body) => $"<html><head><title>{title}</title></head><body>{body}</body></html>";

    private static string Article(string head, int paragraphs, string after) =>
        $"<html><head><title>River floods the old town</title>{head}</head><body><article><h1>River floods the old town</h1>"
        + string.Concat(Enumerable.Range(1, paragraphs).Select(i => Lead.Replace("third", i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "th", StringComparison.Ordinal) + $"<p>Volunteers of ward {i} carried furniture up the stairs of the school, while the fire brigade pumped out the cellars of the hospital and moved its generators to the roof, where they were tied down against the wind that blew from the bay until the morning.</p>"))
        + $"</article>{after}</body></html>";
}
