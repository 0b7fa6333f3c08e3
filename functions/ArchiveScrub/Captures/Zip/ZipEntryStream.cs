using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// The unpacked content of an entry. It gives no more than the size that is declared, and at the end it gives its bytes
/// only if size and CRC-32 are what is declared, which the framework's own reader does not look at. Of an entry that is
/// cut off it gives what there is.
/// </summary>
internal sealed class ZipEntryStream : ForwardStream
{
    private readonly string _capture;
    private readonly CaptureLimits _limits;
    private readonly ZipEntry _entry;
    private readonly Stream _content;
    private readonly Crc32 _crc32 = new();
    private long _read;

    public ZipEntryStream(ZipSource source, string capture, CaptureLimits limits, ZipEntry entry, long dataOffset)
    {
        _capture = capture;
        _limits = limits;
        _entry = entry;
        DataOffset = dataOffset;
        var range = new RangeStream(source, dataOffset, entry.CompressedSize);
        _content = entry.Method == ZipEntry.Stored ? range : new DeflateStream(range, CompressionMode.Decompress);
    }

    /// <summary>Where the content begins in the archive; that of a stored entry stands there as it is.</summary>
    public long DataOffset { get; }

    /// <summary>Reads to the end, so that the content is checked.</summary>
    /// <param name="hash">Is given the content.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CaptureException">The content is not what is declared.</exception>
    public async ValueTask DrainAsync(IncrementalHash? hash = null, CancellationToken cancellationToken = default)
    {
        var buffer = new byte[64 * 1024];
        for (var read = await ReadAsync(buffer, cancellationToken); read > 0; read = await ReadAsync(buffer, cancellationToken))
        {
            hash?.AppendData(buffer, 0, read);
        }
    }

    /// <exception cref="CaptureException">The content is not what is declared.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _content.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw NotDeflate(e);
        }

        Check(buffer[..read], isEnd: read == 0 && !buffer.IsEmpty);
        return read;
    }

    /// <exception cref="CaptureException">The content is not what is declared.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await _content.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw NotDeflate(e);
        }

        Check(buffer.Span[..read], isEnd: read == 0 && !buffer.IsEmpty);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        _crc32.Append(bytes);
        _read += bytes.Length;
        if (_entry.IsCutOff)
        {
            if (!_limits.IsExpansionAllowed(_entry.CompressedSize, _read))
            {
                throw new ZipProblem(CaptureErrorCodes.ExpansionLimit, "the entry unpacks to more than the limit").ToException(_capture, _entry);
            }

            return;
        }

        if (_read > _entry.Size)
        {
            throw Corrupt("the entry's content is longer than its declared size");
        }

        if (isEnd && _read < _entry.Size)
        {
            throw Corrupt("the entry's content is shorter than its declared size");
        }

        if (isEnd && _crc32.GetCurrentHashAsUInt32() != _entry.Crc32)
        {
            throw Corrupt("the entry's content does not have its declared CRC-32");
        }
    }

    private CaptureException NotDeflate(InvalidDataException cause) =>
        new ZipProblem(CaptureErrorCodes.ContainerDamaged, "the entry's content is not a deflate stream").ToException(_capture, _entry, cause);

    private CaptureException Corrupt(string reason) => new ZipProblem(CaptureErrorCodes.ContainerDamaged, reason).ToException(_capture, _entry);
}
