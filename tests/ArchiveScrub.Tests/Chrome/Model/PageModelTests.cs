using System.Text;
using ArchiveScrub.Chrome.Model;
using ArchiveScrub.Tests.Samples;
using Xunit;

namespace ArchiveScrub.Tests.Chrome.Model;

/// <summary>The page models: what they say of pages that are plainly one thing, and that they refuse what they were not trained on.</summary>
public class PageModelTests
{
    [Theory]
    [InlineData("wire-story.html", PageType.Article)]
    [InlineData("feature-with-subheadings.html", PageType.Article)]
    [InlineData("forum-thread.html", PageType.Forum)]
    [InlineData("documentation.html", PageType.Documentation)]
    public void A_page_that_is_plainly_one_thing_is_told(string capture, PageType type)
    {
        var manifest = SampleCaptures.Get(capture).Result.Manifest;
        Assert.Equal(type, manifest.Result.PageType!.Type);
        Assert.InRange(manifest.Result.PageType.Confidence, 0.3, 1);
        Assert.InRange(manifest.Quality.Confidence, 0, 1);
    }

    [Fact]
    public void A_page_of_which_nothing_is_kept_is_empty()
    {
        var manifest = ChromeSamples.Scrub("<html><body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></body></html>").Manifest;
        Assert.Contains("no-content", manifest.Quality.Flags);
        Assert.Equal(PageType.Empty, manifest.Result.PageType!.Type);
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused() =>
        Assert.Throws<InvalidDataException>(() => PageModel.Read(new MemoryStream("GIF89a..........."u8.ToArray())));

    [Fact]
    public void Signals_that_it_was_not_trained_on_are_refused()
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write("ASP1"u8);
        writer.Write(1);
        writer.Write("kept-words");
        writer.Write(0);
        writer.Write(0f);
        writer.Write(0);
        stream.Position = 0;
        var model = PageModel.Read(stream);
        Assert.Throws<InvalidDataException>(() => model.Judge(new PageSignals(["kept-share"], [1]), isEmpty: false));
    }
}
