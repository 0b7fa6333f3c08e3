using System.Buffers;
using MimeKit.Encodings;

namespace ArchiveScrub.Captures.Mhtml;

/// <summary>A leaf of an MHTML file while it is read: its headers, and its content where that is wanted.</summary>
internal sealed class MhtmlPart(MhtmlHeaders headers, long offset)
{
    private IMimeDecoder? _decoder;
    private ArrayBufferWriter<byte>? _content;

    public MhtmlHeaders Headers { get; } = headers;

    /// <summary>Where its headers begin.</summary>
    public long Offset { get; } = offset;

    /// <summary>Bytes that it takes, headers included; null while its end was not seen.</summary>
    public long? Length { get; set; }

    /// <summary>Whether its content is kept.</summary>
    public bool IsKept => _content is not null;

    /// <summary>The content after transfer decoding, as far as it was read.</summary>
    public ReadOnlyMemory<byte> Content => _content?.WrittenMemory ?? default;

    /// <summary>Whether the content is larger than what may be kept.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Keeps the content that follows. An encoding that is not known is none: the bytes are taken as they are.</summary>
    public void Keep()
    {
        _content = new ArrayBufferWriter<byte>();
        _decoder = Headers.TransferEncoding switch
        {
            "base64" => new Base64Decoder(),
            "quoted-printable" => new QuotedPrintableDecoder(),
            "x-uuencode" or "uuencode" or "x-uue" => new UUDecoder(),
            _ => null,
        };
    }

    /// <summary>Takes a stretch of the content on.</summary>
    public void Append(byte[] buffer, int start, int count, int limit)
    {
        if (_content is null || IsTooLarge)
        {
            return;
        }

        if (_decoder is null)
        {
            _content.Write(buffer.AsSpan(start, count));
        }
        else
        {
            var decoded = ArrayPool<byte>.Shared.Rent(_decoder.EstimateOutputLength(count));
            _content.Write(decoded.AsSpan(0, _decoder.Decode(buffer, start, count, decoded)));
            ArrayPool<byte>.Shared.Return(decoded);
        }

        if (_content.WrittenCount > limit)
        {
            IsTooLarge = true;
            Forget();
        }
    }

    /// <summary>Lets go of the content.</summary>
    public void Forget() => (_content, _decoder) = (null, null);
}
