using Microsoft.Playwright;
using Xunit;

namespace ArchiveScrub.Report.Tests;

/// <summary>The report of a page, in a browser.</summary>
public sealed class PageReportTests(Browser browser) : IClassFixture<Browser>
{
    private const string Shown = "#read > :not([hidden])";

    [ChromiumFact]
    public async Task Filters_show_what_they_say()
    {
        await using var report = await browser.OpenAsync(Reports.OfSample("wire-story.html"));
        var all = await report.ShownAsync("#read > *");
        var removed = await report.ShownAsync("#read > .out");
        Assert.Equal(all, await report.ShownAsync(Shown));

        await report.Page.ClickAsync("[data-show=out]");
        Assert.Equal(removed, await report.ShownAsync(Shown));
        await report.Page.ClickAsync("[data-show=kept]");
        Assert.Equal(all - removed, await report.ShownAsync(Shown));
        await report.Page.ClickAsync("#reset");

        await report.Page.UncheckAsync(".kinds input[value=navigation]");
        Assert.Equal(all - await report.ShownAsync("#read > [data-t=navigation]"), await report.ShownAsync(Shown));
        await report.Page.ClickAsync("#reset");

        await report.Page.SelectOptionAsync("#rule", "html.consent");
        var ofRule = await report.Page.EvaluateAsync<int>("(d => d.blocks.filter(b => d.rules[b[0]][0] === 'html.consent').length)(JSON.parse(document.getElementById('data').textContent))");
        Assert.InRange(ofRule, 1, all - 1);
        Assert.Equal(ofRule, await report.ShownAsync(Shown));
        await report.Page.ClickAsync("#reset");

        await report.Page.FillAsync("#search", "HARBOUR");
        var found = await report.ShownAsync(Shown);
        Assert.InRange(found, 1, all - 1);
        Assert.Equal($"{found} of {all} blocks shown", await report.Page.TextContentAsync("#count"));
        await report.Page.FillAsync("#search", "no such words");
        Assert.True(await report.Page.IsVisibleAsync("#none"));
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task Least_sure_come_first_where_that_is_asked_for()
    {
        await using var report = await browser.OpenAsync(Reports.OfSample("wire-story.html"));
        await report.Page.Keyboard.PressAsync("o");
        var sure = await report.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('#read > *')].map(b => JSON.parse(document.getElementById('data').textContent).blocks[b.id.slice(1)][1])");

        Assert.Equal(sure.Order(), sure);
        await report.Page.Keyboard.PressAsync("o");
        Assert.Equal("b0", await report.Page.GetAttributeAsync("#read > :first-child", "id"));
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task Keys_walk_from_block_to_block_and_say_why()
    {
        await using var report = await browser.OpenAsync(Reports.OfSample("wire-story.html"));
        await report.Page.Keyboard.PressAsync("j");
        Assert.Equal("b0", await FocusAsync(report));
        await report.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("b1", await FocusAsync(report));
        await report.Page.Keyboard.PressAsync("k");
        Assert.Equal("b0", await FocusAsync(report));
        Assert.Equal("Removed: navigation", await report.Page.TextContentAsync("#what"));
        Assert.Contains("navigation.label", await report.Page.TextContentAsync("#details"), StringComparison.Ordinal);
        Assert.Contains("phrase:Skip to main content", await report.Page.TextContentAsync("#details"), StringComparison.Ordinal);
        Assert.Equal("#b0", await report.Page.EvaluateAsync<string>("location.hash"));

        await report.Page.Keyboard.PressAsync("/");
        Assert.Equal("search", await FocusAsync(report));
        await report.Page.Keyboard.TypeAsync("jury");
        await report.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("", await report.Page.InputValueAsync("#search"));
        await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Escape");

        await report.Page.Locator("body").PressAsync("?");
        Assert.True(await report.Page.IsVisibleAsync("#help"));
        await report.Page.Keyboard.PressAsync("Escape");
        Assert.False(await report.Page.IsVisibleAsync("#help"));
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task One_block_is_in_the_tab_order_and_it_is_one_that_is_shown()
    {
        await using var report = await browser.OpenAsync(Reports.OfSample("wire-story.html"));
        Assert.Equal(1, await report.ShownAsync("#read > [tabindex='0']"));
        await report.Page.ClickAsync("[data-show=kept]");
        Assert.Equal(1, await report.ShownAsync("#read > [tabindex='0']:not([hidden])"));
        Assert.Equal(1, await report.ShownAsync("#read > [tabindex='0']"));
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task Address_of_a_block_or_of_bytes_chooses_the_block()
    {
        var result = Reports.Scrub(System.Text.Encoding.UTF8.GetBytes("<nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>Ferries stop at Merrow</h1><p>The harbour council said on Monday that ferries would stop while engineers look at the old pier.</p></article>"), "a.html");
        var html = PageReport.Write(result.Manifest, result.CleanText, RuleCatalog.All);
        var last = result.Manifest.Blocks[^1];

        await using var byBlock = await browser.OpenAsync(html, $"#b{result.Manifest.Blocks.Count - 1}");
        Assert.Equal($"b{result.Manifest.Blocks.Count - 1}", await FocusAsync(byBlock));
        await using var byBytes = await browser.OpenAsync(html, $"#bytes={last.Bytes!.Value.Start + 3}-{last.Bytes.Value.End}");
        Assert.Equal($"b{result.Manifest.Blocks.Count - 1}", await FocusAsync(byBytes));
        var link = byBytes.Page.Locator("#details a");
        Assert.Equal($"#bytes={last.Bytes.Value.Start}-{last.Bytes.Value.End}", await link.GetAttributeAsync("href"));
        Assert.Contains($"tail -c +{last.Bytes.Value.Start + 1} a.html | head -c {last.Bytes.Value.Length}", await byBytes.Page.TextContentAsync("#details"), StringComparison.Ordinal);
        byBytes.AssertQuiet();
    }

    [ChromiumFact]
    public async Task Captured_text_is_text_whatever_it_says()
    {
        var result = Reports.OfHostile();
        await using var report = await browser.OpenAsync(PageReport.Write(result.Manifest, result.CleanText, RuleCatalog.All));
        for (var i = 0; i < result.Manifest.Blocks.Count; i++)
        {
            await report.Page.Keyboard.PressAsync("j");
        }

        Assert.Equal(2, await report.ShownAsync("script"));
        Assert.Equal(1, await report.ShownAsync("style"));
        Assert.Equal(0, await report.ShownAsync("img"));
        Assert.NotEqual("hacked", await report.Page.TitleAsync());
        Assert.Equal(Reports.Hostile, await report.Page.TextContentAsync("#read pre"));
        report.AssertQuiet();
    }

    /// <summary>What would run if it were not for the policy does not.</summary>
    [ChromiumFact]
    public async Task Policy_lets_nothing_run_or_load_that_is_not_ours()
    {
        var html = Reports.OfSample("wire-story.html").Replace("</body>", "<script>document.title='hacked'</script><img src='https://example.org/x.png' onerror=\"document.title='hacked'\"><p style='display:none' id=styled>x</p></body>", StringComparison.Ordinal);
        await using var report = await browser.OpenAsync(html);

        Assert.NotEqual("hacked", await report.Page.TitleAsync());
        Assert.True(await report.Page.IsVisibleAsync("#styled"));
        Assert.False(await report.Page.EvaluateAsync<bool>("performance.getEntriesByType('resource').some(r => r.transferSize > 0)"));
    }

    [ChromiumFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_the_reason_can_be_closed()
    {
        await using var report = await browser.OpenAsync(Reports.OfSample("wire-story.html"), width: 360, scheme: ColorScheme.Dark);
        Assert.Equal(360, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.False(await report.Page.IsVisibleAsync("#panel"));
        await report.Page.ClickAsync("#b3");
        Assert.True(await report.Page.IsVisibleAsync("#panel"));
        await report.Page.ClickAsync("#close");
        Assert.False(await report.Page.IsVisibleAsync("#panel"));
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task Two_thousand_blocks_open_and_filter()
    {
        var result = Reports.Long(2000);
        await using var report = await browser.OpenAsync(PageReport.Write(result.Manifest, result.CleanText, RuleCatalog.All));
        await report.Page.FillAsync("#search", "note 77");

        Assert.Equal(result.Manifest.Blocks.Count(static b => b.Linear.Length > 0), await report.ShownAsync("#read > *"));
        Assert.Equal(11, await report.ShownAsync(Shown));
        report.AssertQuiet();
    }

    /// <summary>WCAG 2.2, 1.4.3: text of 4.5 to 1 against what is behind it, in both schemes.</summary>
    [ChromiumFact]
    public async Task Contrast_is_enough_in_light_and_dark()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var report = await browser.OpenAsync(Reports.OfSample("wire-story.html"), "#b0", scheme: scheme);
            var low = await report.Page.EvaluateAsync<string[]>(Contrast.Script);
            Assert.True(low.Length == 0, $"{scheme}: {string.Join("; ", low)}");
        }
    }

    private static Task<string> FocusAsync(OpenReport report) => report.Page.EvaluateAsync<string>("document.activeElement.id");
}
