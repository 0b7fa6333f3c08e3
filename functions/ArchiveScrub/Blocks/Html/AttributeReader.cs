using System.Buffers;

namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// Reads the attributes of a tag where they stand in the source, as the HTML Standard does (section 13.2.5.32 and on).
/// Of several with one name the first counts, which is for the caller to see to.
/// </summary>
internal ref struct AttributeReader
{
    private static readonly SearchValues<char> EndOfTagName = SearchValues.Create("\t\n\f\r />");
    private static readonly SearchValues<char> EndOfName = SearchValues.Create("\t\n\f\r />=");
    private static readonly SearchValues<char> EndOfUnquotedValue = SearchValues.Create("\t\n\f\r >");

    private readonly ReadOnlySpan<char> _source;
    private TextRange _name;

    /// <summary>Creates a reader that stands after the name of a tag.</summary>
    public AttributeReader(ReadOnlySpan<char> source, int afterName)
    {
        _source = source;
        At = afterName;
    }

    /// <summary>The attributes of the tag that starts at a position.</summary>
    public static AttributeReader Of(ReadOnlySpan<char> source, int tag) => new(source, SkipTo(source, tag, EndOfTagName));

    /// <summary>Where the reader stands: after the last attribute, at the tag's end or at the source's.</summary>
    public int At { get; private set; }

    /// <summary>
    /// Whether a solidus stands directly before the place. One that touches an attribute without quotes is none:
    /// <c>&lt;a href=/x/&gt;</c>.
    /// </summary>
    public bool IsAfterSolidus { get; private set; }

    /// <summary>The name, lower case.</summary>
    public readonly ReadOnlySpan<char> Name
    {
        get
        {
            var name = _source[_name.Start.._name.End];
            return name.ContainsAnyInRange('A', 'Z') ? name.ToString().ToLowerInvariant() : name;
        }
    }

    /// <summary>Where the value stands, without its quotes; empty where there is none.</summary>
    public TextRange Range { get; private set; }

    /// <summary>The value, character references decoded.</summary>
    public readonly string Value => CharacterReferences.Decode(RawValue, inAttribute: true);

    /// <summary>The value as it stands in the source.</summary>
    public readonly ReadOnlySpan<char> RawValue => _source[Range.Start..Range.End];

    /// <summary>The next attribute; false where the tag or the source ends.</summary>
    public bool Next()
    {
        IsAfterSolidus = false;
        var isAfterName = _name.End == At && _name.Length > 0;
        while (At < _source.Length)
        {
            var c = _source[At];
            if (c == '/' || IsSpace(c))
            {
                IsAfterSolidus = c == '/' && !isAfterName;
                isAfterName = false;
                At++;
                continue;
            }

            if (c == '>')
            {
                return false;
            }

            Read();
            return true;
        }

        return false;
    }

    /// <summary>The value of the first attribute of a name in the tag that starts at a position; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<char> source, int tag, ReadOnlySpan<char> name)
    {
        var attributes = Of(source, tag);
        while (attributes.Next())
        {
            if (attributes.Name.SequenceEqual(name))
            {
                return attributes.Value;
            }
        }

        return null;
    }

    private void Read()
    {
        var start = At;
        At = SkipTo(_source, At + 1, EndOfName); // whatever stands first is a part of the name, even "="
        _name = new TextRange(start, At);
        Range = new TextRange(At, At);
        var value = SkipSpace(At);
        if (value >= _source.Length || _source[value] != '=')
        {
            return;
        }

        value = SkipSpace(value + 1);
        At = value;
        Range = new TextRange(value, value);
        if (value >= _source.Length || _source[value] == '>')
        {
            return;
        }

        var quote = _source[value];
        if (quote is '"' or '\'')
        {
            var length = _source[(value + 1)..].IndexOf(quote);
            Range = new TextRange(value + 1, length < 0 ? _source.Length : value + 1 + length);
            At = Math.Min(Range.End + 1, _source.Length);
            return;
        }

        At = SkipTo(_source, value, EndOfUnquotedValue);
        Range = new TextRange(value, At);
    }

    private readonly int SkipSpace(int at)
    {
        while (at < _source.Length && IsSpace(_source[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipTo(ReadOnlySpan<char> source, int at, SearchValues<char> ends)
    {
        var length = source[at..].IndexOfAny(ends);
        return length < 0 ? source.Length : at + length;
    }

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';
}
