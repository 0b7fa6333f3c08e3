using System.IO.Compression;
using ArchiveScrub.Benchmarks.Pages;
using ArchiveScrub.Captures.Compression;
using BenchmarkDotNet.Attributes;

namespace ArchiveScrub.Benchmarks.Parts;

/// <summary>
/// Reading a WARC that is compressed by record: by the WARC reader (every checksum and digest checked, pages held), by our
/// own gunzip alone (members, checksums), and by the framework's, which knows of neither. All three read the same bytes.
/// MB/s of the uncompressed WARC are its size, <see cref="Megabytes"/>, by the time.
/// </summary>
[MemoryDiagnoser]
public class WarcReaderBenchmark
{
    private byte[] _warc = [];
    private long _size;

    /// <summary>Size of the uncompressed WARC in MB (10⁶ bytes).</summary>
    [Params(100)]
    public int Megabytes { get; set; }

    [GlobalSetup]
    public void SetUp() => (_warc, _size) = SampleWarc.Compressed(Megabytes * 1_000_000L);

    [Benchmark(Baseline = true)]
    public async Task<long> Framework()
    {
        using var stream = new MemoryStream(_warc, writable: false);
        await using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
        var buffer = new byte[128 * 1024];
        var size = 0L;
        for (int read; (read = await unzipped.ReadAsync(buffer)) > 0; size += read)
        {
        }

        return Whole(size);
    }

    [Benchmark]
    public async Task<long> Members()
    {
        using var stream = new MemoryStream(_warc, writable: false);
        using var input = new GzipInput(new ByteInput(stream, 0), CaptureLimits.Default, static _ => true);
        var size = 0L;
        while (await input.NextAsync(CancellationToken.None))
        {
            while (await input.FillAsync(1, CancellationToken.None))
            {
                size += input.Available.Length;
                input.Advance(input.Available.Length);
            }
        }

        return Whole(size);
    }

    [Benchmark]
    public async Task<long> Reader()
    {
        using var stream = new MemoryStream(_warc, writable: false);
        var description = new CaptureDescription(null, "sample.warc.gz", Sha256: new string('0', 64));
        var capture = await new CaptureReader().OpenAsync(stream, description);
        var pages = 0L;
        await foreach (var entry in capture.ReadAsync())
        {
            pages += entry switch
            {
                FailedEntry failed => throw failed.Error,
                PageEntry => 1,
                _ => 0,
            };
        }

        return pages;
    }

    private long Whole(long size) => size == _size ? size : throw new InvalidDataException("the benchmark read something else than it wrote");
}
