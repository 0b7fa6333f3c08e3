namespace ArchiveScrub.Timestamps;

/// <summary>
/// Folds words for look-ups in lexicons: lower case, Latin and Greek letters without diacritics, Arabic and Persian
/// letter variants as one. It works by a table, so that it gives the same on machines with and without ICU.
/// </summary>
internal static class WordFolding
{
    // Base letters of U+00C0 to U+017F, U+1E00 to U+1EFF and U+0386 to U+03CE, one for one.
    private const string Latin =
        "aaaaaaaceeeeiiiiðnooooo×ouuuuyþsaaaaaaaceeeeiiiiðnooooo÷ouuuuyþy" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀ" +
        "ŀllnnnnnnŉŋŋoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzſ";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyẚſẜẝsẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    private const string Greek =
        "α·εηι�ο�υωιαβγδεζηθικλμνξοπρ�στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυ" +
        "φχψωιυουω";

    /// <summary>Folds <paramref name="word"/> into <paramref name="target"/> (at least as long) and says how long it became; marks are dropped.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        var length = 0;
        foreach (var c in word)
        {
            var folded = Fold(c);
            if (folded != '\0')
            {
                target[length++] = folded;
            }
        }

        return length;
    }

    /// <summary>A folded copy, for building lexicons.</summary>
    public static string Fold(string word)
    {
        Span<char> buffer = stackalloc char[word.Length];
        return buffer[..Fold(word, buffer)].ToString();
    }

    /// <summary>Folds one character; NUL where it is dropped.</summary>
    public static char Fold(char c) => c switch
    {
        < '\u0080' => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c,
        >= '\u00C0' and <= '\u017F' => Latin[c - '\u00C0'],
        >= '\u0300' and <= '\u036F' => '\0', // combining marks of text that is not composed
        >= '\u0386' and <= '\u03CE' => Greek[c - '\u0386'],
        '\u0622' or '\u0623' or '\u0625' => '\u0627', // alef with madda or hamza
        '\u0629' => '\u0647', // teh marbuta
        '\u0640' => '\0', // tatweel
        >= '\u064B' and <= '\u0652' => '\0', // vowel signs
        '\u0649' or '\u06CC' => '\u064A', // alef maksura, Farsi yeh
        '\u06A9' => '\u0643', // keheh
        >= '\u1E00' and <= '\u1EFF' => LatinAdditional[c - '\u1E00'],
        _ => char.ToLowerInvariant(c),
    };
}
