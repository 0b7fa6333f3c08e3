namespace ArchiveScrub.Captures.Compression;

/// <summary>
/// Feeds an inflater from an input. An inflater takes more than it needs, and does not say how much; the last bytes
/// of the input are therefore given one by one, so that there it is known.
/// </summary>
internal sealed class GzipFeed(ByteInput raw) : Stream
{
    /// <summary>More than a gzip trailer: behind any chunk of more than one byte, a whole trailer follows.</summary>
    private const int HeldBack = 16;

    /// <summary>Two chunks can be taken back.</summary>
    private const int MaxChunk = ByteInput.Lookback / 2;

    /// <summary>How many bytes were given last.</summary>
    public int LastChunk { get; private set; }

    /// <summary>How many bytes were given before that.</summary>
    public int ChunkBefore { get; private set; }

    /// <summary>Whether there was nothing left to give.</summary>
    public bool IsExhausted { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Begins another member.</summary>
    public void Restart() => (LastChunk, ChunkBefore, IsExhausted) = (0, 0, false);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await raw.FillAsync(HeldBack + 1, cancellationToken);
        var available = raw.Available;
        var count = Math.Min(Math.Min(buffer.Length, MaxChunk), Math.Max(available.Length - HeldBack, Math.Min(available.Length, 1)));
        available[..count].CopyTo(buffer.Span);
        raw.Advance(count);
        if (count > 0)
        {
            (LastChunk, ChunkBefore) = (count, LastChunk);
        }

        IsExhausted = count == 0;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
