using System.Text;
using ArchiveScrub.Benchmarks.Pages;

namespace ArchiveScrub.Benchmarks.Tests;

public sealed class PagesTests
{
    public static TheoryData<string> Shapes { get; } = [.. GrowthShape.All.Select(static shape => shape.Name)];

    [Theory]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public void Sample_pages_are_the_same_each_time_and_of_the_size_asked_for(int size)
    {
        foreach (var make in new[] { SamplePage.Html, SamplePage.Text })
        {
            var page = make(size);

            Assert.Equal(page, make(size));
            Assert.InRange(page.Length, size * 0.85, (size * 1.1) + 4000);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shapes_grow_as_they_are_told(string name)
    {
        var shape = GrowthShape.All.Single(one => one.Name == name);

        foreach (var size in new[] { 10_000, 100_000 })
        {
            Assert.InRange(shape.Make(size).Length, size * 0.85, (size * 1.1) + 4000);
        }
    }

    [Fact]
    public void A_sample_page_has_an_article_and_chrome()
    {
        var result = new Scrubber().Scrub(new Page
        {
            Capture = new CaptureIdentity(null, "page", 0, new string('0', 64)),
            Payload = SamplePage.Html(20_000),
            Format = PageFormat.Html,
        });

        Assert.StartsWith("MERROW, 2021-03-02", result.CleanText.Split("\n\n")[1], StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(result.CleanText), 5_000, 18_000);
        Assert.DoesNotContain("Share on Facebook", result.CleanText, StringComparison.Ordinal);
    }
}
