using Xunit;

namespace ArchiveScrub.Report.Tests;

/// <summary>The report of many pages, in a browser.</summary>
public sealed class IndexReportTests(Browser browser) : IClassFixture<Browser>
{
    private const string Rows = "#rows > tr";

    [ChromiumFact]
    public async Task Search_filters_and_columns_do_what_they_say()
    {
        await using var report = await browser.OpenAsync(OfPages(60).Write("captures"));
        Assert.Equal(60, await report.ShownAsync(Rows));
        await report.Page.FillAsync("#search", "page-1");
        Assert.Equal(11, await report.ShownAsync(Rows));
        await report.Page.ClickAsync("#reset");

        await report.Page.SelectOptionAsync("#review", "any");
        Assert.Equal(6, await report.ShownAsync(Rows));
        await report.Page.ClickAsync("#reset");

        await report.Page.ClickAsync("th[data-column=words] button");
        var words = (await report.Page.Locator("#rows td:nth-child(2)").AllTextContentsAsync()).Select(static w => int.Parse(w.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(words.OrderDescending(), words);
        Assert.Equal("descending", await report.Page.GetAttributeAsync("th[data-column=words]", "aria-sort"));
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task Dot_of_the_plot_shows_its_page()
    {
        await using var report = await browser.OpenAsync(OfPages(60).Write("captures"));
        var dot = report.Page.Locator(".plot a").First;
        await dot.FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await report.ShownAsync(Rows));
        Assert.Equal(1, await report.ShownAsync(Rows + "[aria-current]"));
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task Five_thousand_pages_open_a_part_at_a_time()
    {
        await using var report = await browser.OpenAsync(OfPages(5000).Write("captures"));
        Assert.Equal(200, await report.ShownAsync(Rows));
        await report.Page.ClickAsync("#more");
        Assert.Equal(400, await report.ShownAsync(Rows));
        await report.Page.FillAsync("#search", "page-4999");
        Assert.Equal(1, await report.ShownAsync(Rows));
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task Names_titles_and_reasons_are_text_whatever_they_say()
    {
        var index = new IndexReport();
        var result = Reports.OfHostile();
        index.Add(Reports.Hostile, result.Manifest);
        index.AddFailure(Reports.Hostile, "NOT_TEXT", Reports.Hostile);
        await using var report = await browser.OpenAsync(index.Write(Reports.Hostile));

        Assert.Equal(2, await report.ShownAsync("script"));
        Assert.Equal(0, await report.ShownAsync("img"));
        Assert.NotEqual("hacked", await report.Page.TitleAsync());
        Assert.Equal(Reports.Hostile, await report.Page.TextContentAsync("#rows .name"));
        Assert.Equal(Reports.Hostile, await report.Page.Locator("[aria-labelledby=q] td").First.TextContentAsync());
        report.AssertQuiet();
    }

    [ChromiumFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen()
    {
        await using var report = await browser.OpenAsync(OfPages(60).Write("captures"), width: 360);
        Assert.Equal(360, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        report.AssertQuiet();
    }

    /// <summary>Pages that are alike, but for one in ten that is flagged and one in twenty that is mostly navigation.</summary>
    private static IndexReport OfPages(int count)
    {
        var index = new IndexReport();
        var manifest = Reports.Long(40).Manifest;
        var all = manifest.Blocks.Sum(static b => b.Linear.Length);
        for (var i = 0; i < count; i++)
        {
            var navigation = i % 20 == 7 ? all / 2 : (all / 10) + (i % 7);
            index.Add($"page-{i}", manifest with
            {
                Quality = manifest.Quality with { Flags = i % 10 == 3 ? ["mostly-removed"] : [] },
                Result = manifest.Result with
                {
                    Title = $"Title {i}",
                    Linear = manifest.Result.Linear with { Words = 100 + (i * 37 % 1000) },
                    Removed = new SortedDictionary<string, ManifestRemoval>(StringComparer.Ordinal) { ["navigation"] = new() { Blocks = 3, CodePoints = navigation }, ["legal"] = new() { Blocks = 1, CodePoints = 30 + (i % 5) } },
                },
            });
        }

        return index;
    }
}
