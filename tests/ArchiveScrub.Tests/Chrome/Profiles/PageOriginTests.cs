using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome.Profiles;
using Xunit;

namespace ArchiveScrub.Tests.Chrome.Profiles;

public sealed class PageOriginTests
{
    [Theory]
    [InlineData("https://example.org/a", "example.org")]
    [InlineData("http://WWW.Example.org:80/a", "example.org")]
    [InlineData("https://www2.example.org/", "example.org")]
    [InlineData("https://docs.example.org/", "docs.example.org")]
    [InlineData("https://www.org/", "www.org")]
    [InlineData("https://wwwhale.example/", "wwwhale.example")]
    [InlineData("http://example.org:8080/", "example.org:8080")]
    [InlineData("https://bücher.example./", "xn--bcher-kva.example")]
    [InlineData("file:///a/b.html", "store/folder/")]
    [InlineData("no address", "store/folder/")]
    [InlineData(null, "store/folder/")]
    public void Site_is_the_host_or_the_folder(string? address, string site) => Assert.Equal(site, Of("<p>x</p>", address)!.Site.Name);

    [Fact]
    public void Address_that_the_page_gives_itself_counts_where_the_capture_has_none()
    {
        Assert.Equal("example.org", Of("<head><link rel=canonical href='https://example.org/a'></head>", null)!.Site.Name);
        Assert.Equal("example.org", Of("<head><meta property='og:url' content='https://example.org/a'></head>", null)!.Site.Name);
        Assert.Equal("example.net", Of("<head><link rel=canonical href='https://example.org/a'></head>", "https://example.net/a")!.Site.Name);
    }

    [Fact]
    public void Captures_of_one_address_are_one_page()
    {
        var page = Of("<p>x</p>", "https://example.org/a")!.Id;
        Assert.Equal(page, Of("<p>y</p>", "http://www.example.org/a#part")!.Id);
        Assert.Equal(page, Of("<head><link rel=canonical href='https://example.org/a'></head>", "https://example.org/a?print=1")!.Id);
        Assert.NotEqual(page, Of("<p>x</p>", "https://example.org/a?page=2")!.Id);
    }

    [Fact]
    public void Page_from_standard_input_is_of_no_site() => Assert.Null(Of("<p>x</p>", null, store: null));

    private static PageOrigin? Of(string html, string? address, string? store = "store")
    {
        var page = MadeUpSite.Of(html, PageFormat.Html, "folder/page.html", address);
        page = page with { Capture = page.Capture with { Store = store } };
        return PageOrigin.Of(page, new HtmlSegmenter().Segment(TextDecoder.Decode(page)));
    }
}
