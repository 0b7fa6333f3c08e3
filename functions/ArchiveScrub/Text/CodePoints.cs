namespace ArchiveScrub.Text;

/// <summary>Unicode code points in UTF-16 text: every code unit but the second half of a surrogate pair.</summary>
internal static class CodePoints
{
    /// <summary>The number of code points in well-formed text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        var rest = text;
        for (int at; (at = rest.IndexOfAnyInRange('\uDC00', '\uDFFF')) >= 0; rest = rest[(at + 1)..])
        {
            count--;
        }

        return count;
    }

    /// <summary>
    /// The UTF-16 position of a code point, found from a known pair of positions before it, so that ascending
    /// questions cost one pass.
    /// </summary>
    public static int ToUtf16(ReadOnlySpan<char> text, int codePoint, ref int knownCodePoint, ref int knownUtf16)
    {
        while (knownCodePoint < codePoint && knownUtf16 < text.Length)
        {
            knownUtf16 += char.IsHighSurrogate(text[knownUtf16]) ? 2 : 1;
            knownCodePoint++;
        }

        return knownCodePoint == codePoint && knownUtf16 <= text.Length ? knownUtf16 : -1;
    }
}
