using System.Text.Json;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Tests.Samples;
using Xunit;

namespace ArchiveScrub.Tests;

/// <summary>The sample captures and what is said of them belong together.</summary>
public sealed class SampleCapturesTests
{
    [Fact]
    public void Every_capture_has_a_row_in_the_readme_and_its_expectations()
    {
        var readme = File.ReadAllText(Path.Combine(SampleCaptures.Expected, "README.md"));
        var captures = SampleCaptures.Names;

        Assert.Equal(captures, Expectations().Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.All(captures, name => Assert.Contains($"| `{name}` |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_expected_piece_of_text_stands_in_one_block()
    {
        foreach (var (name, expectation) in Expectations())
        {
            var page = Segment(await ReadAsync(name));
            var title = expectation.GetProperty("title").GetString();

            Assert.Contains(page.Blocks, b => b.Text == title);
            Assert.All(
                expectation.GetProperty("keep").EnumerateArray().Concat(expectation.GetProperty("drop").EnumerateArray()),
                piece => Assert.Contains(page.Blocks, b => b.Text.Contains(piece.GetString()!, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task No_piece_to_drop_stands_in_a_block_to_keep()
    {
        foreach (var (name, expectation) in Expectations())
        {
            var keep = expectation.GetProperty("keep").EnumerateArray().Select(p => p.GetString()!).ToList();
            var kept = Segment(await ReadAsync(name)).Blocks.Where(b => keep.Exists(k => b.Text.Contains(k, StringComparison.Ordinal))).ToList();

            Assert.All(
                expectation.GetProperty("drop").EnumerateArray(),
                piece => Assert.DoesNotContain(kept, b => b.Text.Contains(piece.GetString()!, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("russian-wire.html", "windows-1251", CharsetSource.Meta)]
    [InlineData("chinese-news.html", "gb18030", CharsetSource.Meta)]
    [InlineData("polish-service.txt", "utf-16le", CharsetSource.Bom)]
    public async Task Samples_in_other_charsets_are_told_by_what_they_declare(string name, string charset, CharsetSource source)
    {
        var found = TextDecoder.Decode(await ReadAsync(name)).Charset;

        Assert.Equal((charset, source, 0), (found.Name, found.Source, found.Replacements));
    }

    private static SegmentedPage Segment(Page page)
    {
        var source = TextDecoder.Decode(page);
        return page.Format == PageFormat.Html ? new HtmlSegmenter().Segment(source) : TextSegmenter.Segment(source);
    }

    private static async Task<Page> ReadAsync(string name)
    {
        await using var file = File.OpenRead(Path.Combine(SampleCaptures.Folder, name));
        var pages = new List<Page>();
        await foreach (var page in new CaptureReader().ReadAsync(file, new CaptureDescription(null, name)))
        {
            pages.Add(page);
        }

        return Assert.Single(pages);
    }

    private static List<(string Name, JsonElement Expectation)> Expectations()
    {
        using var file = File.OpenRead(Path.Combine(SampleCaptures.Expected, "expectations.json"));
        return [.. JsonDocument.Parse(file).RootElement.EnumerateObject().Select(p => (p.Name, p.Value))];
    }
}
