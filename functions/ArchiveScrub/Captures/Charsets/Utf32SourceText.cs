using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>UTF-32 of either byte order: a scalar value is four bytes. Browsers do not read it; archives hold it all the same.</summary>
internal sealed class Utf32SourceText : SourceText
{
    private readonly int _start;
    private readonly int _end;

    private Utf32SourceText(string text, Charset charset, int start, int end)
        : base(text, charset)
    {
        _start = start;
        _end = end;
    }

    public static Utf32SourceText Decode(ReadOnlyMemory<byte> payload, int start, Charset charset, bool bigEndian)
    {
        var bytes = payload.Span[start..];
        var buffer = ArrayPool<char>.Shared.Rent((bytes.Length / 2) + 2);
        var length = 0;
        var replacements = 0;
        for (var at = 0; at < bytes.Length; at += 4)
        {
            var rune = Rune.ReplacementChar;
            if (bytes.Length - at < 4 || !Rune.TryCreate(bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]), out rune))
            {
                rune = Rune.ReplacementChar;
                replacements++;
            }

            length += rune.EncodeToUtf16(buffer.AsSpan(length));
        }

        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return new Utf32SourceText(text, charset with { Replacements = replacements }, start, payload.Length);
    }

    /// <inheritdoc/>
    public override void MapToBytes(ReadOnlySpan<int> positions, Span<int> bytes)
    {
        var scalars = 0;
        var done = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            for (; done < positions[i]; done++)
            {
                scalars += char.IsHighSurrogate(Text[done]) ? 0 : 1; // a pair counts at its low half
            }

            bytes[i] = Math.Min(_start + (scalars * 4), _end);
        }
    }
}
