using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ArchiveScrub.Storage;

/// <summary>
/// Takes the content of a blob and shows nothing of it before it is committed. What fits into one block is kept and sent
/// with the commit; more goes into uncommitted blocks, which the service drops by itself where no commit follows. The
/// SDK's own stream commits when it is disposed of, after an error too.
/// </summary>
internal sealed class BlockWriter(BlockBlobClient blob) : Stream
{
    /// <summary>Bytes of a block; 50,000 of them are a blob's limit.</summary>
    internal const int BlockBytes = 8 << 20;

    // Blocks of writers that are at it at once must not be taken for each other's.
    private readonly string _writer = Guid.NewGuid().ToString("N");
    private readonly List<string> _staged = [];
    private readonly MemoryStream _pending = new();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private string What => $"cannot write the result {blob.Name}";

    /// <summary>Makes what was written the blob; false where <paramref name="onlyIfNone"/> and there is one.</summary>
    public async Task<bool> TryCommitAsync(ResultContent content, bool onlyIfNone, bool withTags, CancellationToken cancellationToken)
    {
        var conditions = onlyIfNone ? new BlobRequestConditions { IfNoneMatch = ETag.All } : null;
        var headers = new BlobHttpHeaders { ContentType = content.MediaType };
        var metadata = content.Labels.Metadata.Count == 0 ? null : content.Labels.Metadata.ToDictionary(StringComparer.Ordinal);
        var tags = withTags && content.Labels.Tags.Count > 0 ? content.Labels.Tags.ToDictionary(StringComparer.Ordinal) : null;
        try
        {
            if (_staged.Count == 0)
            {
                _pending.Position = 0;
                var options = new BlobUploadOptions { Conditions = conditions, HttpHeaders = headers, Metadata = metadata, Tags = tags };
                await blob.UploadAsync(_pending, options, cancellationToken);
            }
            else
            {
                await StageAsync(cancellationToken);
                var options = new CommitBlockListOptions { Conditions = conditions, HttpHeaders = headers, Metadata = metadata, Tags = tags };
                await blob.CommitBlockListAsync(_staged, options, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException e) when (onlyIfNone && BlobErrors.IsTaken(e))
        {
            return false;
        }
        catch (Exception e) when (BlobErrors.IsOfStore(e, cancellationToken))
        {
            // InvalidBlockList, too: another writer's commit has swept our blocks away. It may be tried again.
            throw BlobErrors.Failure(What, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_pending.Length == BlockBytes)
            {
                Stage();
            }

            var part = buffer[..(int)Math.Min(buffer.Length, BlockBytes - _pending.Length)];
            _pending.Write(part);
            buffer = buffer[part.Length..];
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (_pending.Length == BlockBytes)
            {
                await StageAsync(cancellationToken);
            }

            var part = buffer[..(int)Math.Min(buffer.Length, BlockBytes - _pending.Length)];
            _pending.Write(part.Span);
            buffer = buffer[part.Length..];
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The name of the next block; all names of a blob have the same length.</summary>
    private string NextBlock() => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{_writer}{_staged.Count:D6}"));

    private async Task StageAsync(CancellationToken cancellationToken)
    {
        var block = NextBlock();
        _pending.Position = 0;
        try
        {
            await blob.StageBlockAsync(block, _pending, cancellationToken: cancellationToken);
        }
        catch (Exception e) when (BlobErrors.IsOfStore(e, cancellationToken))
        {
            throw BlobErrors.Failure(What, e);
        }

        _staged.Add(block);
        _pending.SetLength(0);
    }

    private void Stage()
    {
        var block = NextBlock();
        _pending.Position = 0;
        try
        {
            blob.StageBlock(block, _pending);
        }
        catch (Exception e) when (BlobErrors.IsOfStore(e, default))
        {
            throw BlobErrors.Failure(What, e);
        }

        _staged.Add(block);
        _pending.SetLength(0);
    }
}
