using Azure.Storage.Blobs;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>WARC files that go through the queue in slices, next to the same files scrubbed in one go.</summary>
[Collection(AzuriteTests.Name)]
public sealed class RecordSlicingTests : IDisposable
{
    private const string Name = "crawl/2020 ä.warc.gz";
    private const long SliceBytes = 6_000;
    private static readonly Scrubber Scrubber = new();

    private readonly BlobContainerClient _captures;
    private readonly BlobContainerClient _results;
    private readonly BlobContainerClient _quiet;
    private readonly BlobContainerClient _quarantine;
    private readonly BlobContainerClient _parts;
    private readonly List<string> _messages = [];
    private readonly ScrubTelemetry _telemetry = new();
    private readonly RecordSlicing _slicing = new(new CaptureReader(), Scrubber, SliceBytes, new ScrubJobOptions { Host = "bench" }, new FixedClock());
    private readonly ScrubService _service;

    public RecordSlicingTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _captures = azurite.NewContainer("captures");
        _results = azurite.NewContainer("clean");
        _quiet = azurite.NewContainer("quiet");
        _quarantine = azurite.NewContainer("quarantine");
        _parts = azurite.NewContainer("parts");
        var queue = new Sender(_messages);
        _service = new ScrubService(
            new ScrubServiceParts(new BlobCaptureStore(_captures), new BlobResultStore(_results), new BlobResultStore(_quarantine), new BlobResultStore(_parts), queue, queue),
            new CaptureReader(),
            Scrubber,
            _telemetry,
            _slicing,
            new ScrubJobOptions { Host = "bench" },
            new FixedClock());
    }

    public static TheoryData<string, byte[]> Captures => new()
    {
        { "a gzip member a record", SampleWarc.Crawl(40) },
        { "without compression", SampleWarc.Crawl(20, compressed: false) },
        { "broken off", SampleWarc.Crawl(40)[..^500] },
        { "damaged in the middle", Damaged(SampleWarc.Crawl(40)) },
        { "no pages", Requests() },
        { "a WACZ", SampleArchive.Wacz(SampleWarc.Crawl(30), SampleWarc.Crawl(30), SampleWarc.Crawl(30), SampleWarc.Crawl(8)) },
        { "a ZIP archive of pages", SampleArchive.Site(40) },
    };

    public void Dispose()
    {
        _service?.Dispose();
        _slicing.Dispose();
        _telemetry.Dispose();
    }

    [SkippableTheory]
    [MemberData(nameof(Captures))]
    public async Task Slices_of_the_queue_give_the_bytes_of_one_machine(string what, byte[] capture)
    {
        Assert.NotEmpty(what);
        await _captures.GetBlobClient(Name).UploadAsync(BinaryData.FromBytes(capture), overwrite: true);
        using (var job = new ScrubJob(new CaptureReader(), Scrubber, new BlobResultStore(_quiet), new BlobResultStore(_quarantine), new ScrubJobOptions { Host = "bench" }, new FixedClock()))
        {
            var store = new BlobCaptureStore(_captures);
            Assert.Equal(ScrubStatus.Scrubbed, (await job.RunAsync(new Delivery(store, (await store.FindAsync(Name))!, Name))).Status);
        }

        Assert.Equal(ScrubStatus.FannedOut, (await _service.ScrubAsync(Name)).Status);
        Assert.True(_messages.Count > 2, "more than two slices");
        var outcomes = await Task.WhenAll(_messages.Concat(_messages).Select(message => Task.Run(() => AgainAsync(() => _service.ScrubSliceAsync(message)))));
        Assert.Single(outcomes, static outcome => outcome.Status == ScrubStatus.Scrubbed);

        var quiet = await ReadAsync(_quiet);
        Assert.Equal([$"{Name}.manifest.jsonl.gz", $"{Name}.records.jsonl.gz", $"{Name}.summary.json", $"{Name}.wet.gz"], quiet.Keys);
        var joined = await ReadAsync(_results);
        Assert.Equal(quiet.Keys, joined.Keys);
        Assert.All(quiet, result => Assert.Equal(result.Value, joined[result.Key]));
        Assert.Empty(await _quarantine.GetBlobsAsync().ToListAsync());

        // Done is done, in slices or in one go.
        _messages.Clear();
        Assert.Equal(ScrubStatus.AlreadyDone, (await _service.ScrubAsync(Name)).Status);
        Assert.Empty(_messages);
    }

    [SkippableFact]
    public async Task What_is_small_or_one_page_is_not_cut()
    {
        await _captures.GetBlobClient("small.warc.gz").UploadAsync(BinaryData.FromBytes(SampleWarc.Crawl(2)));
        await _captures.GetBlobClient("page.html").UploadAsync(BinaryData.FromString(Samples.Article() + new string(' ', (int)SliceBytes)));
        await _captures.GetBlobClient("bad.html").UploadAsync(BinaryData.FromBytes([.. Samples.Jpeg, .. new byte[SliceBytes]]));
        Assert.Equal(ScrubStatus.Scrubbed, (await _service.ScrubAsync("small.warc.gz")).Status);
        Assert.Equal(ScrubStatus.Scrubbed, (await _service.ScrubAsync("page.html")).Status);
        Assert.Equal(ScrubStatus.Quarantined, (await _service.ScrubAsync("bad.html")).Status);
        Assert.Empty(_messages);
    }

    private static byte[] Damaged(byte[] capture)
    {
        capture[capture.Length / 2] ^= 0x55;
        return capture;
    }

    private static byte[] Requests() =>
        [.. Enumerable.Range(1, 100).SelectMany(static i => SampleWarc.Gzip(SampleWarc.Record("request", i, "application/http; msgtype=request", $"GET /{i} HTTP/1.1\r\n\r\n", $"WARC-Target-URI: https://example.org/{i}\r\n")))];

    private static async Task<SortedDictionary<string, byte[]>> ReadAsync(BlobContainerClient container)
    {
        var contents = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync())
        {
            contents[blob.Name] = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
        }

        return contents;
    }

    private static async Task<ScrubOutcome> AgainAsync(Func<Task<ScrubOutcome>> deliver)
    {
        for (var delivery = 1; ; delivery++)
        {
            try
            {
                return await deliver();
            }
            catch (StoreException) when (delivery < 20)
            {
            }
        }
    }

    private sealed class Sender(List<string> messages) : IMessageSender
    {
        public Task SendAsync(string message, CancellationToken cancellationToken = default)
        {
            messages.Add(message);
            return Task.CompletedTask;
        }
    }
}
