namespace ArchiveScrub.Credits;

/// <summary>Recognises closing lines that say whose reporting a page stands on, and takes the agencies from them. Immutable and safe to share.</summary>
internal sealed class CreditLineParser
{
    private const int MaxLength = 400;

    private readonly PhraseTable _words = new("Credits.credits.tsv");
    private readonly PhraseTable _bylineWords = new("Credits.bylines.tsv");
    private readonly AgencyRegister _agencies = AgencyRegister.Default;

    /// <summary>The parser that everyone may share.</summary>
    public static CreditLineParser Default { get; } = new();

    /// <summary>Whether the line is a credit line: <c>With reporting by AP and Reuters</c>, <c>(Reporting by Jane Doe; Editing by John Roe)</c>, <c>Quelle: dpa</c>.</summary>
    public bool IsCreditLine(string line) => Read(line, out _) is not Wording.None;

    /// <summary>The agencies that a credit line names, as printed and in that order; people are left out. Empty where the line is none.</summary>
    public IReadOnlyList<string> Parse(string line)
    {
        var wording = Read(line, out var names);
        return wording == Wording.None ? [] : Agencies(line.AsSpan()[names.Start..names.End]);
    }

    private Wording Read(string line, out TextRange names)
    {
        names = default;
        var text = line.AsSpan();
        if (text.Length is < 4 or > MaxLength)
        {
            return Wording.None;
        }

        var start = 0;
        var end = text.Length;
        while (start < end && text[start] is ' ' or '(' or '[' or '*' or '_' or '-' or '\u2013' or '\u2014' or '~')
        {
            start++;
        }

        while (end > start && text[end - 1] is ' ' or ')' or ']' or '*' or '_' or '.')
        {
            end--;
        }

        var core = text[start..end];
        var opening = _words.LengthAtStart("opening", core);
        if (opening > 0 && (opening == core.Length || core[opening] is ' ' or ':' or ',') && IsList(core[opening..]))
        {
            names = new TextRange(start + opening, end);
            return Wording.Opening;
        }

        opening = _words.LengthAtStart("agency-opening", core);
        if (opening > 0 && opening < core.Length && IsAgencyList(core[opening..].TrimStart(" :\uFF1A")))
        {
            names = new TextRange(start + opening, end);
            return Wording.AgencyOpening;
        }

        // A closing phrase takes all that is left of the line.
        for (var at = Math.Max(0, core.Length - PhraseTable.MaxLength - 1); at + 1 < core.Length; at++)
        {
            if (core[at] == ' ' && _words.IsPhrase("closing", core[(at + 1)..]) && IsList(core[..at]))
            {
                names = new TextRange(start, start + at);
                return Wording.Closing;
            }
        }

        return Wording.None;
    }

    // Names in capitals, small words between them: no sentence.
    private bool IsList(ReadOnlySpan<char> text)
    {
        var (names, small) = (0, 0);
        foreach (var range in text.SplitAny(" ,;:/&"))
        {
            var word = text[range].Trim("()[].'\"");
            if (word.IsEmpty)
            {
                continue;
            }

            if (char.IsUpper(word[0]) || !char.IsLower(word[0]) || _agencies.Find(word) is not null)
            {
                names++;
            }
            else if (!_bylineWords.Is("and", word) && !_bylineWords.Is("particle", word) && !_bylineWords.Is("post", word))
            {
                small++;
            }
        }

        return names > 0 ? small <= names : text.Trim().IsEmpty;
    }

    private bool IsAgencyList(ReadOnlySpan<char> text)
    {
        var (agencies, others) = (0, 0);
        foreach (var item in Items(text.ToString()))
        {
            _ = _agencies.Find(item) is not null ? agencies++ : others++;
        }

        return agencies > 0 && others <= 1;
    }

    private List<string> Agencies(ReadOnlySpan<char> text)
    {
        var found = new List<string>();
        foreach (var item in Items(text.ToString()))
        {
            var name = item.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? item[4..] : item;
            if ((_agencies.Find(name) is not null || IsAcronym(name)) && !found.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                found.Add(name);
            }
        }

        return found;
    }

    // Parts at commas, "and" and slashes; a name that holds one of these is taken whole where the register knows it.
    private IEnumerable<string> Items(string text)
    {
        foreach (var clause in text.Split([',', ';', ':', '\u3001', '\u060C', '\uFF0C', '\uFF1A', '(', ')', '+', '&', '\u00B7'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var item in AtAnd(clause))
            {
                if (_agencies.Find(item) is not null || !item.Contains('/', StringComparison.Ordinal))
                {
                    yield return item;
                }
                else
                {
                    foreach (var part in item.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    {
                        yield return part;
                    }
                }
            }
        }
    }

    private List<string> AtAnd(string clause)
    {
        var items = new List<string>();
        var from = 0;
        var words = clause.Split(' ');
        for (var i = 0; i <= words.Length; i++)
        {
            if (i == words.Length || _bylineWords.Is("and", words[i]))
            {
                var item = string.Join(' ', words[from..i]).Trim(' ', '.', '\'', '"');
                if (item.Length > 0)
                {
                    items.Add(item);
                }

                from = i + 1;
            }
        }

        return items;
    }

    private static bool IsAcronym(string item)
    {
        foreach (var c in item)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return item.Length is >= 2 and <= 6;
    }

    private enum Wording
    {
        None,
        Opening,
        AgencyOpening,
        Closing,
    }
}
