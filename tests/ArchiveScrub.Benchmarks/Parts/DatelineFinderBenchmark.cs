using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Profiles;
using ArchiveScrub.Datelines;
using BenchmarkDotNet.Attributes;

namespace ArchiveScrub.Benchmarks.Parts;

/// <summary>Datelines of a page with verdicts.</summary>
[MemoryDiagnoser]
public class DatelineFinderBenchmark
{
    private readonly DatelineFinder _finder = new();
    private SegmentedPage _page = null!;
    private Verdict[] _verdicts = [];

    /// <summary>Size of the page in kB.</summary>
    [Params(10, 100, 1000)]
    public int Kilobytes { get; set; }

    /// <summary>What the page is.</summary>
    [Params(PageFormat.Html, PageFormat.Text)]
    public PageFormat Format { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _page = new BenchmarkPage(Format, Kilobytes).Segment();
        _verdicts = new ChromeDetector().Detect(_page, null, RepeatedBlocks.None, CancellationToken.None).Verdicts;
    }

    [Benchmark]
    public bool Find() => _finder.Find(_page, _verdicts, new DatelineContext()).Dateline is null;
}
