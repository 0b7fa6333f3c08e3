namespace ArchiveScrub.Timestamps;

/// <summary>Reads the zone that stands after a time of day.</summary>
internal static class ZoneReader
{
    private const int MaxCityWords = 3;

    /// <summary>The clock with its zone, if one follows; else the clock as it was.</summary>
    public static ClockReading Read(ReadOnlySpan<char> text, List<Token> tokens, ClockReading clock)
    {
        var at = clock.End;
        if (at >= tokens.Count)
        {
            return clock;
        }

        var bracket = tokens[at].IsSymbol('(') || tokens[at].IsSymbol('[');
        var start = bracket ? at + 1 : at;
        var read = Offset(tokens, start, afterName: false) is { } plain
            ? plain
            : Name(text, tokens, start) ?? Local(text, tokens, start);
        if (read is not { } zone || zone.End > tokens.Count)
        {
            return clock;
        }

        var end = zone.End;
        if (bracket)
        {
            if (end >= tokens.Count || !(tokens[end].IsSymbol(')') || tokens[end].IsSymbol(']')))
            {
                return clock;
            }

            end++;
        }

        return clock with
        {
            End = end,
            Offset = zone.Offset,
            Zone = text[tokens[start].Start..tokens[zone.End - 1].End].ToString(),
        };
    }

    // GMT, UTC+3, MSK: an abbreviation counts only where it is one, in capitals.
    private static (int End, TimeSpan? Offset)? Name(ReadOnlySpan<char> text, List<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at] is not { Kind: TokenKind.Word, Length: <= 5 } token)
        {
            return null;
        }

        var name = text[token.Start..token.End];
        if (name.Equals("GMT", StringComparison.OrdinalIgnoreCase) || name.Equals("UTC", StringComparison.OrdinalIgnoreCase) || (name is "Z" && !token.SpaceBefore))
        {
            return Offset(tokens, at + 1, afterName: true) ?? (at + 1, TimeSpan.Zero);
        }

        if (token.Length < 2 || (name[0] < 0x80 && name.ContainsAnyExceptInRange('A', 'Z')) || token.Is(WordClass.Am | WordClass.Pm))
        {
            return null;
        }

        return Zones.Default.IsKnown(name.ToString()) ? (at + 1, null) : null;
    }

    // +3 and +03:00 after a name; +0300 and +03:00 on their own.
    private static (int End, TimeSpan? Offset)? Offset(List<Token> tokens, int at, bool afterName)
    {
        if (at + 1 >= tokens.Count || !(tokens[at].IsSymbol('+') || tokens[at].IsSymbol('-') || tokens[at].IsSymbol('\u2212'))
            || tokens[at + 1] is not { Kind: TokenKind.Number, SpaceBefore: false, Value: >= 0 } number)
        {
            return null;
        }

        var end = at + 2;
        int hours, minutes = 0;
        if (number.Length == 4)
        {
            (hours, minutes) = (number.Value / 100, number.Value % 100);
        }
        else if (number.Length <= 2)
        {
            hours = number.Value;
            if (end + 1 < tokens.Count && tokens[end].IsSymbol(':') && tokens[end + 1] is { Kind: TokenKind.Number, Length: 2, SpaceBefore: false })
            {
                minutes = tokens[end + 1].Value;
                end += 2;
            }
            else if (!afterName || (end < tokens.Count && tokens[end].Is(WordClass.Unit) && tokens[end].SpaceBefore))
            {
                return null; // "- 3 min read"
            }
        }
        else
        {
            return null;
        }

        if (hours > 14 || minutes > 59)
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return (end, tokens[at].IsSymbol('+') ? offset : -offset);
    }

    // "Damascus Local Time", "Eastern Time".
    private static (int End, TimeSpan? Offset)? Local(ReadOnlySpan<char> text, List<Token> tokens, int at)
    {
        for (var i = at; i < tokens.Count && i <= at + MaxCityWords && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (tokens[i].Is(WordClass.Time) && i > at)
            {
                return (i + 1, null);
            }

            if (!char.IsUpper(text[tokens[i].Start]) || tokens[i].Month != 0 || tokens[i].Weekday != 0)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The name to look up for a zone as printed: <c>Damascus</c> for <c>Damascus Local Time</c>.</summary>
    public static string NameOf(string zone)
    {
        var name = zone.AsSpan();
        foreach (var ending in (ReadOnlySpan<string>)[" time", " local"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^ending.Length];
            }
        }

        return name.ToString();
    }
}
