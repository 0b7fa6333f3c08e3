namespace ArchiveScrub.Timestamps;

/// <summary>
/// Parts numbers that ran together because a page set them side by side without a blank: <c>28 luglio 202010:43</c>,
/// <c>12:01 GMT +310 September 2018</c>, <c>2020-02-1210:43</c>, <c>October 17, 20236:01 PM</c>.
/// </summary>
internal static class GluedNumbers
{
    /// <summary>Parts them in place.</summary>
    public static void Part(List<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token is { Kind: TokenKind.Number, Length: > 1, Value: >= 0 } && HeadLength(tokens, i) is > 0 and var head && head < token.Length)
            {
                tokens[i] = Piece(token, token.Start, token.Start + head) with { SpaceBefore = token.SpaceBefore };
                tokens.Insert(i + 1, Piece(token, token.Start + head, token.End));
            }
        }
    }

    // How many digits belong to what stands before; 0 where the number is whole.
    private static int HeadLength(List<Token> tokens, int i)
    {
        var token = tokens[i];
        var before = tokens[i - 1];
        var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
        var nextIsColon = next.IsSymbol(':');

        // the offset of a zone, then the day of a month
        if (token.Length is >= 2 and <= 4 && before.Kind == TokenKind.Symbol && before.Symbol is '+' or '-' && i > 1
            && tokens[i - 2].Kind == TokenKind.Word && tokens[i - 2].Length <= 3 && !nextIsColon && next.Month != 0)
        {
            return OffsetLength(token);
        }

        if (token.Length is 5 or 6 && IsYear(token) && (IsPartOfDate(before) || nextIsColon))
        {
            return 4;
        }

        if (token.Length is 3 or 4 && nextIsColon && before.Symbol is '-' or '/' or '.' && !token.SpaceBefore && i > 1 && tokens[i - 2] is { Kind: TokenKind.Number, Length: <= 2 })
        {
            return 2;
        }

        // minutes or seconds, then whatever follows them
        return token.Length > 2 && before.IsSymbol(':') && !token.SpaceBefore && i > 1 && tokens[i - 2] is { Kind: TokenKind.Number, Length: <= 2 } ? 2 : 0;
    }

    // One digit of offset is likelier than two where both readings leave a day of the month.
    private static int OffsetLength(Token token)
    {
        for (var length = 1; length <= 2; length++)
        {
            var pieces = (Offset: Leading(token, length), Day: Trailing(token, length));
            if (pieces.Offset <= 14 && token.Length - length is 1 or 2 && pieces.Day is >= 1 and <= 31)
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsYear(Token token) => token.Value / Power(token.Length - 4) is >= 1900 and <= 2099;

    private static bool IsPartOfDate(Token token) =>
        token.Month != 0 || token.Kind == TokenKind.Number || token.Symbol is ',' or '.' or '/' or '-' || token.Is(WordClass.Of | WordClass.Ordinal);

    private static Token Piece(Token token, int start, int end) => new(TokenKind.Number, start, end)
    {
        Value = start == token.Start ? Leading(token, end - start) : Trailing(token, start - token.Start),
    };

    private static int Leading(Token token, int digits) => token.Value / Power(token.Length - digits);

    private static int Trailing(Token token, int digits) => token.Value % Power(token.Length - digits);

    private static int Power(int digits)
    {
        var power = 1;
        for (var i = 0; i < Math.Min(digits, 9); i++)
        {
            power *= 10;
        }

        return power;
    }
}
