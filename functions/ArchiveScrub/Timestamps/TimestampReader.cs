namespace ArchiveScrub.Timestamps;

/// <summary>Reads dates, clocks and both together from the tokens of one text.</summary>
internal readonly ref struct TimestampReader
{
    // "November 3, 2025 (8:42", "2 nov. 2023 à 16:00", "January 2020 | 5:30 PM", "7:12 am PDT, Wednesday, May 6"
    private const int MaxJoiners = 5;

    private readonly ReadOnlySpan<char> _text;
    private readonly TimestampScope _scope;
    private readonly TimestampGrammar _grammar;

    /// <summary>Creates a reader of tokens of <paramref name="text"/>.</summary>
    public TimestampReader(ReadOnlySpan<char> text, List<Token> tokens, TimestampGrammar grammar)
    {
        _text = text;
        Tokens = tokens;
        _grammar = grammar;
        _scope = new TimestampScope(text, tokens);
    }

    /// <summary>The tokens.</summary>
    public List<Token> Tokens { get; }

    /// <summary>The meaning of the atoms.</summary>
    public TimestampScope Scope => _scope;

    /// <summary>A date that begins at a token.</summary>
    public DateReading? Date(int at, bool withYear = false)
    {
        if (!MayBegin(at))
        {
            return null;
        }

        foreach (var pattern in _grammar.Dates)
        {
            if (pattern.Read(in _scope, Tokens, at) is { } reading)
            {
                return reading;
            }
        }

        if (withYear)
        {
            return null;
        }

        foreach (var pattern in _grammar.Yearless)
        {
            if (pattern.Read(in _scope, Tokens, at) is { } reading)
            {
                // "12 May 3, 2020": the day of the full date is the second number
                for (var later = at + 1; later < reading.End; later++)
                {
                    if (Date(later, withYear: true) is not null)
                    {
                        return null;
                    }
                }

                return reading;
            }
        }

        return null;
    }

    /// <summary>A clock that begins at a token, with its zone.</summary>
    public ClockReading? Clock(int at, ClockPlace place)
    {
        if (at >= Tokens.Count || !(Tokens[at].Kind == TokenKind.Number || Tokens[at].Is(WordClass.Intro | WordClass.Am | WordClass.Pm)))
        {
            return null;
        }

        foreach (var pattern in _grammar.Clocks)
        {
            if ((pattern.Place == ClockPlace.Any || pattern.Place == place) && pattern.Read(in _scope, _text, Tokens, at) is { } clock)
            {
                return ZoneReader.Read(_text, Tokens, clock);
            }
        }

        return null;
    }

    /// <summary>A date with the clock before or after it, if there is one, that begins at a token.</summary>
    public TimestampReading? Timestamp(int at)
    {
        if (Date(at) is { } date)
        {
            return WithClockAfter(at, date);
        }

        if (Clock(at, ClockPlace.Any) is { } clock)
        {
            var weekday = 0;
            var next = SkipJoiners(clock.End, ref weekday);
            if (Date(next) is { } dateAfter)
            {
                return new TimestampReading(at, dateAfter.End, dateAfter, clock, weekday != 0 ? weekday : WeekdayAfter(dateAfter.End));
            }
        }

        return null;
    }

    private TimestampReading WithClockAfter(int at, DateReading date)
    {
        var weekday = at > 0 ? WeekdayBefore(at) : 0;
        var place = date.End < Tokens.Count && Tokens[date.End] is { Kind: TokenKind.Word, Length: 1, SpaceBefore: false } t && _text[t.Start] is 'T' or 't'
            ? ClockPlace.AfterT
            : ClockPlace.AfterDate;
        var after = weekday;
        var next = place == ClockPlace.AfterT ? date.End + 1 : SkipJoiners(date.End, ref after);
        if (Clock(next, place) is { } clock)
        {
            return new TimestampReading(at, clock.End, date, clock, after);
        }

        return new TimestampReading(at, date.End, date, null, weekday != 0 ? weekday : WeekdayAfter(date.End));
    }

    private bool MayBegin(int at) => at < Tokens.Count && (Tokens[at].Kind == TokenKind.Number || Tokens[at].Month != 0 || Tokens[at].EraBase != 0);

    // Over commas, bars, "at", a weekday: what may stand between a date and its clock.
    private int SkipJoiners(int at, ref int weekday)
    {
        for (var skipped = 0; skipped < MaxJoiners && at < Tokens.Count; skipped++)
        {
            var token = Tokens[at];
            if (BracketedWeekday(at) is > 0 and var bracketed)
            {
                weekday = bracketed;
                at += 3;
            }
            else if (token.Weekday != 0)
            {
                weekday = token.Weekday;
                at++;
            }
            else if (token.Kind == TokenKind.Word ? token.Month == 0 && token.Is(WordClass.Intro | WordClass.Of | WordClass.Filler | WordClass.YearMark) && !token.Is(WordClass.Published | WordClass.Updated)
                : token.Kind == TokenKind.Symbol && (token.IsDash || token.Symbol is ',' or '.' or '|' or '/' or '@' or '(' or ':' or ';' or '\u00B7' or '\u2022' or '\u22C5'))
            {
                if (Clock(at, ClockPlace.Any) is not null)
                {
                    break; // "klo 16.20": the word belongs to the clock
                }

                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private int WeekdayBefore(int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            if (Tokens[i].Weekday != 0)
            {
                return Tokens[i].Weekday;
            }

            if (!(Tokens[i].Symbol is ',' or '.' or '-' || Tokens[i].Is(WordClass.Of | WordClass.Filler)))
            {
                break;
            }
        }

        return 0;
    }

    private int WeekdayAfter(int at)
    {
        var next = at < Tokens.Count && Tokens[at].IsSymbol(',') ? at + 1 : at;
        return next < Tokens.Count && Tokens[next].Weekday != 0 ? Tokens[next].Weekday : BracketedWeekday(at);
    }

    // 2020年7月1日(水), 2020.7.1 (수)
    private int BracketedWeekday(int at)
    {
        if (at + 2 >= Tokens.Count || !Tokens[at].IsSymbol('(') || !Tokens[at + 2].IsSymbol(')') || Tokens[at + 1].Kind != TokenKind.Word)
        {
            return 0;
        }

        var word = Tokens[at + 1];
        return word.Weekday != 0 ? word.Weekday : word.Length == 1 ? ("月火水木金土日".IndexOf(_text[word.Start], StringComparison.Ordinal) is >= 0 and var ja ? ja
            : "월화수목금토일".IndexOf(_text[word.Start], StringComparison.Ordinal)) + 1 : 0;
    }
}
