using System.Globalization;

namespace ArchiveScrub.Timestamps;

/// <summary>
/// Cuts text into numbers, words and symbols, and parts what pages run together: words where digits or a capital
/// begin (<c>Smith15:35</c>, <c>DeskUpdated</c>), numbers where a year or an hour must end (<c>202010:43</c>).
/// Linear in the length of the text.
/// </summary>
internal sealed class Tokenizer(Lexicon lexicon)
{
    /// <summary>The tokens of <paramref name="text"/>, in order.</summary>
    public List<Token> Tokenize(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(Math.Min(64, text.Length));
        var space = true;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                i++;
            }
            else if (c is '\u200B' or '\u200E' or '\u200F' or '\u061C' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                i++; // marks of direction say nothing of dates
            }
            else
            {
                var start = i;
                tokens.Add(char.IsDigit(c) ? Number(text, ref i) : IsLetter(c) ? Word(text, ref i) : Symbol(c, ref i));
                tokens[^1] = tokens[^1] with { SpaceBefore = space };
                space = false;
                System.Diagnostics.Debug.Assert(i > start, "every token has a length");
            }
        }

        GluedNumbers.Part(tokens);
        return tokens;
    }

    private static Token Number(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        var value = 0;
        while (i < text.Length && char.IsDigit(text[i]))
        {
            value = i - start < 9 && value >= 0 ? (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(text[i]) : -1;
            i++;
        }

        return new Token(TokenKind.Number, start, i) { Value = value };
    }

    private static Token Symbol(char c, ref int i) => new(TokenKind.Symbol, i, ++i)
    {
        Symbol = c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0), // full-width forms
            '\u060C' => ',', // Arabic comma
            '\u3002' => '.',
            '\u3001' => ',',
            '\u0964' => '.', // danda
            '\u06D4' => '.', // Urdu full stop
            _ => c,
        },
    };

    private Token Word(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        i = WordEnd(text, i);
        if (i - start > Lexicon.MaxLength)
        {
            return new Token(TokenKind.Word, start, i);
        }

        Span<char> folded = stackalloc char[Lexicon.MaxLength];
        var length = WordFolding.Fold(text[start..i], folded);
        LexiconEntry? best = null;
        for (var reach = i; lexicon.Find(folded[..length]) is { } entry;)
        {
            if (!IsBeginningOnly(entry))
            {
                best = entry;
                i = reach;
            }

            // a phrase goes on over one blank or hyphen, an abbreviation over a stop; in scripts without blanks, at once
            if (entry.Continues && reach < text.Length && text[reach] is ' ' or '-' or '.' or '\u00A0' && length < folded.Length)
            {
                folded[length++] = text[reach] is '-' or '.' ? text[reach] : ' ';
                reach++;
            }

            if (!entry.Continues || reach >= text.Length || !IsLetter(text[reach]))
            {
                break;
            }

            var end = WordEnd(text, reach);
            if (length + end - reach > folded.Length)
            {
                break;
            }

            length += WordFolding.Fold(text[reach..end], folded[length..]);
            reach = end;
        }

        return new Token(TokenKind.Word, start, i) { Entry = best };
    }

    private static bool IsBeginningOnly(LexiconEntry entry) => entry is { Classes: WordClass.None, Month: 0, Weekday: 0 };

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        if (Text.Words.IsDense(text[start]) && text[start] >= '\u3040')
        {
            return start + 1; // Han and kana: a character is a token
        }

        if (IsHangul(text[start]) && start > 0 && char.IsDigit(text[start - 1]))
        {
            return start + 1; // the mark after a number: 7월
        }

        var i = start + 1;
        while (i < text.Length && IsLetter(text[i])
            && !(char.IsUpper(text[i]) && char.IsLower(text[i - 1]))
            && !(Text.Words.IsDense(text[i]) && text[i] >= '\u3040'))
        {
            i++;
        }

        return i;
    }

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    private static bool IsLetter(char c) => c < 0x80
        ? char.IsAsciiLetter(c)
        : char.IsLetter(c) || c is '\u200C' or '\u02BC' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
