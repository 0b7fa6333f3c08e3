using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>The characters of a framework code page's two-byte codes.</summary>
internal sealed class DoubleByteTable
{
    private const int FirstLead = 0x81;
    private const int FirstTrail = 0x21;
    private const int Width = 0xFF - FirstTrail;

    private readonly char[] _characters;

    private DoubleByteTable(char[] characters) => _characters = characters;

    /// <param name="codePage">The framework's number.</param>
    /// <param name="keepPrivateUse">Whether codes that the framework maps to the private use area count as characters; in some charsets they stand for codes that it does not know.</param>
    public static DoubleByteTable FromCodePage(int codePage, bool keepPrivateUse)
    {
        // Any fallback but the framework's own would also lose the codes that share their character with another code.
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? throw new NotSupportedException($"code page {codePage}");
        var characters = new char[(0xFF - FirstLead) * Width];
        Span<byte> pair = stackalloc byte[2];
        Span<char> decoded = stackalloc char[4];
        for (var lead = FirstLead; lead < 0xFF; lead++)
        {
            for (var trail = FirstTrail; trail < 0xFF; trail++)
            {
                pair[0] = (byte)lead;
                pair[1] = (byte)trail;
                var length = encoding.GetChars(pair, decoded);
                var known = length == 1 && !IsFallback(encoding, decoded[0], pair) && (keepPrivateUse || decoded[0] is < '\uE000' or >= '\uF900');
                characters[((lead - FirstLead) * Width) + trail - FirstTrail] = known ? decoded[0] : '\0';
            }
        }

        return new DoubleByteTable(characters);
    }

    /// <summary>Whether the framework put a character in for a code that it does not know: a question mark, or in Japanese a middle dot.</summary>
    private static bool IsFallback(Encoding encoding, char decoded, ReadOnlySpan<byte> pair) =>
        decoded == '?' || (decoded == '\u30FB' && !pair.SequenceEqual(encoding.GetBytes("\u30FB")));

    /// <summary>The character of a code, NUL where it has none.</summary>
    public char this[byte lead, byte trail]
    {
        get => lead is >= FirstLead and < 0xFF && trail is >= FirstTrail and < 0xFF ? _characters[((lead - FirstLead) * Width) + trail - FirstTrail] : '\0';
        set => _characters[((lead - FirstLead) * Width) + trail - FirstTrail] = value;
    }
}
