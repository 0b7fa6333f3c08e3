namespace ArchiveScrub.Captures.Charsets;

/// <summary>ISO-2022-JP (Encoding standard, section 12.2): escape sequences say how the bytes after them are read.</summary>
internal sealed class Iso2022JpCharset : MultiByteCharset
{
    private const int Ascii = 0;
    private const int Roman = 1;
    private const int Katakana = 2;
    private const int Kanji = 3;

    /// <inheritdoc/>
    public override bool AsciiIsPlain => false;

    /// <summary>How the bytes after an escape sequence are read; -1 where it is none that is known.</summary>
    /// <param name="bytes">What starts with ESC; the known sequences are three bytes long.</param>
    public static int StateAfterEscape(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1B, (byte)'(', (byte)'B', ..] => Ascii,
        [0x1B, (byte)'(', (byte)'J', ..] => Roman,
        [0x1B, (byte)'(', (byte)'I', ..] => Katakana,
        [0x1B, (byte)'$', (byte)'@' or (byte)'B', ..] => Kanji,
        _ => -1,
    };

    /// <inheritdoc/>
    public override int Read(ReadOnlySpan<byte> bytes, ref int state, out int scalar)
    {
        var first = bytes[0];
        if (first == 0x1B)
        {
            var next = StateAfterEscape(bytes);
            if (next < 0)
            {
                return Single(Malformed, out scalar);
            }

            state = next;
            scalar = Nothing;
            return 3;
        }

        switch (state)
        {
            case Katakana:
                return Single(first is >= 0x21 and <= 0x5F ? 0xFF61 - 0x21 + first : Malformed, out scalar);
            case Kanji when first is >= 0x21 and <= 0x7E:
                return ReadKanji(bytes, out scalar);
            case Kanji when first is not ((byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t'):
                return Single(Malformed, out scalar);
            case Roman when first is 0x5C:
                return Single(0xA5, out scalar);
            case Roman when first is 0x7E:
                return Single(0x203E, out scalar);
            default:
                return Single(first < 0x80 && first is not (0x0E or 0x0F) ? first : Malformed, out scalar);
        }
    }

    private static int ReadKanji(ReadOnlySpan<byte> bytes, out int scalar)
    {
        if (bytes.Length < 2 || bytes[1] is < 0x21 or > 0x7E)
        {
            return Single(Malformed, out scalar);
        }

        scalar = JapaneseTables.Jis0208(bytes[0], bytes[1]);
        scalar = scalar == 0 ? Malformed : scalar;
        return 2;
    }
}
