using System.Globalization;
using System.Runtime.InteropServices;
using ArchiveScrub.Text;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>
/// Cuts text into the tokens that phrases are made of: lower-cased runs of letters, digits and marks, apostrophes left
/// out; a character of a script without spaces is a token of its own.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="splitJoins">Whether a token ends where a capital follows a small letter, as between glued labels.</param>
[StructLayout(LayoutKind.Auto)]
internal ref struct Tokenizer(ReadOnlySpan<char> text, bool splitJoins)
{
    /// <summary>Hash of no character (FNV-1a, 64 bit).</summary>
    public const ulong EmptyHash = 14695981039346656037;

    /// <summary>Length of a token's opening.</summary>
    public const int OpeningLength = 3;

    private const ulong Prime = 1099511628211;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Lower case of ASCII letters and digits; 0 for what no token holds.</summary>
    private static ReadOnlySpan<byte> Lower =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\00123456789\0\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"u8;

    /// <summary>Writes the tokens of a text, as many as there is room for, and says how many.</summary>
    public static int Cut(ReadOnlySpan<char> text, bool splitJoins, Span<Token> tokens)
    {
        var reader = new Tokenizer(text, splitJoins);
        var count = 0;
        while (count < tokens.Length && reader.Next(out tokens[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>Goes to the next token.</summary>
    public bool Next(out Token token)
    {
        while (_at < _text.Length && !IsTokenCharacter(_text[_at]))
        {
            _at++;
        }

        var start = _at;
        if (start == _text.Length)
        {
            token = default;
            return false;
        }

        var hash = EmptyHash;
        var opening = EmptyHash;
        var length = 0;
        var previous = '\0';
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c < 0x80 ? Lower[c] == 0 : !IsTokenCharacter(c) || Words.IsDense(c))
            {
                if (IsApostrophe(c))
                {
                    continue;
                }

                if (length == 0)
                {
                    hash = Add(hash, c); // a token of its own
                    length = 1;
                    _at++;
                }

                break;
            }

            if (splitJoins && char.IsUpper(c) && char.IsLower(previous))
            {
                break;
            }

            hash = Add(hash, c);
            length++;
            opening = length == OpeningLength ? hash : opening;
            previous = c;
        }

        token = new Token(start, _at, length, hash, opening);
        return true;
    }

    /// <summary>The hash after one more character, which counts as its lower case.</summary>
    public static ulong Add(ulong hash, char c) => unchecked((hash ^ (c < 0x80 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c))) * Prime);

    /// <summary>Whether the character is left out of tokens.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    private static bool IsTokenCharacter(char c) => c < 0x80
        ? Lower[c] != 0
        : char.GetUnicodeCategory(c) is <= UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Surrogate;
}
