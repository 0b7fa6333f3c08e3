using System.Buffers;

namespace ArchiveScrub.Timestamps;

/// <summary>
/// Finds dates and times in text, in the languages and shapes that <c>lexicon.tsv</c> and <c>patterns.tsv</c> list.
/// Immutable and safe to share. Work and memory are linear in the text, of which at most <see cref="MaxLength"/> is read.
/// </summary>
internal sealed class TimestampParser
{
    /// <summary>How much of a text is read, in UTF-16 units.</summary>
    public const int MaxLength = 4096;

    // No line that is a timestamp and nothing else is longer.
    private const int MaxLineLength = 200;

    // "Updated by John Smith, Senior Editor, on May 3" - a role reaches that many tokens.
    private const int RoleReach = 12;

    // Whatever char.IsDigit calls one: Western, Arabic-Indic, Devanagari, Bengali, Thai, full-width and so on.
    private static readonly SearchValues<char> Digits = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(char.IsDigit)]);

    private readonly Tokenizer _tokenizer = new(Lexicon.Default);
    private readonly TimestampGrammar _grammar = TimestampGrammar.Default;

    /// <summary>The parser that everyone may share.</summary>
    public static TimestampParser Default { get; } = new();

    /// <summary>The timestamps of <paramref name="text"/> in order; they do not overlap. Impossible dates are not among them.</summary>
    public IReadOnlyList<TimestampMatch> FindAll(string text)
    {
        var head = Head(text);
        if (!head.ContainsAny(Digits))
        {
            return [];
        }

        List<TimestampMatch>? matches = null;
        var reader = new TimestampReader(head, _tokenizer.Tokenize(head), _grammar);
        var role = TimestampRole.None;
        var roleEnds = 0;
        for (var i = 0; i < reader.Tokens.Count;)
        {
            var token = reader.Tokens[i];
            if (RoleOf(head, token) is not TimestampRole.None and var said)
            {
                (role, roleEnds) = (said, i + RoleReach);
            }

            if (token.Kind != TokenKind.Symbol && reader.Timestamp(i) is { } reading)
            {
                if (reading.ToMatch(reader.Tokens, i <= roleEnds ? role : TimestampRole.None) is { } match)
                {
                    (matches ??= []).Add(match);
                }

                role = TimestampRole.None;
                i = reading.End;
            }
            else
            {
                i++;
            }
        }

        return matches ?? (IReadOnlyList<TimestampMatch>)[];
    }

    /// <summary>
    /// Whether the line says nothing but when: one or more timestamps, a clock with a word that tells its sense, or a
    /// relative time ("3 hours ago"), with the usual words around them ("Published", "min read").
    /// </summary>
    public bool IsTimestampLine(string text)
    {
        if (text.Length > MaxLineLength || !text.AsSpan().ContainsAny(Digits))
        {
            return false;
        }

        var reader = new TimestampReader(text, _tokenizer.Tokenize(text), _grammar);
        var (dates, clocks, hints, relative) = (0, 0, 0, false);
        for (var i = 0; i < reader.Tokens.Count;)
        {
            var token = reader.Tokens[i];
            if (token.Kind == TokenKind.Symbol)
            {
                i++;
            }
            else if (reader.Timestamp(i) is { } reading)
            {
                dates += reading.Date.IsPossible ? 1 : 0;
                i = reading.End;
            }
            else if (reader.Clock(i, ClockPlace.Any) is { } clock)
            {
                clocks++;
                hints += clock.HasHalf || clock.Zone is not null ? 1 : 0;
                i = clock.End;
            }
            else if (token.Kind == TokenKind.Number)
            {
                if (!IsDuration(reader.Tokens, i))
                {
                    return false;
                }

                i++;
            }
            else if (RoleOf(text, token) != TimestampRole.None && token.Entry is not null)
            {
                hints++;
                i++;
            }
            else if (token.Weekday != 0 || token.Entry is { Classes: not WordClass.None } || IsZone(text, token))
            {
                hints += token.Weekday != 0 ? 1 : 0;
                relative |= token.Is(WordClass.Ago);
                i++;
            }
            else
            {
                return false;
            }
        }

        return dates > 0 || (clocks > 0 && hints > 0) || (relative && HasDuration(reader.Tokens));
    }

    /// <summary>The tokens of the head of a text and a reader of them, for grammars that hold dates.</summary>
    public TimestampReader Read(ReadOnlySpan<char> head) => new(head, _tokenizer.Tokenize(head), _grammar);

    private static ReadOnlySpan<char> Head(string text) => text.AsSpan(0, Math.Min(text.Length, MaxLength));

    private static bool IsDuration(List<Token> tokens, int i) =>
        (i + 1 < tokens.Count && tokens[i + 1].Is(WordClass.Unit | WordClass.Hour | WordClass.Minute)) || (i > 0 && tokens[i - 1].Is(WordClass.Unit));

    private static bool HasDuration(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && IsDuration(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsZone(ReadOnlySpan<char> text, Token token) =>
        token.Length is >= 2 and <= 5 && char.IsUpper(text[token.Start]) && !text[token.Start..token.End].ContainsAnyInRange('a', 'z')
        && Zones.Default.IsKnown(text[token.Start..token.End].ToString());

    // The last word of a name that ran into it counts too: SMITHPUBLISHED.
    private static TimestampRole RoleOf(ReadOnlySpan<char> text, Token token)
    {
        if (token.Kind != TokenKind.Word)
        {
            return TimestampRole.None;
        }

        if (token.Entry is not null)
        {
            return token.Is(WordClass.Published) ? TimestampRole.Published
                : token.Is(WordClass.Updated) ? TimestampRole.Updated : TimestampRole.None;
        }

        var word = text[token.Start..token.End];
        return word.EndsWith("PUBLISHED", StringComparison.Ordinal) || word.EndsWith("POSTED", StringComparison.Ordinal) ? TimestampRole.Published
            : word.EndsWith("UPDATED", StringComparison.Ordinal) ? TimestampRole.Updated : TimestampRole.None;
    }
}
