using Azure.Core;
using Azure.Storage.Blobs;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

[Collection(AzuriteTests.Name)]
public sealed class BlobJoinTests
{
    private readonly Azurite _azurite;
    private readonly BlobContainerClient _parts;
    private readonly BlobContainerClient _results;

    public BlobJoinTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _azurite = azurite;
        _parts = azurite.NewContainer("parts");
        _results = azurite.NewContainer("clean");
    }

    [SkippableFact]
    public async Task The_service_joins_parts_by_itself_with_a_signature_of_each()
    {
        await PutAsync("1", "one ", "2 ä", "two ", "3", "three");
        await new BlobResultStore(_results).WriteAsync("joined.gz", ResultContent.FromBytes("text/plain", "an earlier one"u8.ToArray()));
        Assert.True(await new BlobResultStore(_results).TryJoinAsync("joined.gz", "application/gzip", new BlobResultStore(_parts), ["1", "2 ä", "3"], default));
        Assert.Equal("one two three", await ReadAsync());
        Assert.Equal("application/gzip", (await _results.GetBlobClient("joined.gz").GetPropertiesAsync()).Value.ContentType);
    }

    [SkippableFact]
    public async Task With_an_identity_it_is_the_identity_that_reads_the_parts()
    {
        // The emulator takes tokens over HTTPS only, so that the request is looked at, and its bytes are put in its place.
        var service = new CopySourcePolicy(_azurite);
        var copying = _azurite.Container(_results.Name, new HttpPipelinePolicyAt(service, HttpPipelinePosition.PerCall));
        await PutAsync("1", "one ", "2", "two");
        Assert.True(await new BlobResultStore(copying).TryJoinAsync("joined.gz", "application/gzip", new BlobResultStore(_parts, withTags: false, new FixedToken()), ["1", "2"], default));
        Assert.Equal("one two", await ReadAsync());
        Assert.All(service.Copied, static copy =>
        {
            Assert.Equal("Bearer token", copy.Authorization);
            Assert.Empty(copy.Source.Query);
        });
    }

    [SkippableFact]
    public async Task Where_the_service_cannot_nothing_is_written()
    {
        await PutAsync("1", "one ");
        var withoutKey = new BlobContainerClient(_parts.Uri);
        Assert.False(await new BlobResultStore(_results).TryJoinAsync("joined.gz", "application/gzip", new BlobResultStore(withoutKey), ["1"], default));
        Assert.False(await _results.GetBlobClient("joined.gz").ExistsAsync());
    }

    private async Task PutAsync(params string[] namesAndTexts)
    {
        foreach (var part in namesAndTexts.Chunk(2))
        {
            await _parts.UploadBlobAsync(part[0], BinaryData.FromString(part[1]));
        }
    }

    private async Task<string> ReadAsync() => (await _results.GetBlobClient("joined.gz").DownloadContentAsync()).Value.Content.ToString();

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
