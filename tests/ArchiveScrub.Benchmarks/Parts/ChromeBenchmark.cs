using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Profiles;
using BenchmarkDotNet.Attributes;

namespace ArchiveScrub.Benchmarks.Parts;

/// <summary>Verdicts: the rules alone, and rules and model together; the difference is features and score.</summary>
[MemoryDiagnoser]
public class ChromeBenchmark
{
    private readonly ChromeDetector _detector = new();
    private SegmentedPage _page = null!;

    /// <summary>Size of the page in kB.</summary>
    [Params(10, 100, 1000)]
    public int Kilobytes { get; set; }

    /// <summary>What the page is.</summary>
    [Params(PageFormat.Html, PageFormat.Text)]
    public PageFormat Format { get; set; }

    [GlobalSetup]
    public void SetUp() => _page = new BenchmarkPage(Format, Kilobytes).Segment();

    [Benchmark(Baseline = true)]
    public int Rules() => _detector.AskRules(_page, CancellationToken.None).Count;

    [Benchmark]
    public int RulesAndModel() => _detector.Detect(_page, null, RepeatedBlocks.None, CancellationToken.None).Verdicts.Length;
}
