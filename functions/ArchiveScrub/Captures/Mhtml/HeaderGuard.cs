namespace ArchiveScrub.Captures.Mhtml;

/// <summary>
/// The stream that MimeKit reads from. MimeKit holds a header whole, however long it is; here it is stopped where one is
/// longer than any real one. It always gets as much as it asks for: what it makes of damaged files depends on that.
/// </summary>
internal sealed class HeaderGuard(CaptureSource source) : ForwardStream
{
    /// <summary>Bytes of the headers of one part, and of what MimeKit reads ahead.</summary>
    private const int MaxHeaderBytes = 1024 * 1024;

    private long _read;
    private long? _headersAt;

    public void HeadersBegin(long offset) => _headersAt = offset;

    public void HeadersEnd() => _headersAt = null;

    public override int Read(Span<byte> buffer)
    {
        Check();
        var read = source.Stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        _read += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Check();
        var read = await source.Stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        _read += read;
        return read;
    }

    private void Check()
    {
        if (_headersAt is { } at && _read - at > MaxHeaderBytes)
        {
            throw source.Error(CaptureErrorCodes.HeaderLimit, "the headers of a part are longer than the limit", offset: at);
        }
    }
}
