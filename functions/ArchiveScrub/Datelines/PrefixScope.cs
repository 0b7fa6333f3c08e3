using ArchiveScrub.Credits;
using ArchiveScrub.Text;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>The atoms of datelines over the tokens of a text's head.</summary>
internal readonly ref struct PrefixScope(ReadOnlySpan<char> text, TimestampReader timestamps) : IPatternScope
{
    private const int MaxAgencyTokens = 6;
    private const int MaxBracketTokens = 12;
    private const int MaxDenseTokens = 10;
    private const int MaxUncasedWords = 4;
    private const int MaxSeparators = 3;
    private const int MinPlaceLength = 4;
    private const int MinCapitals = 5;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly TimestampReader _timestamps = timestamps;

    // Patterns ask for the same dates again and again. 0: not asked yet, -1: none begins there, else where it ends.
    private readonly short[] _dateEnds = new short[2 * timestamps.Tokens.Count];

    private List<Token> Tokens => _timestamps.Tokens;

    /// <inheritdoc/>
    public int Ends(PatternAtom atom, int at, scoped Span<int> ends)
    {
        if (atom.Name == "tail")
        {
            return Tail(at, ends);
        }

        if (atom.Name == "capital")
        {
            return One(at >= Tokens.Count || !char.IsLower(_text[Tokens[at].Start]) ? at : -1, ends);
        }

        if (atom.Name is "sep" or "stops")
        {
            return Separators(at, withDashes: atom.Name == "sep", ends);
        }

        if (at >= Tokens.Count || (atom.Tight && Tokens[at].SpaceBefore))
        {
            return 0;
        }

        if (atom.Symbol != '\0' && atom.Symbol != '-')
        {
            return One(Tokens[at].IsSymbol(atom.Symbol) ? at + 1 : -1, ends);
        }

        return atom.Name switch
        {
            "PLACE" => PlaceReader.Ends(_text, Tokens, at, PlaceForm.Upper, ends),
            "Place" => PlaceReader.Ends(_text, Tokens, at, PlaceForm.Title, ends),
            "place" => PlaceReader.Ends(_text, Tokens, at, PlaceForm.Small, ends),
            "REGION" => One(IsShortUpper(at) ? at + 1 : -1, ends),
            "Uncased" => Uncased(at, ends),
            "Dense" => Dense(at, ends, hangul: false),
            "DenseAgency" => DenseAgency(at, ends),
            "Hangul" => Dense(at, ends, hangul: true),
            "date" => One(Date(at, withYear: false), ends),
            "fulldate" => One(Date(at, withYear: true), ends),
            "dm" => One(DayMonth(Tokens, at)?.End ?? -1, ends),
            "clock" => One(_timestamps.Clock(at, ClockPlace.AfterDate)?.End ?? -1, ends),
            "bar" => One(Tokens[at].IsSymbol('|') ? at + 1 : -1, ends),
            "words" => FewWords(at, ends),
            "D-day" => One(at + 1 < Tokens.Count && Tokens[at].Kind == TokenKind.Number && Tokens[at + 1].Is(WordClass.DayMark) ? at + 2 : -1, ends),
            "typo" => One(MisspeltMonth.Read(_text, Tokens, at)?.End ?? -1, ends),
            "weekday" => One(Tokens[at].Weekday != 0 ? at + 1 : -1, ends),
            "AGENCY" => Agency(at, ends),
            "CAPITALS" => Tokens[at] is { Kind: TokenKind.Word, Length: >= MinCapitals } word && !_text[word.Start..word.End].ContainsAnyInRange('a', 'z') ? Agency(at, ends) : 0,
            "(AGENCY)" => One(Bracket(at, known: true), ends),
            "(Any)" => One(Bracket(at, known: false), ends),
            "(One)" => One(OneWord(at, code: false), ends),
            "(code)" => One(OneWord(at, code: true), ends),
            "(names)" => One(BracketEnd(at), ends),
            "names" => Names(at, ends),
            "dash" => One(DashEnd(at, tight: false), ends),
            "any-dash" => One(DashEnd(at, tight: true), ends),
            "dash-tail" => One(DashTail(at), ends),
            "stop" => One(Stop(at), ends),
            _ => One(Tokens[at].Kind == TokenKind.Word && _text[Tokens[at].Start..Tokens[at].End].SequenceEqual(atom.Name) ? at + 1 : -1, ends),
        };
    }

    /// <summary>A day and a month as numbers, <c>4/3</c> or <c>4 - 3</c>: only a dateline is certain enough for that.</summary>
    public static DateReading? DayMonth(List<Token> tokens, int at)
    {
        if (at + 2 >= tokens.Count || tokens[at] is not { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 31 } day
            || !(tokens[at + 1].Symbol is '/' or '.' || tokens[at + 1].IsDash)
            || tokens[at + 2] is not { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 12 } month
            || (at + 4 < tokens.Count && !tokens[at + 3].SpaceBefore && tokens[at + 3].Kind == TokenKind.Symbol && tokens[at + 4].Kind == TokenKind.Number))
        {
            return null;
        }

        return new DateReading(at + 3, null, month.Value, day.Value, day.Value <= 12, day.Value <= DateTime.DaysInMonth(2000, month.Value), "day-month");
    }

    private int Date(int at, bool withYear)
    {
        ref var end = ref _dateEnds[(2 * at) + (withYear ? 1 : 0)];
        if (end == 0)
        {
            end = (short)(_timestamps.Date(at, withYear)?.End ?? -1);
        }

        return end;
    }

    // Up to four words, as few as will do.
    private int FewWords(int at, scoped Span<int> ends)
    {
        var count = 0;
        for (var end = at; end < Tokens.Count && count < MaxUncasedWords && (Tokens[end].Kind == TokenKind.Word || (count > 0 && Tokens[end].Symbol is '.' or '-' or ',')); end++)
        {
            ends[count++] = end + 1;
        }

        return count;
    }

    private static int One(int end, scoped Span<int> ends)
    {
        ends[0] = end;
        return end >= 0 ? 1 : 0;
    }

    // Commas, stops and dashes that may also be missing, most of them first.
    private int Separators(int at, bool withDashes, scoped Span<int> ends)
    {
        var end = at;
        while (end < Tokens.Count && end < at + MaxSeparators && (Tokens[end].Symbol is ',' or '.' or ';' || (withDashes && Tokens[end].IsDash)))
        {
            end++;
        }

        var count = 0;
        for (; end >= at; end--)
        {
            ends[count++] = end;
        }

        return count;
    }

    private int DashEnd(int at, bool tight)
    {
        var end = at;
        while (end < Tokens.Count && end < at + MaxSeparators && Tokens[end].IsDash)
        {
            end++;
        }

        if (end == at)
        {
            return -1;
        }

        // a single hyphen between letters joins words
        var joins = end == at + 1 && Tokens[at].Symbol == '-' && !Tokens[at].SpaceBefore && at > 0 && Tokens[at - 1].Kind == TokenKind.Word
            && end < Tokens.Count && !Tokens[end].SpaceBefore;
        return joins && !tight ? -1 : end;
    }

    // ".-", ", -", "-", "--"
    private int DashTail(int at)
    {
        for (var i = at; i < Tokens.Count && i < at + MaxSeparators; i++)
        {
            if (Tokens[i].IsDash)
            {
                return DashEnd(i, tight: false);
            }

            if (!(Tokens[i].Symbol is '.' or ',' or ':' or ';'))
            {
                return -1;
            }
        }

        return -1;
    }

    // What ends a dateline that is certain without it.
    private int Tail(int at, scoped Span<int> ends)
    {
        if (DashTail(at) is >= 0 and var dashed)
        {
            return One(dashed, ends);
        }

        if (at >= Tokens.Count)
        {
            return One(at, ends);
        }

        var token = Tokens[at];
        var spaceAfter = at + 1 >= Tokens.Count || Tokens[at + 1].SpaceBefore;
        if (token.Symbol is '.' or ':' or '=' or '|' && !(at + 1 < Tokens.Count && Tokens[at + 1].IsSymbol('.')))
        {
            return One(at + 1, ends);
        }

        if (token.Symbol is '_' or '"' or '\u201D' or '\u201C' or '?' or '\uFFFD' && token.SpaceBefore && spaceAfter)
        {
            return One(at + 1, ends); // a dash that some conversion took for another mark
        }

        return One(token.Kind == TokenKind.Number || (token.Kind == TokenKind.Word && !char.IsLower(_text[token.Start])) || token.Symbol is '"' or '\'' or '\u201C' or '\u2018' or '\u00AB' or '\u201E' ? at : -1, ends);
    }

    // A dash, a stop or a colon; Arabic agencies also end without.
    private int Stop(int at)
    {
        if (DashTail(at) is >= 0 and var dashed)
        {
            return dashed;
        }

        return Tokens[at].Symbol is '.' or ':' && (at + 1 >= Tokens.Count || Tokens[at + 1].SpaceBefore || Tokens[at].Symbol == ':') ? at + 1 : -1;
    }

    private int Agency(int at, scoped Span<int> ends)
    {
        if (Tokens[at].Kind != TokenKind.Word)
        {
            return 0;
        }

        if (Words.IsDense(_text[Tokens[at].Start]))
        {
            return AgencyRegister.Default.FindAtStart(_text[Tokens[at].Start..], out var length) is null ? 0 : One(TokenAt(at, Tokens[at].Start + length), ends);
        }

        var count = 0;
        for (var end = Math.Min(at + MaxAgencyTokens, Tokens.Count); end > at; end--)
        {
            if (Tokens[end - 1].Kind == TokenKind.Word && AgencyRegister.Default.Find(_text[Tokens[at].Start..Tokens[end - 1].End]) is not null
                && (end == Tokens.Count || Tokens[end].SpaceBefore || Tokens[end].Kind == TokenKind.Symbol))
            {
                ends[count++] = end;
            }
        }

        return count;
    }

    private int TokenAt(int from, int position)
    {
        var i = from;
        while (i < Tokens.Count && Tokens[i].Start < position)
        {
            i++;
        }

        return i;
    }

    private int BracketEnd(int at)
    {
        var closing = Tokens[at].Symbol switch { '(' => ')', '[' => ']', '/' => '/', '\u3010' => '\u3011', _ => '\0' };
        if (closing == '\0' || at + 1 >= Tokens.Count || Tokens[at + 1].Kind != TokenKind.Word)
        {
            return -1;
        }

        for (var i = at + 1; i < Tokens.Count && i <= at + MaxBracketTokens; i++)
        {
            if (Tokens[i].Symbol == closing)
            {
                // AP/AFP inside slashes: the last slash closes
                return closing == '/' && i + 1 < Tokens.Count && !Tokens[i + 1].SpaceBefore && Tokens[i + 1].Kind == TokenKind.Word && i + 2 < Tokens.Count && Tokens[i + 2].Symbol == '/' ? i + 3 : i + 1;
            }
        }

        return -1;
    }

    private int Bracket(int at, bool known)
    {
        var end = BracketEnd(at);
        if (end < 0)
        {
            return -1;
        }

        var inner = _text[Tokens[at].End..Tokens[end - 1].Start].Trim();
        if (AgencyRegister.Default.Find(inner) is not null)
        {
            return end;
        }

        foreach (var part in inner.SplitAny("/,-+&"))
        {
            if (AgencyRegister.Default.Find(inner[part].Trim()) is not null)
            {
                return end;
            }
        }

        return !known && char.IsLetter(inner[0]) && !char.IsLower(inner[0]) && inner.Length <= 40 && !inner.ContainsAnyInRange('0', '9') && !inner.Contains('(') ? end : -1;
    }

    // An agency that no register knows: "(Northwire)" after a place that is no acronym itself, "(abc)" as German papers sign.
    private int OneWord(int at, bool code)
    {
        if (BracketEnd(at) != at + 3 || !Tokens[at].IsSymbol('('))
        {
            return -1;
        }

        var word = _text[Tokens[at + 1].Start..Tokens[at + 1].End];
        var small = 0;
        foreach (var c in word)
        {
            small += char.IsLower(c) ? 1 : 0;
        }

        var fits = code ? word.Length is >= 2 and <= 5 && small == word.Length : word.Length >= 4 && char.IsUpper(word[0]) && small == word.Length - 1 && Tokens[at - 1].End > MinPlaceLength;
        return fits ? at + 3 : -1;
    }

    private int Names(int at, scoped Span<int> ends)
    {
        var count = 0;
        for (var end = at; end < Tokens.Count && end < at + 4 && Tokens[end].Kind == TokenKind.Word && !char.IsLower(_text[Tokens[end].Start]); end++)
        {
            if (end > at)
            {
                ends[count++] = end + 1;
            }
        }

        ends[..count].Reverse();
        return count;
    }

    private int Uncased(int at, scoped Span<int> ends)
    {
        var count = 0;
        for (var end = at; end < Tokens.Count && count < MaxUncasedWords; end++)
        {
            var token = Tokens[end];
            var c = _text[token.Start];
            if (token.Kind != TokenKind.Word || char.IsUpper(c) || char.IsLower(c) || Words.IsDense(c))
            {
                break;
            }

            ends[count++] = end + 1;
        }

        return count;
    }

    private int Dense(int at, scoped Span<int> ends, bool hangul)
    {
        var count = 0;
        for (var end = at; end < Tokens.Count && count < MaxDenseTokens; end++)
        {
            var token = Tokens[end];
            var c = _text[token.Start];
            if (token.Kind != TokenKind.Word || !(hangul ? c is >= '\uAC00' and <= '\uD7A3' : Words.IsDense(c)))
            {
                break;
            }

            ends[count++] = end + 1;
        }

        ends[..count].Reverse();
        return count;
    }

    private int DenseAgency(int at, scoped Span<int> ends)
    {
        var count = 0;
        for (var end = at; end < Tokens.Count && end < at + MaxAgencyTokens && Tokens[end].Kind == TokenKind.Word && Words.IsDense(_text[Tokens[end].Start]); end++)
        {
            if (end > at && _text[Tokens[end].Start] is '社' or '网' or '網' or '报' or '報')
            {
                ends[count++] = end + 1;
            }
        }

        return count;
    }

    private bool IsShortUpper(int at) =>
        Tokens[at] is { Kind: TokenKind.Word, Length: >= 2 and <= 3 } token && char.IsUpper(_text[token.Start]) && char.IsUpper(_text[token.End - 1]);
}
