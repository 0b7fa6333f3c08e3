using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>What happens when the platform calls, with queues in memory and containers in the emulator.</summary>
[Collection(AzuriteTests.Name)]
public sealed class ScrubServiceTests : IDisposable
{
    private static readonly Scrubber Scrubber = new();
    private static readonly byte[] Large = Encoding.ASCII.GetBytes(new string('x', 1000));

    private readonly BlobContainerClient _captures;
    private readonly BlobContainerClient _results;
    private readonly BlobContainerClient _quarantine;
    private readonly BlobContainerClient _parts;
    private readonly MemoryQueue _slices = new();
    private readonly MemoryQueue _orders = new();
    private readonly ScrubTelemetry _telemetry = new();

    public ScrubServiceTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _captures = azurite.NewContainer("captures");
        _results = azurite.NewContainer("clean");
        _quarantine = azurite.NewContainer("quarantine");
        _parts = azurite.NewContainer("parts");
    }

    public void Dispose() => _telemetry.Dispose();

    [SkippableFact]
    public async Task A_capture_is_scrubbed_and_one_that_is_gone_is_no_failure()
    {
        await PutAsync("a.html", Samples.Article());
        Assert.Equal(ScrubStatus.Scrubbed, (await Service().ScrubAsync("a.html")).Status);
        Assert.Equal(ScrubStatus.AlreadyDone, (await Service().ScrubAsync("a.html")).Status);
        Assert.Equal(ScrubStatus.Scrubbed, (await Service().ScrubAsync("a.html", force: true)).Status);
        Assert.Equal(ScrubStatus.Gone, (await Service().ScrubAsync("b.html")).Status);
        Assert.Equal(ScrubStatus.Gone, (await Service().ScrubAsync("../b.html")).Status);
        Assert.Equal(["a.html.clean.txt", "a.html.manifest.json"], Names(_results));
    }

    [SkippableFact]
    public async Task A_large_capture_goes_through_the_queue_in_slices_and_comes_out_whole()
    {
        await PutAsync("large.warc", Large);
        Assert.Equal(ScrubStatus.FannedOut, (await Service().ScrubAsync("large.warc")).Status);
        Assert.Equal(4, _slices.Messages.Count);
        using (var message = JsonDocument.Parse(_slices.Messages[1]))
        {
            Assert.Equal(["capture", "etag", "length", "of", "offset", "plan", "sha256", "slice", "tool"], message.RootElement.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
            Assert.Equal((2, 4, 250), (message.RootElement.GetProperty("slice").GetInt32(), message.RootElement.GetProperty("of").GetInt32(), message.RootElement.GetProperty("offset").GetInt32()));
        }

        var statuses = new List<ScrubStatus>();
        foreach (var message in _slices.Messages)
        {
            statuses.Add((await Service().ScrubSliceAsync(message)).Status);
        }

        Assert.Equal([ScrubStatus.SliceDone, ScrubStatus.SliceDone, ScrubStatus.SliceDone, ScrubStatus.Scrubbed], statuses);
        Assert.Equal("head " + Encoding.ASCII.GetString(Large), (await _results.GetBlobClient("large.warc.clean.txt").DownloadContentAsync()).Value.Content.ToString());
        Assert.Empty(_orders.Messages);
    }

    [SkippableFact]
    public async Task Slices_of_another_version_of_the_capture_are_void()
    {
        await PutAsync("large.warc", Large);
        await Service().ScrubAsync("large.warc");
        await PutAsync("large.warc", [.. Large, .. Large]);
        Assert.Equal(ScrubStatus.Gone, (await Service().ScrubSliceAsync(_slices.Messages[0])).Status);
        Assert.Empty(Names(_parts));
        Assert.Empty(_orders.Messages);
    }

    [SkippableFact]
    public async Task Slices_that_were_cut_by_another_version_of_the_scrubber_are_void_and_the_capture_is_cut_anew_once()
    {
        await PutAsync("large.warc", Large);
        await Service().ScrubAsync("large.warc");
        var other = new Scrubber(new ScrubOptions { Text = TextScope.Body });
        foreach (var message in _slices.Messages)
        {
            await Service(other).ScrubSliceAsync(message);
        }

        Assert.Empty(Names(_parts));
        Assert.Equal(["{\"capture\":\"large.warc\"}"], _orders.Messages);
    }

    [SkippableFact]
    public async Task What_is_poisoned_gets_a_record_each_and_only_for_the_version_that_failed()
    {
        await PutAsync("a b.html", Samples.Article());
        await PutAsync("large.warc", Large);
        await PutAsync("c.html", Samples.Article());
        var tag = (await _captures.GetBlobClient("a b.html").GetPropertiesAsync()).Value.ETag.ToString("G");
        Assert.Equal(ScrubStatus.Quarantined, (await Service().GiveUpBlobAsync(Poisoned("a b.html", tag))).Status);
        Assert.Equal(ScrubStatus.Gone, (await Service().GiveUpBlobAsync(Poisoned("a b.html", "0x0"))).Status);
        Assert.Equal(ScrubStatus.Gone, (await Service().GiveUpBlobAsync(Poisoned("nowhere.html", tag))).Status);
        await Service().ScrubAsync("large.warc");
        Assert.Equal(ScrubStatus.Quarantined, (await Service().GiveUpSliceAsync(_slices.Messages[2])).Status);
        await Service().GiveUpRescrubAsync("{\"capture\":\"c.html\",\"force\":true}");
        await Service().GiveUpRescrubAsync("{\"prefix\":\"x/\"}");
        Assert.Equal(["a b.html.error.json", "c.html.error.json", "large.warc.error.json"], Names(_quarantine));
        var record = QuarantineJson.Deserialize((await _quarantine.GetBlobClient("large.warc.error.json").DownloadContentAsync()).Value.Content.ToArray());
        Assert.Equal("GIVEN_UP", record.Error.Code);
        Assert.Equal("every delivery of slice 3 of 4 failed (bytes 500 to 750)", record.Error.Reason);

        // Given up is not for ever.
        await Service().RescrubAsync("{\"prefix\":\"a\"}");
        await Service().RescrubAsync(Assert.Single(_orders.Messages));
        Assert.Equal(["c.html.error.json", "large.warc.error.json"], Names(_quarantine));

        string Poisoned(string name, string etag) => JsonSerializer.Serialize(new { FunctionId = "Host.Functions.ScrubCapture", BlobType = "BlockBlob", ContainerName = _captures.Name, BlobName = name, ETag = etag });
    }

    [SkippableFact]
    public async Task An_order_for_a_prefix_becomes_an_order_for_each_capture()
    {
        foreach (var name in new[] { "2020/a.html", "2020/b \"ä\".html", "2021/a.html" })
        {
            await PutAsync(name, Samples.Article());
        }

        await Service().RescrubAsync("{\"prefix\":\"2020/\",\"force\":true}");
        Assert.Equal(2, _orders.Messages.Count);
        foreach (var order in _orders.Messages.ToArray())
        {
            await Service().RescrubAsync(order);
        }

        Assert.Equal(["2020/a.html.clean.txt", "2020/a.html.manifest.json", "2020/b \"ä\".html.clean.txt", "2020/b \"ä\".html.manifest.json"], Names(_results));
    }

    [SkippableTheory]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task A_message_that_is_none_of_ours_is_thrown_so_that_it_ends_among_the_poisoned(string message)
    {
        await Assert.ThrowsAsync<FormatException>(() => Service().ScrubSliceAsync(message));
        await Assert.ThrowsAsync<FormatException>(() => Service().GiveUpSliceAsync(message));
        await Assert.ThrowsAsync<FormatException>(() => Service().GiveUpBlobAsync(message));
        await Assert.ThrowsAsync<FormatException>(() => Service().RescrubAsync(message));
    }

    private ScrubService Service(Scrubber? scrubber = null) => new(
        new ScrubServiceParts(
            new BlobCaptureStore(_captures),
            new BlobResultStore(_results),
            new BlobResultStore(_quarantine),
            new BlobResultStore(_parts),
            _slices,
            _orders),
        new CaptureReader(),
        scrubber ?? Scrubber,
        _telemetry,
        new FakeSlicing((scrubber ?? Scrubber).Tool));

    private Task PutAsync(string name, string content) => PutAsync(name, Encoding.UTF8.GetBytes(content));

    private async Task PutAsync(string name, byte[] content) => await _captures.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    private static string[] Names(BlobContainerClient container) => [.. container.GetBlobs().Select(static blob => blob.Name)];

    /// <summary>Cuts what is called a WARC into four.</summary>
    private sealed class FakeSlicing(ManifestTool tool) : ISlicing
    {
        public async Task<FanOutPlan?> CutAsync(Delivery delivery, CancellationToken cancellationToken = default)
        {
            if (!delivery.Capture.Name.EndsWith(".warc", StringComparison.Ordinal))
            {
                return null;
            }

            var content = await ReadAsync(delivery, cancellationToken);
            var step = content.Length / 4;
            return new FanOutPlan(delivery.Capture, Convert.ToHexStringLower(SHA256.HashData(content)), tool, [.. Enumerable.Range(0, 4).Select(i => new CaptureSlice(i * step, step))]);
        }

        public ISliceWork WorkOn(Delivery delivery, string sha256) => new FakeSliceWork(ReadAsync(delivery, default).GetAwaiter().GetResult());

        private static async Task<byte[]> ReadAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
            var memory = new MemoryStream();
            await stream.CopyToAsync(memory, cancellationToken);
            return memory.ToArray();
        }
    }

    private sealed class MemoryQueue : IMessageSender
    {
        public List<string> Messages { get; } = [];

        public Task SendAsync(string message, CancellationToken cancellationToken = default)
        {
            Messages.Add(message);
            return Task.CompletedTask;
        }
    }
}
