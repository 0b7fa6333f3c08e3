using System.Buffers;
using System.Security.Cryptography;

namespace ArchiveScrub.Captures;

/// <summary>
/// A capture's stream with a head that is looked at before the rest is read, and a digest over all that was read.
/// It never asks the stream for more than the limit and one byte.
/// </summary>
internal sealed class CaptureInput(Stream stream, CaptureDescription description, CaptureLimits limits) : IDisposable
{
    /// <summary>How much is looked at to tell what a content is.</summary>
    public const int HeadSize = 16 * 1024;

    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(HeadSize);
    private int _length;
    private bool _ended;

    public CaptureDescription Description { get; } = description;

    /// <summary>The first bytes, as many as there are up to 16 KiB.</summary>
    public ReadOnlySpan<byte> Head => _buffer.AsSpan(0, Math.Min(_length, HeadSize));

    public async ValueTask ReadHeadAsync(CancellationToken cancellationToken) =>
        await FillAsync((int)Math.Min(HeadSize, limits.MaxPageBytes + 1L), cancellationToken);

    /// <summary>Reads to the end: all bytes, and their SHA-256 in lower-case hex.</summary>
    /// <exception cref="CaptureException">There are more than the limit.</exception>
    public async ValueTask<(byte[] Bytes, string Sha256)> ReadToEndAsync(CancellationToken cancellationToken)
    {
        var limit = limits.MaxPageBytes;
        if (!_ended && stream.CanSeek)
        {
            var size = _length + stream.Length - stream.Position;
            if (size > limit)
            {
                throw TooLarge();
            }

            await FillAsync((int)Math.Max(size, _length), cancellationToken);
        }

        // A stream that does not tell its length, or that grew meanwhile.
        while (!_ended && _length <= limit)
        {
            await FillAsync((int)Math.Min(_buffer.Length * 2L, limit + 1L), cancellationToken);
        }

        if (_length > limit)
        {
            throw TooLarge();
        }

        return (_buffer.AsSpan(0, _length).ToArray(), Convert.ToHexStringLower(_sha256.GetHashAndReset()));
    }

    public void Dispose()
    {
        _sha256.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private async ValueTask FillAsync(int upTo, CancellationToken cancellationToken)
    {
        Grow(upTo);
        while (!_ended && _length < upTo)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_length, upTo - _length), cancellationToken);
            _sha256.AppendData(_buffer, _length, read);
            _length += read;
            _ended = read == 0;
        }
    }

    private void Grow(int size)
    {
        if (size <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private CaptureException TooLarge() => new(
        CaptureErrorCodes.TooLarge,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the page is larger than the limit of {limits.MaxPageBytes} bytes"),
        Description.Name,
        offset: limits.MaxPageBytes);
}
