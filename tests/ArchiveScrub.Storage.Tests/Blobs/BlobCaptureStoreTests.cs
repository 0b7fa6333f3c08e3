using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

[Collection(AzuriteTests.Name)]
public sealed class BlobCaptureStoreTests : CaptureStoreContract
{
    private readonly BlobContainerClient _container;

    public BlobCaptureStoreTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _container = azurite.NewContainer();
        Store = new BlobCaptureStore(_container);
    }

    protected override ICaptureStore Store { get; }

    protected override Task PutAsync(string name, byte[] content) => _container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    protected override Task RemoveAsync(string name) => _container.DeleteBlobAsync(name);

    [SkippableFact]
    public async Task A_version_is_told_by_the_entity_tag_as_headers_have_it()
    {
        await PutAsync("a.html", "x"u8.ToArray());
        var capture = (await Store.FindAsync("a.html"))!;
        Assert.Matches("^\"[^\"]+\"$", capture.ETag);
        Assert.Equal(_container.Name, Store.Name);
    }

    [SkippableFact]
    public async Task The_media_type_is_what_somebody_declared_and_not_the_services_default()
    {
        await PutAsync("a", "x"u8.ToArray());
        await _container.GetBlobClient("b").UploadAsync(BinaryData.FromString("x"), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/html; charset=koi8-r" } });
        Assert.Null((await Store.FindAsync("a"))!.MediaType);
        Assert.Equal("text/html; charset=koi8-r", (await Store.FindAsync("b"))!.MediaType);
    }

    [SkippableFact]
    public async Task A_capture_that_is_written_again_while_it_is_read_is_noticed()
    {
        await PutAsync("a.bin", new byte[9 << 20]);
        await using var stream = await Store.OpenReadAsync((await Store.FindAsync("a.bin"))!);
        await stream.ReadExactlyAsync(new byte[100]);
        await PutAsync("a.bin", new byte[9 << 20]);
        await Assert.ThrowsAsync<CaptureChangedException>(() => stream.CopyToAsync(Stream.Null));
    }

    [SkippableFact]
    public async Task A_capture_that_is_deleted_while_it_is_read_is_noticed()
    {
        await PutAsync("a.bin", new byte[9 << 20]);
        await using var stream = await Store.OpenReadAsync((await Store.FindAsync("a.bin"))!);
        await stream.ReadExactlyAsync(new byte[100]);
        await RemoveAsync("a.bin");
        await Assert.ThrowsAsync<CaptureChangedException>(() => stream.CopyToAsync(Stream.Null));
    }

    [SkippableFact]
    public async Task A_range_is_read_without_what_is_before_it()
    {
        var content = new byte[9 << 20];
        content[^1] = 7;
        await PutAsync("a.bin", content);
        await using var stream = await Store.OpenReadAsync((await Store.FindAsync("a.bin"))!);
        stream.Position = content.Length - 1;
        Assert.Equal(7, stream.ReadByte());
        Assert.Equal(-1, stream.ReadByte());
    }

    [SkippableFact]
    public async Task Folders_of_a_hierarchical_namespace_are_no_captures()
    {
        await _container.GetBlobClient("folder").UploadAsync(BinaryData.FromString(""), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["hdi_isfolder"] = "true" } });
        await PutAsync("folder/a.html", "x"u8.ToArray());
        Assert.Equal(["folder/a.html"], await Store.ListAsync().Select(static capture => capture.Name).ToArrayAsync());
        Assert.Null(await Store.FindAsync("folder"));
    }

    [SkippableFact]
    public async Task A_container_that_is_not_there_is_the_stores_failure_and_not_a_missing_capture()
    {
        var capture = new CaptureInfo("a.html", 1, "\"0x1\"");
        await _container.DeleteAsync();
        await Assert.ThrowsAsync<StoreException>(() => Store.FindAsync("a.html"));
        await Assert.ThrowsAsync<StoreException>(async () => await Store.ListAsync().ToListAsync());
        Assert.IsNotType<CaptureChangedException>(await Assert.ThrowsAsync<StoreException>(() => Store.OpenReadAsync(capture)));
    }

    [SkippableTheory]
    [InlineData("a/../b.html")]
    [InlineData("./a.html")]
    [InlineData("a//b.html")]
    [InlineData("a\\b.html")]
    public async Task Names_that_a_url_would_lead_elsewhere_are_not_opened(string name) =>
        await Assert.ThrowsAsync<StoreException>(() => Store.OpenReadAsync(new CaptureInfo(name, 1, "\"0x1\"")));
}
