using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>UTF-16 of either byte order: a unit is two bytes. A surrogate without its mate and an odd last byte become U+FFFD.</summary>
internal sealed class Utf16SourceText : SourceText
{
    private readonly int _start;
    private readonly int _end;

    private Utf16SourceText(string text, Charset charset, int start, int end)
        : base(text, charset)
    {
        _start = start;
        _end = end;
    }

    public static Utf16SourceText Decode(ReadOnlyMemory<byte> payload, int start, Charset charset, bool bigEndian)
    {
        var bytes = payload.Span[start..];
        var units = new char[(bytes.Length + 1) / 2];
        var whole = bytes[..(bytes.Length & ~1)];
        whole.CopyTo(MemoryMarshal.AsBytes(units.AsSpan()));
        if (bigEndian == BitConverter.IsLittleEndian)
        {
            var raw = MemoryMarshal.Cast<char, ushort>(units.AsSpan());
            BinaryPrimitives.ReverseEndianness(raw, raw);
        }

        var replacements = ReplaceLoneSurrogates(units);
        if (bytes.Length % 2 != 0)
        {
            units[^1] = '\uFFFD';
            replacements++;
        }

        return new Utf16SourceText(new string(units), charset with { Replacements = replacements }, start, payload.Length);
    }

    /// <inheritdoc/>
    public override void MapToBytes(ReadOnlySpan<int> positions, Span<int> bytes)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            bytes[i] = Math.Min(_start + (positions[i] * 2), _end);
        }
    }

    private static int ReplaceLoneSurrogates(Span<char> units)
    {
        var count = 0;
        for (var at = units.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0;)
        {
            if (char.IsHighSurrogate(units[at]) && at + 1 < units.Length && char.IsLowSurrogate(units[at + 1]))
            {
                units = units[(at + 2)..];
            }
            else
            {
                units[at] = '\uFFFD';
                count++;
                units = units[(at + 1)..];
            }

            at = units.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return count;
    }
}
