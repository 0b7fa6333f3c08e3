namespace ArchiveScrub.Captures.Charsets;

/// <summary>The Japanese character sets. All three charsets number JIS X 0208 by row and cell, so one table serves them.</summary>
internal static class JapaneseTables
{
    private static readonly Lazy<DoubleByteTable> Windows932 = new(() => DoubleByteTable.FromCodePage(932, keepPrivateUse: true));
    private static readonly Lazy<DoubleByteTable> Euc20932 = new(() => DoubleByteTable.FromCodePage(20932, keepPrivateUse: false));

    public static DoubleByteTable ShiftJis => Windows932.Value;

    /// <summary>The character of JIS X 0208 with its Windows extensions, row and cell in 0x21 to 0x7E; NUL where there is none.</summary>
    public static char Jis0208(int row, int cell)
    {
        if (row is < 0x21 or > 0x7E || cell is < 0x21 or > 0x7E)
        {
            return '\0';
        }

        // Two rows share a lead byte in Shift_JIS; 0x7F is skipped among the trail bytes, 0xA0 to 0xDF among the leads.
        var lead = ((row - 0x21) / 2) + 0x81;
        var trail = (row & 1) == 0 ? cell + 0x7E : cell + (cell < 0x60 ? 0x1F : 0x20);
        return Windows932.Value[(byte)(lead < 0xA0 ? lead : lead + 0x40), (byte)trail];
    }

    /// <summary>The character of JIS X 0212 (EUC-JP bytes, high bits set); NUL where there is none.</summary>
    public static char Jis0212(byte row, byte cell) => (row, cell) switch
    {
        (0xA2, 0xB7) => '\uFF5E', // the two that the framework lacks
        (0xA2, 0xF1) => '\u2116',
        _ => cell is >= 0xA1 and <= 0xFE ? Euc20932.Value[row, (byte)(cell & 0x7F)] : '\0',
    };

    public static int HalfWidthKatakana(byte code) => 0xFF61 - 0xA1 + code;
}
