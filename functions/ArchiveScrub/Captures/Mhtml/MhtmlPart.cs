using System.Buffers;
using MimeKit.Encodings;

namespace ArchiveScrub.Captures.Mhtml;

/// <summary>A leaf of an MHTML file while it is read: its headers, and its content where that is wanted.</summary>
internal sealed class MhtmlPart(MhtmlHeaders headers, long offset)
{
    private static readonly byte[] Cr = [(byte)'\r'];
    private static readonly byte[] Lf = [(byte)'\n'];
    private static readonly byte[] CrLf = [(byte)'\r', (byte)'\n'];

    private IMimeDecoder? _decoder;
    private ArrayBufferWriter<byte>? _content;
    private byte[] _lineEnd = [];

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

    /// <summary>Takes a stretch of the content on. The last line end is held back, as it may belong to the boundary.</summary>
    public void Append(ReadOnlySpan<byte> bytes, int limit)
    {
        if (_content is null || bytes.IsEmpty)
        {
            return;
        }

        if (bytes is [(byte)'\n'] && _lineEnd == Cr)
        {
            _lineEnd = CrLf;
            return;
        }

        Flush();
        _lineEnd = bytes switch
        {
            [.., (byte)'\r', (byte)'\n'] => CrLf,
            [.., (byte)'\n'] => Lf,
            [.., (byte)'\r'] => Cr,
            _ => [],
        };
        Decode(bytes[..^_lineEnd.Length]);
        if (_content.WrittenCount > limit)
        {
            IsTooLarge = true;
            Forget();
        }
    }

    /// <summary>Takes the line end on that was held back: no boundary follows.</summary>
    public void Flush()
    {
        Decode(_lineEnd);
        _lineEnd = [];
    }

    /// <summary>Lets go of the content.</summary>
    public void Forget() => (_content, _decoder) = (null, null);

    private void Decode(ReadOnlySpan<byte> bytes)
    {
        if (_content is null || bytes.IsEmpty)
        {
            return;
        }

        if (_decoder is null)
        {
            _content.Write(bytes);
            return;
        }

        var input = ArrayPool<byte>.Shared.Rent(bytes.Length);
        var output = ArrayPool<byte>.Shared.Rent(_decoder.EstimateOutputLength(bytes.Length));
        bytes.CopyTo(input);
        _content.Write(output.AsSpan(0, _decoder.Decode(input, 0, bytes.Length, output)));
        ArrayPool<byte>.Shared.Return(input);
        ArrayPool<byte>.Shared.Return(output);
    }
}
