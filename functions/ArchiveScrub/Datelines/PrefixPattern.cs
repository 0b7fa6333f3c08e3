using System.Globalization;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>A shape of datelines, from a row of <c>prefixes.tsv</c>.</summary>
internal sealed class PrefixPattern
{
    private const int LongReport = 40;
    private const int MaxDensePlace = 6;

    private readonly TokenPattern _pattern;
    private readonly double _confidence;
    private readonly bool _mustBeKnown;
    private readonly bool _needsDate;
    private readonly int _dayMonth;
    private readonly int _clock;
    private readonly int _place;
    private readonly int _agency;
    private readonly int _date;
    private readonly int _typo;
    private readonly int _names;

    /// <summary>Creates it from a row: name, confidence, requirement, pattern.</summary>
    public PrefixPattern(string[] row)
    {
        _pattern = TokenPattern.Parse(row[0], row[3]);
        _confidence = double.Parse(row[1], CultureInfo.InvariantCulture);
        _mustBeKnown = row[2] is "known" or "known-dated";
        _needsDate = row[2] is "dated" or "known-dated";
        _place = First("PLACE", "Place", "place", "Uncased", "Dense", "Hangul");
        _agency = First("AGENCY", "CAPITALS", "(AGENCY)", "(Any)", "(One)", "(code)", "DenseAgency");
        _date = First("date", "fulldate");
        _typo = First("typo");
        _names = First("names", "(names)");
        _dayMonth = First("dm");
        _clock = First("clock");
    }

    /// <summary>Reads a dateline at the start of a text; null where the text has none of this shape.</summary>
    public PrefixReading? Read(ReadOnlySpan<char> text, in PrefixScope scope, TimestampReader timestamps)
    {
        Span<TextRange> spans = stackalloc TextRange[TokenPattern.MaxElements];
        if (!_pattern.TryMatch(in scope, 0, spans, out var end) || end == 0)
        {
            return null;
        }

        var tokens = timestamps.Tokens;
        var reading = _typo >= 0 ? MisspeltMonth.Read(text, tokens, spans[_typo].Start)
            : _dayMonth >= 0 ? PrefixScope.DayMonth(tokens, spans[_dayMonth].Start)
            : _date >= 0 && spans[_date].Start >= 0 ? timestamps.Date(spans[_date].Start) : null;
        var length = tokens[end - 1].End;
        while (length < text.Length && char.IsWhiteSpace(text[length]))
        {
            length++;
        }

        var place = WithoutReporter(Range(_place, tokens, spans), text);
        if (_needsDate && text.Length - length < LongReport)
        {
            return null;
        }

        if (_mustBeKnown && (place is not { } p || !Gazetteer.Default.IsKnown(text[p.Start..p.End].ToString())))
        {
            return null;
        }

        return new PrefixReading(_pattern.Name, _confidence, length)
        {
            Place = place,
            Agency = Inner(Range(_agency, tokens, spans), text),
            Date = Range(_typo >= 0 ? _typo : _dayMonth >= 0 ? _dayMonth : _date, tokens, spans),
            Names = Inner(Range(_names, tokens, spans), text),
            Reading = reading,
            NeedsDate = _needsDate,
            Time = _clock >= 0 ? timestamps.Clock(spans[_clock].Start, ClockPlace.AfterDate) : null,
        };
    }

    // "記者張三台北": the name of the reporter stands at once before the place, which must be a known one then.
    private static TextRange? WithoutReporter(TextRange? place, ReadOnlySpan<char> text)
    {
        if (place is not { } range || !(text[range.Start..range.End].StartsWith("记者", StringComparison.Ordinal) || text[range.Start..range.End].StartsWith("記者", StringComparison.Ordinal)))
        {
            return place;
        }

        for (var start = Math.Max(range.Start + 3, range.End - MaxDensePlace); start <= range.End - 2; start++)
        {
            if (Gazetteer.Default.IsKnown(text[start..range.End].ToString()))
            {
                return new TextRange(start, range.End);
            }
        }

        return null;
    }

    private int First(params ReadOnlySpan<string> atoms)
    {
        foreach (var atom in atoms)
        {
            if (_pattern.IndexOf(atom) is >= 0 and var index)
            {
                return index;
            }
        }

        return -1;
    }

    private static TextRange? Range(int element, List<Token> tokens, Span<TextRange> spans) =>
        element < 0 || spans[element].Start < 0 ? null : new TextRange(tokens[spans[element].Start].Start, tokens[spans[element].End - 1].End);

    // Without the brackets or slashes around it.
    private static TextRange? Inner(TextRange? range, ReadOnlySpan<char> text)
    {
        if (range is not { } r || text[r.Start] is not ('(' or '[' or '/' or '\uFF08' or '\u3010'))
        {
            return range;
        }

        var (start, end) = (r.Start + 1, r.End - 1);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextRange(start, end);
    }
}
