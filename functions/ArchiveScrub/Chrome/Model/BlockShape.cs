using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Model;

/// <summary>Counts of characters and words of a block, whatever its language. Long blocks are judged by their head.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockShape
{
    private const int MaxCharacters = 1000;

    /// <summary>Characters looked at.</summary>
    public int Length { get; private init; }

    public int Letters { get; private init; }

    public int UpperLetters { get; private init; }

    public int Digits { get; private init; }

    public int Tokens { get; private init; }

    public int ShortLowerTokens { get; private init; }

    public int LowerTokens { get; private init; }

    public int CapitalTokens { get; private init; }

    public int TokenLetters { get; private init; }

    public int Periods { get; private init; }

    public int Commas { get; private init; }

    public int Questions { get; private init; }

    public int Colons { get; private init; }

    public int Bars { get; private init; }

    public int Brackets { get; private init; }

    public int Quotes { get; private init; }

    public int Breaks { get; private init; }

    public int Currency { get; private init; }

    /// <summary>Counts.</summary>
    public static BlockShape Of(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxCharacters)];
        int letters = 0, upper = 0, digits = 0, tokens = 0, shortLower = 0, lower = 0, capital = 0, tokenLetters = 0;
        int periods = 0, commas = 0, questions = 0, colons = 0, bars = 0, brackets = 0, quotes = 0, breaks = 0, currency = 0;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var isLetter = c < 0x80 ? char.IsAsciiLetter(c) : char.IsLetter(c);
            var isDigit = c < 0x80 ? char.IsAsciiDigit(c) : char.IsDigit(c);
            if (isLetter || isDigit)
            {
                start = start < 0 ? i : start;
                letters += isLetter ? 1 : 0;
                digits += isDigit ? 1 : 0;
                upper += isLetter && char.IsUpper(c) ? 1 : 0;
                continue;
            }

            if (start >= 0)
            {
                tokens++;
                tokenLetters += i - start;
                var isLower = char.IsLower(text[start]);
                lower += isLower ? 1 : 0;
                shortLower += isLower && i - start <= 3 ? 1 : 0;
                capital += char.IsUpper(text[start]) ? 1 : 0;
                start = -1;
            }

            switch (c)
            {
                case '.' or '\u3002' or '\u0964':
                    periods++;
                    break;
                case ',' or '\uFF0C' or '\u3001' or '\u060C' or ';':
                    commas++;
                    break;
                case '?' or '!' or '\uFF1F' or '\uFF01' or '\u061F':
                    questions++;
                    break;
                case ':' or '\uFF1A':
                    colons++;
                    break;
                case '|' or '\u00BB' or '\u203A' or '\u2022' or '\u00B7' or '/' or '>' or '\u2192':
                    bars++;
                    break;
                case '(' or '[' or '\uFF08':
                    brackets++;
                    break;
                case '"' or '\u201C' or '\u201D' or '\u2019' or '\'' or '\u201E' or '\u00AB' or '\u300C':
                    quotes++;
                    break;
                case '\n' or '\t':
                    breaks++;
                    break;
                case '$' or '\u20AC' or '\u00A3' or '\u00A5' or '\u20BD' or '\u20B9':
                    currency++;
                    break;
            }
        }

        return new BlockShape
        {
            Length = text.Length,
            Letters = letters,
            UpperLetters = upper,
            Digits = digits,
            Tokens = tokens,
            ShortLowerTokens = shortLower,
            LowerTokens = lower,
            CapitalTokens = capital,
            TokenLetters = tokenLetters,
            Periods = periods,
            Commas = commas,
            Questions = questions,
            Colons = colons,
            Bars = bars,
            Brackets = brackets,
            Quotes = quotes,
            Breaks = breaks,
            Currency = currency,
        };
    }
}
