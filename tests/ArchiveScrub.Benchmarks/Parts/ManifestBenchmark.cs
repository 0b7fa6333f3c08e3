using ArchiveScrub.Datelines;
using ArchiveScrub.Provenance;
using BenchmarkDotNet.Attributes;

namespace ArchiveScrub.Benchmarks.Parts;

/// <summary>Clean text and manifest of a page with verdicts: put together and digested, and written as JSON.</summary>
[MemoryDiagnoser]
public class ManifestBenchmark
{
    private readonly Scrubber _scrubber = new();
    private Page _input = null!;
    private ScrubResult _result = null!;
    private DatelineFinding _found = null!;

    /// <summary>Size of the page in kB.</summary>
    [Params(10, 100, 1000)]
    public int Kilobytes { get; set; }

    /// <summary>What the page is.</summary>
    [Params(PageFormat.Html, PageFormat.Text)]
    public PageFormat Format { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _input = new BenchmarkPage(Format, Kilobytes).Page;
        _result = _scrubber.Scrub(_input);
        _found = new DatelineFinder().Find(_result.Page, _result.Verdicts, new DatelineContext());
    }

    [Benchmark]
    public Manifest BuildAndDigest()
    {
        var (segmented, verdicts) = (_result.Page, _result.Verdicts);
        var pieces = PieceCutter.Cut(segmented.Blocks, verdicts, _found);
        var title = FindingsReader.HeadTitle(segmented.Head, verdicts);
        var clean = CleanTextComposer.Compose(segmented.Blocks, pieces, TextScope.Full, title, _found.Dateline?.ToLine());
        var findings = FindingsReader.Read(segmented, verdicts, _result.Detection.Judgement, _found, title);
        return ManifestBuilder.Build(_input, segmented, pieces, clean, findings, [], _scrubber.Tool);
    }

    [Benchmark]
    public byte[] Serialise() => ManifestJson.Serialize(_result.Manifest);
}
