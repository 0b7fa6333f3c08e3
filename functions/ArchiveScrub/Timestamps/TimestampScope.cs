namespace ArchiveScrub.Timestamps;

/// <summary>The atoms of dates and clocks over the tokens of a text.</summary>
internal readonly ref struct TimestampScope(ReadOnlySpan<char> text, List<Token> tokens) : IPatternScope
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <inheritdoc/>
    public int Ends(PatternAtom atom, int at, scoped Span<int> ends)
    {
        if (at >= tokens.Count)
        {
            return 0;
        }

        var token = tokens[at];
        if (atom.Tight && token.SpaceBefore)
        {
            return 0;
        }

        var length = atom.Symbol != '\0'
            ? token.Symbol == atom.Symbol || (atom.Symbol == '-' && token.IsDash) ? 1 : 0
            : atom.Classes != WordClass.None
                ? token.Is(atom.Classes) ? 1 : 0
                : atom.Name == "ap" ? HalfOfDay(at) : Fits(atom.Name, token) ? 1 : 0;
        ends[0] = at + length;
        return length > 0 ? 1 : 0;
    }

    /// <summary>Whether the half of the day that begins at this token is the second.</summary>
    public static bool IsAfternoon(ReadOnlySpan<char> text, Token token) =>
        token.Is(WordClass.Pm) || (!token.Is(WordClass.Am) && text[token.Start] is 'p' or 'P' or 'μ' or 'Μ');

    private static bool Fits(string name, Token token) => name switch
    {
        "M" => token.Month != 0,
        "D" or "A" or "B" => token is { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 31 },
        "AA" or "BB" => token is { Kind: TokenKind.Number, Length: 2, Value: >= 1 and <= 31 },
        "E" => token is { Kind: TokenKind.Number, Length: <= 3, Value: >= 1 and <= 199 },
        "m" => token is { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 12 },
        "Y" => token is { Kind: TokenKind.Number, Length: 4, Value: (>= 1583 and <= 2199) or (>= 1300 and <= 1499) or (>= 2440 and <= 2699) },
        "y" => token is { Kind: TokenKind.Number, Length: 2 },
        "YMD" => token is { Kind: TokenKind.Number, Length: 8, Value: >= 19000101 and <= 20991231 },
        "H" => token is { Kind: TokenKind.Number, Length: <= 2, Value: <= 23 },
        "HH" => token is { Kind: TokenKind.Number, Length: 2, Value: <= 23 },
        "HMS" => token is { Kind: TokenKind.Number, Length: 4 or 6 },
        "i" or "s" => token is { Kind: TokenKind.Number, Length: 2, Value: <= 59 },
        "f" => token.Kind == TokenKind.Number,
        _ => throw new FormatException($"No atom is called {name}."),
    };

    // One word (am, 下午), or two letters with stops (p. m., π.μ.).
    private int HalfOfDay(int at)
    {
        if (tokens[at].Is(WordClass.Am | WordClass.Pm))
        {
            return 1;
        }

        var isLetter = tokens[at] is { Kind: TokenKind.Word, Length: 1 } && _text[tokens[at].Start] is 'a' or 'A' or 'p' or 'P' or 'π' or 'Π' or 'μ' or 'Μ';
        if (!isLetter || at + 2 >= tokens.Count || !tokens[at + 1].IsSymbol('.')
            || tokens[at + 2] is not { Kind: TokenKind.Word, Length: 1 } || _text[tokens[at + 2].Start] is not ('m' or 'M' or 'μ' or 'Μ'))
        {
            return 0;
        }

        return at + 3 < tokens.Count && tokens[at + 3].IsSymbol('.') ? 4 : 3;
    }
}
