using System.Globalization;

namespace ArchiveScrub.Captures.Http;

/// <summary>
/// Takes the chunked transfer coding off a body (RFC 9112 section 7.1). Crawlers often keep the header and not the
/// coding, so a body that does not begin with a chunk's size is taken as it is.
/// </summary>
internal static class ChunkedCoding
{
    /// <summary>Decodes in place, as chunks only ever move to the front.</summary>
    /// <param name="body">The body; what is given back is a part of it.</param>
    /// <param name="oddity">What is wrong with it; null where nothing is.</param>
    public static Memory<byte> Decode(Memory<byte> body, out string? oddity)
    {
        oddity = null;
        var bytes = body.Span;
        if (bytes.IsEmpty)
        {
            return body;
        }

        var read = 0;
        var written = 0;
        while (true)
        {
            if (!TryReadSize(bytes[read..], out var size, out var length))
            {
                oddity = read == 0
                    ? "the body is not in chunks, as its header says"
                    : string.Create(CultureInfo.InvariantCulture, $"the body's chunks break off after {written} bytes");
                return read == 0 ? body : body[..written];
            }

            read += length;
            if (size == 0)
            {
                return body[..written];
            }

            var count = (int)Math.Min(size, bytes.Length - read);
            bytes.Slice(read, count).CopyTo(bytes[written..]);
            written += count;
            read += count;
            if (count < size)
            {
                oddity = string.Create(CultureInfo.InvariantCulture, $"the body's last chunk has {count} bytes of {size}");
                return body[..written];
            }

            read += LineEnd(bytes[read..]);
        }
    }

    /// <summary>Reads a line <c>SIZE[;extensions]</c>.</summary>
    private static bool TryReadSize(ReadOnlySpan<byte> bytes, out long size, out int length)
    {
        size = 0;
        length = 0;
        var end = bytes[..Math.Min(bytes.Length, 1024)].IndexOf((byte)'\n');
        if (end < 0)
        {
            return false;
        }

        var line = bytes[..end].TrimEnd((byte)'\r');
        var semicolon = line.IndexOf((byte)';');
        var digits = (semicolon < 0 ? line : line[..semicolon]).Trim((byte)' ');
        length = end + 1;
        return digits.Length is > 0 and <= 15
            && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size);
    }

    private static int LineEnd(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'\r', (byte)'\n', ..] => 2,
        [(byte)'\n', ..] => 1,
        _ => 0,
    };
}
