using System.Buffers;
using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>A charset of several bytes a character. The way back reads the payload a second time, once, from its start.</summary>
internal sealed class MultiByteSourceText : SourceText
{
    private readonly ReadOnlyMemory<byte> _payload;
    private readonly MultiByteCharset _decoder;

    private MultiByteSourceText(string text, Charset charset, ReadOnlyMemory<byte> payload, MultiByteCharset decoder)
        : base(text, charset)
    {
        _payload = payload;
        _decoder = decoder;
    }

    public static MultiByteSourceText Decode(ReadOnlyMemory<byte> payload, Charset charset, MultiByteCharset decoder)
    {
        // No charset makes more code units than it has bytes.
        var buffer = ArrayPool<char>.Shared.Rent(payload.Length);
        var length = Decode(payload.Span, buffer, decoder, out var replacements);
        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return new MultiByteSourceText(text, charset with { Replacements = replacements }, payload, decoder);
    }

    /// <inheritdoc/>
    public override void MapToBytes(ReadOnlySpan<int> positions, Span<int> bytes)
    {
        var payload = _payload.Span;
        var state = 0;
        var at = 0;
        var done = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            while (done < positions[i] && at < payload.Length)
            {
                if (_decoder.AsciiIsPlain && payload[at] < 0x80)
                {
                    var window = payload.Slice(at, Math.Min(positions[i] - done, payload.Length - at));
                    var high = window.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                    var run = high < 0 ? window.Length : high;
                    at += run;
                    done += run;
                    continue;
                }

                var length = _decoder.Read(payload[at..], ref state, out var scalar);
                var units = Units(scalar);
                if (done + units > positions[i])
                {
                    break; // inside a surrogate pair: the pair's start stands in
                }

                at += length;
                done += units;
            }

            bytes[i] = at;
        }
    }

    private static int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, MultiByteCharset decoder, out int replacements)
    {
        replacements = 0;
        var state = 0;
        var at = 0;
        var length = 0;
        while (at < bytes.Length)
        {
            if (decoder.AsciiIsPlain && bytes[at] < 0x80)
            {
                Ascii.ToUtf16(bytes[at..], chars[length..], out var ascii);
                at += ascii;
                length += ascii;
                continue;
            }

            at += decoder.Read(bytes[at..], ref state, out var scalar);
            switch (scalar)
            {
                case MultiByteCharset.Nothing:
                    break;
                case MultiByteCharset.Malformed:
                    chars[length++] = '\uFFFD';
                    replacements++;
                    break;
                case < 0x10000:
                    chars[length++] = (char)scalar;
                    break;
                default:
                    length += new Rune(scalar).EncodeToUtf16(chars[length..]);
                    break;
            }
        }

        return length;
    }

    private static int Units(int scalar) => scalar switch
    {
        MultiByteCharset.Nothing => 0,
        < 0x10000 => 1,
        _ => 2,
    };
}
