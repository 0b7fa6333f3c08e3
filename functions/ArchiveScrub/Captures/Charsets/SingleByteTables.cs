using System.Collections.Frozen;
using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>
/// The upper halves of the charsets of one byte a character, as the Encoding standard has them (section 9). The
/// framework's code pages are the source; where they differ from the standard they are put right here.
/// </summary>
internal static class SingleByteTables
{
    private static readonly FrozenDictionary<string, Lazy<string>> Tables = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["ibm866"] = () => FromCodePage(866),
        ["iso-8859-2"] = () => FromCodePage(28592),
        ["iso-8859-3"] = () => FromCodePage(28593),
        ["iso-8859-4"] = () => FromCodePage(28594),
        ["iso-8859-5"] = () => FromCodePage(28595),
        ["iso-8859-6"] = () => FromCodePage(28596),
        ["iso-8859-7"] = () => With(FromCodePage(28597), (0xA1, '\u2018'), (0xA2, '\u2019'), (0xA4, '\u20AC'), (0xA5, '\u20AF'), (0xAA, '\u037A')),
        ["iso-8859-8"] = () => With(FromCodePage(28598), (0xAF, '\u00AF'), (0xFD, '\u200E'), (0xFE, '\u200F')),
        ["iso-8859-8-i"] = () => Find("iso-8859-8")!,
        ["iso-8859-10"] = () => LatinWith(0xA1, "ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ"),
        ["iso-8859-13"] = () => FromCodePage(28603),
        ["iso-8859-14"] = () => With(
            LatinWith(0xA1, "Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ"),
            (0xD0, 'Ŵ'), (0xD7, 'Ṫ'), (0xDE, 'Ŷ'), (0xF0, 'ŵ'), (0xF7, 'ṫ'), (0xFE, 'ŷ')),
        ["iso-8859-15"] = () => FromCodePage(28605),
        ["iso-8859-16"] = () => LatinWith(0xA1, "ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ"),
        ["koi8-r"] = () => FromCodePage(20866),
        ["koi8-u"] = () => FromCodePage(21866),
        ["macintosh"] = () => With(FromCodePage(10000), (0xBD, '\u03A9'), (0xF0, '\uF8FF')),
        ["windows-874"] = () => FromCodePage(874),
        ["windows-1250"] = () => FromCodePage(1250),
        ["windows-1251"] = () => FromCodePage(1251),
        ["windows-1252"] = () => FromCodePage(1252),
        ["windows-1253"] = () => FromCodePage(1253),
        ["windows-1254"] = () => FromCodePage(1254),
        ["windows-1255"] = () => FromCodePage(1255),
        ["windows-1256"] = () => FromCodePage(1256),
        ["windows-1257"] = () => FromCodePage(1257),
        ["windows-1258"] = () => FromCodePage(1258),
        ["x-mac-cyrillic"] = () => With(FromCodePage(10017), (0xFF, '\u20AC')),
        ["x-user-defined"] = () => string.Create(128, 0, static (chars, _) => FillFrom(chars, '\uF780')),
    }.ToFrozenDictionary(entry => entry.Key, entry => new Lazy<string>(entry.Value), StringComparer.Ordinal);

    /// <summary>The names of these charsets.</summary>
    public static IEnumerable<string> Names => Tables.Keys;

    /// <summary>The characters of the bytes 0x80 to 0xFF, U+FFFD where there is none; null where the charset has more bytes a character.</summary>
    public static string? Find(string charset) => Tables.TryGetValue(charset, out var table) ? table.Value : null;

    private static string FromCodePage(int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? throw new NotSupportedException($"code page {codePage}");
        Span<byte> bytes = stackalloc byte[128];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(0x80 + i);
        }

        // The framework gives bytes without a character a place in the private use area.
        return string.Create(128, encoding.GetString(bytes), static (chars, text) =>
        {
            text.CopyTo(chars);
            chars.ReplaceAny(PrivateUse, '\uFFFD');
        });
    }

    private static readonly System.Buffers.SearchValues<char> PrivateUse =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0xE000, 0xF900 - 0xE000).Select(c => (char)c)]);

    private static string LatinWith(int from, string characters) => string.Create(128, (from, characters), static (chars, state) =>
    {
        FillFrom(chars, '\u0080');
        state.characters.CopyTo(chars[(state.from - 0x80)..]);
    });

    private static string With(string table, params ReadOnlySpan<(int Byte, char Character)> changes)
    {
        var characters = table.ToCharArray();
        foreach (var (at, character) in changes)
        {
            characters[at - 0x80] = character;
        }

        return new string(characters);
    }

    private static void FillFrom(Span<char> chars, char first)
    {
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = (char)(first + i);
        }
    }
}
