using BenchmarkDotNet.Attributes;

namespace ArchiveScrub.Benchmarks.Parts;

/// <summary>All of it, and the loading of rules, lexicons and models before the first page.</summary>
[MemoryDiagnoser]
public class ScrubberBenchmark
{
    private readonly Scrubber _scrubber = new();
    private Page _page = null!;

    /// <summary>Size of the page in kB.</summary>
    [Params(10, 100, 1000)]
    public int Kilobytes { get; set; }

    /// <summary>What the page is.</summary>
    [Params(PageFormat.Html, PageFormat.Text)]
    public PageFormat Format { get; set; }

    [GlobalSetup]
    public void SetUp() => _page = new BenchmarkPage(Format, Kilobytes).Page;

    [Benchmark]
    public string Scrub() => _scrubber.Scrub(_page).CleanText;

    [Benchmark]
    public string Load() => new Scrubber().Tool.Version;
}
