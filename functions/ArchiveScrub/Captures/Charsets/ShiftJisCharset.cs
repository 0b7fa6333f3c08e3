namespace ArchiveScrub.Captures.Charsets;

/// <summary>Shift_JIS as Windows has it (Encoding standard, section 12.3).</summary>
internal sealed class ShiftJisCharset : MultiByteCharset
{
    /// <inheritdoc/>
    public override int Read(ReadOnlySpan<byte> bytes, ref int state, out int scalar)
    {
        var lead = bytes[0];
        switch (lead)
        {
            case <= 0x80:
                return Single(lead, out scalar);
            case >= 0xA1 and <= 0xDF:
                return Single(JapaneseTables.HalfWidthKatakana(lead), out scalar);
            case 0xA0 or > 0xFC:
                return Single(Malformed, out scalar);
        }

        if (bytes.Length < 2)
        {
            return Single(Malformed, out scalar);
        }

        scalar = JapaneseTables.ShiftJis[lead, bytes[1]];
        return scalar != 0 ? 2 : MalformedPair(bytes[1], out scalar);
    }
}
