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

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

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
        var length = 0;
        var previous = '\0';
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (IsApostrophe(c))
            {
                continue;
            }

            if (Words.IsDense(c))
            {
                if (length == 0)
                {
                    hash = Add(hash, c);
                    length = 1;
                    _at++;
                }

                break;
            }

            if (!IsTokenCharacter(c) || (splitJoins && char.IsUpper(c) && char.IsLower(previous)))
            {
                break;
            }

            hash = Add(hash, c);
            length++;
            previous = c;
        }

        token = new Token(start, _at, length, hash);
        return true;
    }

    /// <summary>The hash after one more character, which counts as its lower case.</summary>
    public static ulong Add(ulong hash, char c)
    {
        const ulong prime = 1099511628211;
        var lower = c < 0x80 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);
        return unchecked((hash ^ lower) * prime);
    }

    /// <summary>Whether the character is left out of tokens.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    private static bool IsTokenCharacter(char c) => c < 0x80
        ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
