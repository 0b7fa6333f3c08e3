using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>A container with captures, two for what comes of them, and jobs between them.</summary>
internal sealed class BlobBench(Azurite azurite)
{
    private static readonly Scrubber Scrubber = new();

    private readonly BlobContainerClient _captures = azurite.NewContainer("captures");
    private readonly BlobContainerClient _results = azurite.NewContainer("clean");
    private readonly BlobContainerClient _quarantine = azurite.NewContainer("quarantine");

    public ICaptureStore Captures => new BlobCaptureStore(_captures, "captures");

    public IResultStore Results => new BlobResultStore(_results);

    public IResultStore Quarantine => new BlobResultStore(_quarantine);

    public Task PutAsync(string name, string content) => PutAsync(name, Encoding.UTF8.GetBytes(content));

    public Task PutAsync(string name, byte[] content) => _captures.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    public Task RemoveAsync(string name) => _captures.DeleteBlobAsync(name);

    /// <summary>A job on clients of its own, as a worker has them.</summary>
    public ScrubJob Job(bool force = false, FaultPolicy? faults = null) =>
        new(new CaptureReader(), Scrubber, new BlobResultStore(Client(_results, faults)), new BlobResultStore(Client(_quarantine, faults)), new ScrubJobOptions { Force = force, Host = "bench" }, new FixedClock());

    /// <summary>The store of captures as a worker sees it.</summary>
    public ICaptureStore CapturesOf(FaultPolicy? faults) => new BlobCaptureStore(Client(_captures, faults), "captures");

    public async Task<Delivery> DeliverAsync(string name) => new(Captures, (await Captures.FindAsync(name))!, name);

    public async Task<ScrubOutcome> ScrubAsync(string name, bool force = false, FaultPolicy? faults = null)
    {
        var delivery = await DeliverAsync(name);
        return await Job(force, faults).RunAsync(delivery with { From = CapturesOf(faults) });
    }

    /// <summary>What came of a capture: every blob whose name begins with its name, with its bytes.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EndAsync(string name)
    {
        var end = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var container in new[] { _results, _quarantine })
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = name }))
            {
                var content = await container.GetBlobClient(blob.Name).DownloadContentAsync();
                end[$"{(container == _results ? "clean" : "quarantine")}/{blob.Name}"] = content.Value.Content.ToString();
            }
        }

        return end;
    }

    /// <summary>Deletes all results and records.</summary>
    public async Task ClearAsync()
    {
        foreach (var container in new[] { _results, _quarantine })
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions()))
            {
                await container.DeleteBlobAsync(blob.Name);
            }
        }
    }

    /// <summary>Results or a quarantine record or neither; a manifest stands beside its own text or not at all.</summary>
    public async Task AssertOneStateAsync(string name)
    {
        var end = await EndAsync(name);
        var isCommitted = end.TryGetValue($"clean/{name}.manifest.json", out var json);
        Assert.False(isCommitted && end.ContainsKey($"quarantine/{name}.error.json"), "results and a quarantine record");
        if (isCommitted)
        {
            var text = Encoding.UTF8.GetBytes(end[$"clean/{name}.clean.txt"]);
            Assert.Equal(ManifestJson.Deserialize(Encoding.UTF8.GetBytes(json!)).Result.Clean.Sha256, Convert.ToHexStringLower(SHA256.HashData(text)));
        }
    }

    public IReadOnlyDictionary<string, string> TagsOf(string name) =>
        _results.GetBlobClient(name).GetTags().Value.Tags.ToDictionary(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> MetadataOf(string name) =>
        _results.GetBlobClient(name).GetProperties().Value.Metadata.ToDictionary(StringComparer.Ordinal);

    public async Task<string[]> FindByTagsAsync(string expression) =>
        await _results.FindBlobsByTagsAsync(expression).Select(static blob => blob.BlobName).Order(StringComparer.Ordinal).ToArrayAsync();

    private BlobContainerClient Client(BlobContainerClient container, FaultPolicy? faults) =>
        faults is null ? container : azurite.Container(container.Name, new HttpPipelinePolicyAt(faults, HttpPipelinePosition.PerCall));
}
