using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ArchiveScrub.Storage;

/// <summary>
/// Results in a blob container. A result appears with one conditional request: <c>Put Blob</c>, or for a large one
/// <c>Put Block List</c> over blocks that nobody sees before. Labels become metadata and blob index tags.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="withTags">Whether blob index tags are written; accounts with a hierarchical namespace have none.</param>
public sealed class BlobResultStore(BlobContainerClient container, bool withTags = true) : IResultStore
{
    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default)
    {
        var blob = Blob(name);
        cancellationToken.ThrowIfCancellationRequested();
        return BlobErrors.DoAsync(
            $"cannot read the result {name}",
            async () =>
            {
                try
                {
                    // One request; where the SDK goes on with another after a broken connection, it asks for the same version.
                    var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
                    return (Stream?)new BlobReadStream(download.Value.Content, e => BlobErrors.Failure($"cannot read the result {name}", e));
                }
                catch (RequestFailedException e) when (BlobErrors.IsMissing(e))
                {
                    return null;
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default) =>
        PutAsync(name, content, onlyIfNone: false, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default) =>
        PutAsync(name, content, onlyIfNone: true, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        var blob = Blob(name);
        cancellationToken.ThrowIfCancellationRequested();
        return BlobErrors.DoAsync(
            $"cannot delete the result {name}",
            async () => await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken),
            cancellationToken);
    }

    private async Task<bool> PutAsync(string name, ResultContent content, bool onlyIfNone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        cancellationToken.ThrowIfCancellationRequested();
        await using var blocks = new BlockWriter(Blob(name));
        await content.WriteToAsync(blocks, cancellationToken);
        return await blocks.TryCommitAsync(content, onlyIfNone, withTags, cancellationToken);
    }

    private BlockBlobClient Blob(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ResultNames.IsSafe(name)
            ? container.GetBlockBlobClient(name)
            : throw new ArgumentException($"'{name}' is not a name of ResultNames.", nameof(name));
    }
}
