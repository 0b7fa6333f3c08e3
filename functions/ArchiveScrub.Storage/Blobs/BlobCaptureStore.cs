using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveScrub.Storage;

/// <summary>
/// Captures in a blob container. A version of a capture is told by its ETag, and every read is pinned to it. The store
/// needs no more than the right to read.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="name">The name by which manifests know it; the container's own name unless given.</param>
public sealed class BlobCaptureStore(BlobContainerClient container, string? name = null) : ICaptureStore
{
    /// <summary>Bytes of a ranged read: memory against requests.</summary>
    private const int RangeBytes = 4 << 20;

    /// <summary>Captures of a page; the service gives 5,000 at most.</summary>
    private const int PageCaptures = 1000;

    /// <summary>What blobs are declared to be where nobody declares anything; it says nothing.</summary>
    private const string NoMediaType = "application/octet-stream";

    /// <inheritdoc/>
    public string? Name { get; } = name ?? container.Name;

    /// <inheritdoc/>
    public async IAsyncEnumerable<CaptureInfo> ListAsync(string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        cancellationToken.ThrowIfCancellationRequested();
        var options = new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata };
        await using var blobs = container.GetBlobsAsync(options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await BlobErrors.DoAsync($"cannot list the captures of {container.Name}", async () => await blobs.MoveNextAsync(), cancellationToken))
        {
            if (!IsFolder(blobs.Current.Metadata))
            {
                yield return Listed(blobs.Current);
            }
        }
    }

    /// <summary>Lists a page of captures, and where to go on; for work that is spread over many short runs.</summary>
    /// <param name="prefix">What their names begin with.</param>
    /// <param name="marker">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public Task<(IReadOnlyList<CaptureInfo> Captures, string? Next)> PageAsync(string prefix, string? marker, CancellationToken cancellationToken = default)
    {
        var options = new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata };
        return BlobErrors.DoAsync<(IReadOnlyList<CaptureInfo>, string?)>(
            $"cannot list the captures of {container.Name}",
            async () =>
            {
                await foreach (var page in container.GetBlobsAsync(options, cancellationToken).AsPages(marker, PageCaptures))
                {
                    return ([.. page.Values.Where(static blob => !IsFolder(blob.Metadata)).Select(Listed)], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
                }

                return ([], null);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CaptureInfo?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return !BlobNames.CanBeAddressed(name)
            ? Task.FromResult<CaptureInfo?>(null)
            : BlobErrors.DoAsync($"cannot read {name}", () => StatAsync(name, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(CaptureInfo capture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        cancellationToken.ThrowIfCancellationRequested();
        return !BlobNames.CanBeAddressed(capture.Name)
            ? throw new StoreException($"cannot read {capture.Name}: its name has parts that a URL cannot have")
            : BlobErrors.DoAsync($"cannot read {capture.Name}", () => OpenAsync(capture, cancellationToken), cancellationToken);
    }

    private async Task<Stream> OpenAsync(CaptureInfo capture, CancellationToken cancellationToken)
    {
        var options = new BlobOpenReadOptions(allowModifications: false)
        {
            BufferSize = (int)Math.Clamp(capture.Size, 1, RangeBytes),
            Conditions = new BlobRequestConditions { IfMatch = capture.ETag is { } tag ? new ETag(tag) : null },
        };
        try
        {
            var stream = await container.GetBlobClient(capture.Name).OpenReadAsync(options, cancellationToken);
            return new BlobReadStream(stream, e => BlobErrors.IsChanged(e) ? Changed(capture, e) : BlobErrors.Failure($"cannot read {capture.Name}", e));
        }
        catch (RequestFailedException e) when (BlobErrors.IsChanged(e))
        {
            throw Changed(capture, e);
        }
    }

    private static CaptureChangedException Changed(CaptureInfo capture, Exception e) => new($"{capture.Name} has been written again, or is no longer there", e);

    private async Task<CaptureInfo?> StatAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var properties = (await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return IsFolder(properties.Metadata)
                ? null
                : new CaptureInfo(name, properties.ContentLength, Text(properties.ETag), MediaType(properties.ContentType), properties.LastModified);
        }
        catch (RequestFailedException e) when (BlobErrors.IsMissing(e))
        {
            return null;
        }
    }

    private static CaptureInfo Listed(BlobItem blob) => new(
        blob.Name,
        blob.Properties.ContentLength ?? 0,
        blob.Properties.ETag is { } tag ? Text(tag) : null,
        MediaType(blob.Properties.ContentType),
        blob.Properties.LastModified);

    /// <summary>As headers have it, quoted; lists give it without quotes.</summary>
    private static string Text(ETag tag) => tag.ToString("H");

    private static string? MediaType(string? declared) => string.IsNullOrEmpty(declared) || declared == NoMediaType ? null : declared;

    /// <summary>Accounts with a hierarchical namespace list their folders as empty blobs.</summary>
    private static bool IsFolder(IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue("hdi_isfolder", out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
