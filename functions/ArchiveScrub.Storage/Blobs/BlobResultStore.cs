using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
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
/// <param name="credential">The identity by which the service may read this container when it joins parts; a client with an account key needs none.</param>
public sealed class BlobResultStore(BlobContainerClient container, bool withTags = true, TokenCredential? credential = null) : IResultStore, IPartJoiner
{
    private BlobContainerClient Container => container;

    private TokenCredential? Credential => credential;

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
    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        var blob = Blob(name);
        cancellationToken.ThrowIfCancellationRequested();
        return BlobErrors.DoAsync(
            $"cannot delete the result {name}",
            async () => (await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken)).Value,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var prefix = Blob(folder).Name + "/";
        await using var blobs = container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await BlobErrors.DoAsync($"cannot list the results in {folder}", async () => await blobs.MoveNextAsync(), cancellationToken))
        {
            if (!blobs.Current.Name.AsSpan(prefix.Length).Contains('/'))
            {
                yield return blobs.Current.Name;
            }
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryJoinAsync(string name, string mediaType, IResultStore parts, IReadOnlyList<string> partNames, CancellationToken cancellationToken)
    {
        var blob = Blob(name);
        return parts is not BlobResultStore source
            ? Task.FromResult(false)
            : BlobErrors.DoAsync(
                $"cannot write the result {name}",
                () => BlobJoin.TryAsync(blob, mediaType, source.Container, source.Credential, TimeProvider.System, partNames, cancellationToken),
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
