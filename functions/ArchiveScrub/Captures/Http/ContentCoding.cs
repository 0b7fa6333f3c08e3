using System.Buffers;
using System.IO.Compression;
using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures.Http;

/// <summary>Undoes one content coding of a body (RFC 9110 section 8.4): gzip, deflate or br.</summary>
internal sealed class ContentCoding(CaptureLimits limits)
{
    /// <summary>Codings are nested in no real page; more than these are a bomb.</summary>
    public const int MaxNesting = 3;

    /// <summary>Whether a coding is one that can be undone.</summary>
    public static bool IsKnown(string coding) => coding is "gzip" or "x-gzip" or "deflate" or "br";

    /// <summary>Decodes a body; the result is empty where it is not in the coding, or exceeds a limit.</summary>
    public (ReadOnlyMemory<byte> Body, CodingOutcome Outcome) Decode(ReadOnlyMemory<byte> body, string coding) => coding switch
    {
        "br" => Brotli(body),
        "deflate" => Deflate(body),
        // Not GZipStream, which takes a body that breaks off for a whole one.
        _ => GzipHeader.Measure(body.Span) is var length and > 0 ? Inflate(body[length..], Bare) : (ReadOnlyMemory<byte>.Empty, CodingOutcome.NotCoded),
    };

    /// <summary>By its name zlib's format (RFC 1950), but some servers send the bare data.</summary>
    private (ReadOnlyMemory<byte> Body, CodingOutcome Outcome) Deflate(ReadOnlyMemory<byte> body)
    {
        if (body.Span is [var method, var flags, ..] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0)
        {
            var zlib = Inflate(body, static stream => new ZLibStream(stream, CompressionMode.Decompress));
            if (zlib.Outcome != CodingOutcome.NotCoded)
            {
                return zlib;
            }
        }

        // Text can be taken for deflate data for a few bytes; what breaks off at once was none.
        var bare = Inflate(body, Bare);
        return bare.Outcome == CodingOutcome.Partial && bare.Body.Length < body.Length ? (ReadOnlyMemory<byte>.Empty, CodingOutcome.NotCoded) : bare;
    }

    private static DeflateStream Bare(Stream stream) => new(stream, CompressionMode.Decompress);

    private (ReadOnlyMemory<byte> Body, CodingOutcome Outcome) Inflate(ReadOnlyMemory<byte> body, Func<Stream, Stream> open)
    {
        using var source = new CountedBody(body);
        using var stream = open(source);
        var output = new ArrayBufferWriter<byte>(Math.Max(4096, body.Length * 2));
        try
        {
            while (stream.Read(output.GetSpan(16 * 1024)) is var read and > 0)
            {
                output.Advance(read);
                if (Excess(body.Length, output.WrittenCount) is { } excess)
                {
                    return (ReadOnlyMemory<byte>.Empty, excess);
                }
            }
        }
        catch (InvalidDataException)
        {
            return output.WrittenCount == 0 ? (ReadOnlyMemory<byte>.Empty, CodingOutcome.NotCoded) : (output.WrittenMemory, CodingOutcome.Partial);
        }

        return (output.WrittenMemory, source.WasExhausted ? CodingOutcome.Partial : CodingOutcome.Whole);
    }

    private (ReadOnlyMemory<byte> Body, CodingOutcome Outcome) Brotli(ReadOnlyMemory<byte> body)
    {
        using var decoder = new BrotliDecoder();
        var output = new ArrayBufferWriter<byte>(Math.Max(4096, body.Length * 2));
        var rest = body.Span;
        while (true)
        {
            var status = decoder.Decompress(rest, output.GetSpan(16 * 1024), out var consumed, out var written);
            rest = rest[consumed..];
            output.Advance(written);
            if (Excess(body.Length, output.WrittenCount) is { } excess)
            {
                return (ReadOnlyMemory<byte>.Empty, excess);
            }

            switch (status)
            {
                case OperationStatus.Done:
                    return (output.WrittenMemory, CodingOutcome.Whole);
                case OperationStatus.DestinationTooSmall:
                    break;
                default:
                    // Brotli has no signature: what gives less than went in was never brotli.
                    return output.WrittenCount < body.Length ? (ReadOnlyMemory<byte>.Empty, CodingOutcome.NotCoded) : (output.WrittenMemory, CodingOutcome.Partial);
            }
        }
    }

    private CodingOutcome? Excess(int compressed, int expanded) =>
        expanded > limits.MaxPageBytes ? CodingOutcome.TooLarge
        : !limits.IsExpansionAllowed(compressed, expanded) ? CodingOutcome.TooDense
        : null;

    /// <summary>A body that tells whether more of it was wanted than there is.</summary>
    private sealed class CountedBody(ReadOnlyMemory<byte> body) : Stream
    {
        private int _at;

        public bool WasExhausted { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, body.Length - _at);
            body.Span.Slice(_at, count).CopyTo(buffer);
            _at += count;
            WasExhausted |= count == 0 && buffer.Length > 0;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
