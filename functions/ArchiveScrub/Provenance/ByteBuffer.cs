using System.Buffers;

namespace ArchiveScrub.Provenance;

/// <summary>Bytes in memory on loan: what is written stands in it until it is disposed of.</summary>
internal class ByteBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 14);
    private int _count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>How many bytes it takes before it must make room.</summary>
    protected int Capacity => _bytes.Length;

    /// <inheritdoc/>
    public void Advance(int count) => _count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_bytes.Length - _count < Math.Max(1, sizeHint))
        {
            MakeRoom(sizeHint);
        }

        return _bytes.AsMemory(_count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    public virtual void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    /// <summary>Forgets what was written.</summary>
    protected void Clear() => _count = 0;

    /// <summary>Makes room for more.</summary>
    protected virtual void MakeRoom(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(_count + Math.Max(_count, size)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
