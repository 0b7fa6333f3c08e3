using System.Text;
using ArchiveScrub.Benchmarks.Measuring;
using SmartReader;

namespace ArchiveScrub.Benchmarks.SmartReader;

/// <summary>SmartReader: a page's bytes in, its article's text out.</summary>
internal sealed class ReaderContestant : Contestant
{
    /// <inheritdoc/>
    public override long Run()
    {
        using var reader = new Reader("https://example.org/", Encoding.UTF8.GetString(Page.Span));
        return reader.GetArticle().TextContent?.Length ?? 0;
    }
}
