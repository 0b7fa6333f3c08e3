using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using BenchmarkDotNet.Attributes;

namespace ArchiveScrub.Benchmarks.Parts;

/// <summary>The two segmenters, of decoded pages.</summary>
[MemoryDiagnoser]
public class SegmenterBenchmark
{
    private SourceText _html = null!;
    private SourceText _text = null!;

    /// <summary>Size of the page in kB.</summary>
    [Params(10, 100, 1000)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _html = TextDecoder.Decode(new BenchmarkPage(PageFormat.Html, Kilobytes).Page);
        _text = TextDecoder.Decode(new BenchmarkPage(PageFormat.Text, Kilobytes).Page);
    }

    /// <summary>HtmlAgilityPack's parse alone, to compare with.</summary>
    [Benchmark(Baseline = true)]
    public int Parse()
    {
        var document = new HtmlAgilityPack.HtmlDocument();
        document.LoadHtml(_html.Text);
        return document.DocumentNode.ChildNodes.Count;
    }

    [Benchmark]
    public int Html() => new HtmlSegmenter().Segment(_html, CancellationToken.None).Blocks.Count;

    [Benchmark]
    public int Text() => TextSegmenter.Segment(_text).Blocks.Count;
}
