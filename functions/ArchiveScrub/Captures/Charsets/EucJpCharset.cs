namespace ArchiveScrub.Captures.Charsets;

/// <summary>EUC-JP (Encoding standard, section 12.1).</summary>
internal sealed class EucJpCharset : MultiByteCharset
{
    /// <inheritdoc/>
    public override int Read(ReadOnlySpan<byte> bytes, ref int state, out int scalar)
    {
        var lead = bytes[0];
        if (lead < 0x80)
        {
            return Single(lead, out scalar);
        }

        if (lead is not (0x8E or 0x8F or (>= 0xA1 and <= 0xFE)) || bytes.Length < 2)
        {
            return Single(Malformed, out scalar);
        }

        var second = bytes[1];
        if (lead == 0x8E && second is >= 0xA1 and <= 0xDF)
        {
            scalar = JapaneseTables.HalfWidthKatakana(second);
            return 2;
        }

        if (lead == 0x8F && second is >= 0xA1 and <= 0xFE)
        {
            return ReadSupplementary(bytes, out scalar);
        }

        scalar = lead >= 0xA1 ? JapaneseTables.Jis0208(lead & 0x7F, second >= 0xA1 ? second & 0x7F : 0) : 0;
        return scalar != 0 ? 2 : MalformedPair(second, out scalar);
    }

    private static int ReadSupplementary(ReadOnlySpan<byte> bytes, out int scalar)
    {
        if (bytes.Length < 3)
        {
            scalar = Malformed;
            return 2;
        }

        scalar = JapaneseTables.Jis0212(bytes[1], bytes[2]);
        if (scalar == 0)
        {
            scalar = Malformed;
            return bytes[2] < 0x80 ? 2 : 3;
        }

        return 3;
    }
}
