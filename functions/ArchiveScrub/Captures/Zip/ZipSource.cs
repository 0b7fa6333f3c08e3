namespace ArchiveScrub.Captures.Zip;

/// <summary>The bytes of a ZIP archive, read at any place. Offsets count from where the stream stood at first.</summary>
/// <param name="stream">The archive; it can seek, and nothing else reads it meanwhile. It is not closed.</param>
internal sealed class ZipSource(Stream stream)
{
    private readonly long _start = stream.Position;

    /// <summary>Size of the archive in bytes.</summary>
    public long Length { get; } = Math.Max(0, stream.Length - stream.Position);

    /// <summary>Reads as much as fits; less only where the archive ends.</summary>
    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken) =>
        Seek(offset) ? await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) : 0;

    /// <inheritdoc cref="ReadAsync"/>
    public int Read(long offset, Span<byte> buffer) =>
        Seek(offset) ? stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) : 0;

    private bool Seek(long offset)
    {
        if (offset < 0 || offset >= Length)
        {
            return false;
        }

        if (stream.Position != _start + offset)
        {
            stream.Position = _start + offset;
        }

        return true;
    }
}
