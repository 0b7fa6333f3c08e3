using System.Buffers;

namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// Cuts HTML source into tags, text and comments as the HTML Standard does (section 13.2.5), in one pass and without
/// allocation. What a tag means for the tree is not its business. Every character belongs to exactly one token.
/// </summary>
internal ref struct HtmlTokenizer(ReadOnlySpan<char> source)
{
    private static readonly SearchValues<char> EndOfTagName = SearchValues.Create("\t\n\f\r />");

    private readonly ReadOnlySpan<char> _source = source;
    private int _at;
    private HtmlTag? _raw;

    /// <summary>The next token; false at the end of the source.</summary>
    public bool Next(out HtmlToken token)
    {
        if (_at >= _source.Length)
        {
            token = default;
            return false;
        }

        var raw = _raw;
        _raw = null;
        if (raw is not null && ReadRawText(raw, out token))
        {
            return true;
        }

        token = IsMarkup(_at) ? ReadMarkup() : ReadText();
        if (token.Kind == HtmlTokenKind.StartTag && token.Tag is { } tag && tag.Traits.HasFlag(TagTraits.RawText)
            && !(token.SelfClosing && tag.Name == "iframe"))
        {
            _raw = tag; // "<iframe/>" is the one departure from the standard: only XHTML has it, and there it is whole
        }

        return true;
    }

    private readonly bool IsMarkup(int at) =>
        _source[at] == '<' && at + 1 < _source.Length
        && (char.IsAsciiLetter(_source[at + 1]) || _source[at + 1] is '!' or '?'
            || (_source[at + 1] == '/' && at + 2 < _source.Length));

    private HtmlToken ReadText()
    {
        var start = _at++;
        while (_at < _source.Length)
        {
            var next = _source[_at..].IndexOf('<');
            if (next < 0)
            {
                _at = _source.Length;
                break;
            }

            _at += next;
            if (IsMarkup(_at))
            {
                break;
            }

            _at++;
        }

        return Token(HtmlTokenKind.Text, start);
    }

    private HtmlToken ReadMarkup()
    {
        var start = _at;
        var second = _source[start + 1];
        if (char.IsAsciiLetter(second))
        {
            return ReadTag(HtmlTokenKind.StartTag, start, start + 1);
        }

        if (second == '/' && char.IsAsciiLetter(_source[start + 2]))
        {
            return ReadTag(HtmlTokenKind.EndTag, start, start + 2);
        }

        return ReadComment(start);
    }

    private HtmlToken ReadComment(int start)
    {
        if (!_source[start..].StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = _source[start..].IndexOf('>');
            _at = end < 0 ? _source.Length : start + end + 1;
            return Token(HtmlTokenKind.Comment, start, unclosed: end < 0);
        }

        // "<!-->" and "<!--->" are whole; "--!>" ends a comment as "-->" does.
        _at = start + 4;
        if (_source[_at..].StartsWith(">", StringComparison.Ordinal) || _source[_at..].StartsWith("->", StringComparison.Ordinal))
        {
            _at += _source[_at] == '>' ? 1 : 2;
            return Token(HtmlTokenKind.Comment, start);
        }

        while (true)
        {
            var dashes = _source[_at..].IndexOf("--", StringComparison.Ordinal);
            if (dashes < 0)
            {
                _at = _source.Length;
                return Token(HtmlTokenKind.Comment, start, unclosed: true);
            }

            _at += dashes + 2;
            while (_at < _source.Length && _source[_at] == '-')
            {
                _at++;
            }

            var bang = _at < _source.Length && _source[_at] == '!' ? 1 : 0;
            if (_at + bang < _source.Length && _source[_at + bang] == '>')
            {
                _at += bang + 1;
                return Token(HtmlTokenKind.Comment, start);
            }
        }
    }

    private HtmlToken ReadTag(HtmlTokenKind kind, int start, int nameStart)
    {
        _at = nameStart;
        SkipTo(EndOfTagName);
        var name = new TextRange(nameStart, _at);
        var tag = HtmlTags.Find(_source[name.Start..name.End]);
        var attributes = new AttributeReader(_source, _at);
        var count = 0;
        while (attributes.Next())
        {
            count++;
        }

        _at = attributes.At;
        var unclosed = _at >= _source.Length;
        _at += unclosed ? 0 : 1;
        return new HtmlToken(kind, new TextRange(start, _at), name, tag, count, attributes.IsAfterSolidus && !unclosed, unclosed);
    }

    private bool ReadRawText(HtmlTag tag, out HtmlToken token)
    {
        var start = _at;
        var end = FindEndOfRawText(tag, start);
        _at = end < 0 ? _source.Length : end;
        token = new HtmlToken(HtmlTokenKind.RawText, new TextRange(start, _at), default, tag, 0, SelfClosing: false, Unclosed: end < 0);
        return _at > start;
    }

    private readonly int FindEndOfRawText(HtmlTag tag, int start)
    {
        if (tag.Name == "plaintext")
        {
            return -1;
        }

        var isScript = tag.Name == "script";
        var at = start;
        while (true)
        {
            var next = _source[at..].IndexOf("<", StringComparison.Ordinal);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (IsEndTag(at, tag.Name))
            {
                return at;
            }

            if (isScript && _source[at..].StartsWith("<!--", StringComparison.Ordinal))
            {
                at = SkipEscapedScript(at + 2, out var end);
                if (end >= 0)
                {
                    return end;
                }

                continue;
            }

            at++;
        }
    }

    /// <summary>
    /// From "<c>--</c>" of a comment inside a script: inside it, a script element may stand whole, with its end tag.
    /// Returns where to go on; <paramref name="end"/> is the end of the outer script where it ends inside the comment.
    /// </summary>
    private readonly int SkipEscapedScript(int at, out int end)
    {
        end = -1;
        var nested = false;
        while (at < _source.Length)
        {
            var next = _source[at..].IndexOfAny('<', '-');
            if (next < 0)
            {
                return _source.Length;
            }

            at += next;
            if (_source[at] == '-')
            {
                if (_source[at..].StartsWith("-->", StringComparison.Ordinal))
                {
                    return at + 3;
                }
            }
            else if (IsEndTag(at, "script"))
            {
                if (!nested)
                {
                    end = at;
                    return at;
                }

                nested = false;
            }
            else if (!nested && IsName(at + 1, "script"))
            {
                nested = true;
            }

            at++;
        }

        return at;
    }

    private readonly bool IsEndTag(int at, string name) =>
        at + 1 < _source.Length && _source[at + 1] == '/' && IsName(at + 2, name);

    private readonly bool IsName(int at, string name) =>
        _source.Length - at > name.Length
        && _source.Slice(at, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
        && EndOfTagName.Contains(_source[at + name.Length]);

    private void SkipTo(SearchValues<char> ends)
    {
        var length = _source[_at..].IndexOfAny(ends);
        _at = length < 0 ? _source.Length : _at + length;
    }

    private readonly HtmlToken Token(HtmlTokenKind kind, int start, bool unclosed = false) =>
        new(kind, new TextRange(start, _at), default, null, 0, SelfClosing: false, unclosed);
}
