using ArchiveScrub.Benchmarks.Pages;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;

namespace ArchiveScrub.Benchmarks.Parts;

/// <summary>A page on its way through the scrubber, for benchmarks of a stretch of it.</summary>
/// <param name="format">What the page is.</param>
/// <param name="size">Its size in kB; where <see cref="FileVariable"/> names a file, that file instead.</param>
internal sealed class BenchmarkPage(PageFormat format, int size)
{
    /// <summary>The environment variable that names a page to measure instead of made-up ones.</summary>
    public const string FileVariable = "ARCHIVESCRUB_BENCHMARK_PAGE";

    /// <summary>The page.</summary>
    public Page Page { get; } = Of(format, Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file ? File.ReadAllBytes(file)
        : format == PageFormat.Html ? SamplePage.Html(size * 1000)
        : SamplePage.Text(size * 1000));

    /// <summary>The page as it is cut up.</summary>
    public SegmentedPage Segment()
    {
        var source = TextDecoder.Decode(Page);
        return format == PageFormat.Html ? new HtmlSegmenter().Segment(source, CancellationToken.None) : TextSegmenter.Segment(source);
    }

    private static Page Of(PageFormat format, byte[] bytes) => new()
    {
        Capture = new CaptureIdentity(null, "page", bytes.Length, new string('0', 64)),
        Payload = bytes,
        Format = format,
    };
}
