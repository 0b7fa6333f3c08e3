namespace ArchiveScrub.Captures.Zip;

/// <summary>A range of an archive as a stream that is read once, forward.</summary>
internal sealed class RangeStream(ZipSource source, long start, long length) : ForwardStream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(start + _read, buffer[..Fitting(buffer.Length)]);
        _read += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(start + _read, buffer[..Fitting(buffer.Length)], cancellationToken);
        _read += read;
        return read;
    }

    private int Fitting(int size) => (int)Math.Min(size, length - _read);
}
