using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

[Collection(AzuriteTests.Name)]
public sealed class BlobResultStoreTests : ResultStoreContract
{
    private readonly BlobContainerClient _container;

    public BlobResultStoreTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _container = azurite.NewContainer();
        Store = new BlobResultStore(_container);
    }

    protected override IResultStore Store { get; }

    [SkippableFact]
    public async Task A_result_has_its_media_type_metadata_and_tags_from_the_first_moment()
    {
        var labels = new ResultLabels(
            new Dictionary<string, string> { ["host"] = "example.org", ["flagged"] = "no" },
            new Dictionary<string, string> { ["capture"] = "a%20b.html" });
        await Store.WriteAsync("a.txt", ResultContent.FromBytes("text/plain; charset=utf-8", "x"u8.ToArray()) with { Labels = labels });
        var blob = _container.GetBlobClient("a.txt");
        var properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal("text/plain; charset=utf-8", properties.ContentType);
        Assert.Equal(labels.Metadata, properties.Metadata);
        Assert.Equal(labels.Tags, (await blob.GetTagsAsync()).Value.Tags);
    }

    [SkippableFact]
    public async Task A_store_without_tags_writes_the_rest()
    {
        var labels = new ResultLabels(new Dictionary<string, string> { ["host"] = "example.org" }, new Dictionary<string, string> { ["capture"] = "a" });
        await new BlobResultStore(_container, withTags: false).WriteAsync("a.txt", ResultContent.FromBytes("text/plain", "x"u8.ToArray()) with { Labels = labels });
        Assert.Empty((await _container.GetBlobClient("a.txt").GetTagsAsync()).Value.Tags);
        Assert.Equal("a", (await _container.GetBlobClient("a.txt").GetPropertiesAsync()).Value.Metadata["capture"]);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_result_goes_in_blocks_and_is_seen_whole_or_not_at_all(bool synchronously)
    {
        var content = RandomNumberGenerator.GetBytes((2 * BlockWriter.BlockBytes) + 12345);
        var isSeen = true;
        var result = new ResultContent("application/gzip", async (stream, cancellationToken) =>
        {
            for (var at = 0; at < content.Length; at += 1_000_000)
            {
                var part = content.AsMemory(at, Math.Min(1_000_000, content.Length - at));
                if (synchronously)
                {
                    stream.Write(part.Span);
                }
                else
                {
                    await stream.WriteAsync(part, cancellationToken);
                }
            }

            isSeen = await Store.OpenReadAsync("large.gz", cancellationToken) is not null;
        });
        Assert.True(await Store.TryCreateAsync("large.gz", result));
        Assert.False(isSeen);
        Assert.Equal(content, await Store.ReadAsync("large.gz", default));
        Assert.Equal("application/gzip", (await _container.GetBlobClient("large.gz").GetPropertiesAsync()).Value.ContentType);
        Assert.False(await Store.TryCreateAsync("large.gz", result));
        await Store.WriteAsync("large.gz", result);
        Assert.Equal(content, await Store.ReadAsync("large.gz", default));
    }

    [SkippableFact]
    public async Task Large_results_that_are_written_at_once_end_with_one_of_them_whole()
    {
        var contents = Enumerable.Range(0, 4).Select(static i => Enumerable.Repeat((byte)i, BlockWriter.BlockBytes + 1000).ToArray()).ToArray();
        var created = await Task.WhenAll(contents.Select(content => Task.Run(() => TryAsync(() => Store.TryCreateAsync("large.bin", ResultContent.FromBytes("application/octet-stream", content))))));
        var stored = (await Store.ReadAsync("large.bin", default))!;
        Assert.Equal(contents[Assert.Single(Enumerable.Range(0, 4), i => created[i])], stored);
        await Task.WhenAll(contents.Select(content => Task.Run(() => TryAsync(async () =>
        {
            await Store.WriteAsync("large.bin", ResultContent.FromBytes("application/octet-stream", content));
            return true;
        }))));
        Assert.Contains(await Store.ReadAsync("large.bin", default), contents);
    }

    [SkippableFact]
    public async Task A_writer_that_fails_leaves_no_blob_not_even_of_its_first_blocks()
    {
        var failing = new ResultContent("text/plain", static async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(new byte[BlockWriter.BlockBytes * 2], cancellationToken);
            throw new InvalidOperationException("half way");
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync("a.bin", failing));
        Assert.Null(await Store.OpenReadAsync("a.bin"));
        Assert.Empty(await _container.GetBlobsAsync(new GetBlobsOptions()).ToListAsync());
    }

    [SkippableFact]
    public async Task What_the_service_refuses_is_the_stores_failure_in_one_line()
    {
        await _container.DeleteAsync();
        var errors = new[]
        {
            await Assert.ThrowsAsync<StoreException>(() => Store.WriteAsync("a.txt", ResultContent.FromBytes("text/plain", "x"u8.ToArray()))),
            await Assert.ThrowsAsync<StoreException>(() => Store.TryCreateAsync("a.txt", ResultContent.FromBytes("text/plain", "x"u8.ToArray()))),
            await Assert.ThrowsAsync<StoreException>(() => Store.OpenReadAsync("a.txt")),
        };
        Assert.All(errors, static error =>
        {
            Assert.Contains("a.txt: ContainerNotFound (404)", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        });
    }

    /// <summary>A writer whose blocks another one swept away fails, and may try again.</summary>
    private static async Task<bool> TryAsync(Func<Task<bool>> write)
    {
        try
        {
            return await write();
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
