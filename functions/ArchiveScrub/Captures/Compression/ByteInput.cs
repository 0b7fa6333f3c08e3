using System.Buffers;

namespace ArchiveScrub.Captures.Compression;

/// <summary>A stream through a buffer: with the place of every byte, and a way back over the last ones.</summary>
/// <param name="stream">The stream; it is read, never closed.</param>
/// <param name="position">The place of the stream's next byte.</param>
internal sealed class ByteInput(Stream stream, long position) : ByteWindow, IDisposable
{
    /// <summary>How far <see cref="Back"/> goes at least, unless there was less.</summary>
    public const int Lookback = 64 * 1024;

    private const int Size = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _start;
    private int _end;

    /// <summary>The place of the next byte.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Whether the stream has ended: nothing follows what is available.</summary>
    public bool IsEnded { get; private set; }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Available => _buffer.AsSpan(_start, _end - _start);

    /// <inheritdoc/>
    public override void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _end - _start);
        _start += count;
        Position += count;
    }

    /// <summary>Takes back bytes that were passed over.</summary>
    public void Back(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _start);
        _start -= count;
        Position -= count;
    }

    /// <summary>Goes to a place; false where the stream cannot.</summary>
    public bool TrySeek(long to)
    {
        if (!stream.CanSeek)
        {
            return false;
        }

        stream.Position += to - (Position + _end - _start);
        Position = to;
        _start = _end = 0;
        IsEnded = false;
        return true;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken) =>
        _end - _start >= count ? ValueTask.FromResult(true) : ReadAsync(count, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private async ValueTask<bool> ReadAsync(int count, CancellationToken cancellationToken)
    {
        if (_start + count > _buffer.Length)
        {
            MakeRoom(count);
        }

        // The buffer is always filled: what is seen of damaged data must not depend on how a stream hands out its bytes.
        if (!IsEnded && _end - _start < count)
        {
            _end += await stream.ReadAtLeastAsync(_buffer.AsMemory(_end), _buffer.Length - _end, throwOnEndOfStream: false, cancellationToken);
            IsEnded = _end < _buffer.Length;
        }

        return _end - _start >= count;
    }

    private void MakeRoom(int count)
    {
        var keepFrom = Math.Max(0, _start - Lookback);
        var kept = _buffer.AsSpan(keepFrom, _end - keepFrom);
        if (_start - keepFrom + count > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_start - keepFrom + count);
            kept.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else
        {
            kept.CopyTo(_buffer);
        }

        _end -= keepFrom;
        _start -= keepFrom;
    }
}
