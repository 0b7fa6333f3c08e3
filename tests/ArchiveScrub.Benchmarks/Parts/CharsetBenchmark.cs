using System.Text;
using ArchiveScrub.Benchmarks.Pages;
using ArchiveScrub.Captures;
using BenchmarkDotNet.Attributes;

namespace ArchiveScrub.Benchmarks.Parts;

/// <summary>Charset and decoding: of a page that declares what it is, and of one whose bytes must tell.</summary>
[MemoryDiagnoser]
public class CharsetBenchmark
{
    private byte[] _declared = [];
    private byte[] _guessed = [];

    /// <summary>Size of the page in kB.</summary>
    [Params(10, 100, 1000)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _declared = SamplePage.Html(Kilobytes * 1000);
        _guessed = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(_declared).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal).Replace("harbour", "caf\u00e9", StringComparison.Ordinal));
    }

    [Benchmark(Baseline = true)]
    public int Framework() => Encoding.UTF8.GetString(_declared).Length;

    [Benchmark]
    public int Declared() => TextDecoder.Decode(_declared, PageFormat.Html, null).Text.Length;

    [Benchmark]
    public int Guessed() => TextDecoder.Decode(_guessed, PageFormat.Html, null).Text.Length;
}
