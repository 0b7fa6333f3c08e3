namespace ArchiveScrub.Timestamps;

/// <summary>A pattern of clocks, and how to read what it matched.</summary>
internal sealed class ClockPattern
{
    private readonly TokenPattern _pattern;
    private readonly int _hour;
    private readonly int _minute;
    private readonly int _second;
    private readonly int _whole;
    private readonly int _half;
    private readonly int _halfBefore;

    /// <summary>Creates it from a row of the table.</summary>
    public ClockPattern(string name, string pattern, ClockPlace place)
    {
        _pattern = TokenPattern.Parse(name, pattern);
        Place = place;
        _hour = Math.Max(_pattern.IndexOf("H"), _pattern.IndexOf("HH"));
        _minute = _pattern.IndexOf("i");
        _second = _pattern.IndexOf("s");
        _whole = _pattern.IndexOf("HMS");
        _halfBefore = _pattern.IndexOf("ap") == 0 ? 0 : -1;
        _half = _pattern.LastIndexOf("ap");
    }

    /// <summary>Where it may stand.</summary>
    public ClockPlace Place { get; }

    /// <summary>Reads a time of day from token <paramref name="at"/> on.</summary>
    public ClockReading? Read(in TimestampScope scope, ReadOnlySpan<char> text, List<Token> tokens, int at)
    {
        Span<TextRange> spans = stackalloc TextRange[TokenPattern.MaxElements];
        if (!_pattern.TryMatch(in scope, at, spans, out var end))
        {
            return null;
        }

        int hour, minute = 0, second = 0;
        if (_whole >= 0)
        {
            var token = tokens[spans[_whole].Start];
            var whole = token.Length == 4 ? token.Value * 100 : token.Value;
            (hour, minute, second) = (whole / 10000, whole / 100 % 100, whole % 100);
        }
        else
        {
            hour = tokens[spans[_hour].Start].Value;
            minute = _minute >= 0 && spans[_minute].Start >= 0 ? tokens[spans[_minute].Start].Value : 0;
            second = _second >= 0 ? tokens[spans[_second].Start].Value : 0;
        }

        var half = Half(_half, spans) ?? Half(_halfBefore, spans);
        if (half is { } h && hour <= 12)
        {
            hour = (hour % 12) + (TimestampScope.IsAfternoon(text, tokens[h]) ? 12 : 0);
        }

        return hour < 24 && minute < 60 && second < 60 ? new ClockReading(end, new TimeOnly(hour, minute, second), half is not null) : null;
    }

    private static int? Half(int element, Span<TextRange> spans) => element >= 0 && spans[element].Start >= 0 ? spans[element].Start : null;
}
