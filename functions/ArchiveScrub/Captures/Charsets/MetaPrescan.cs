using System.Buffers;
using System.Text;

namespace ArchiveScrub.Captures.Charsets;

/// <summary>
/// Looks for the charset that an HTML page declares of itself, without parsing it: the HTML standard's "prescan a byte
/// stream to determine its encoding" (section 13.2.3.2), over four times as many bytes, since real pages put scripts first.
/// </summary>
internal ref struct MetaPrescan
{
    private const int Reach = 4096;

    private static readonly SearchValues<char> EndOfLabel = SearchValues.Create(" \t\r\n\f;");

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private MetaPrescan(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The label, verbatim; null where no <c>meta</c> element declares one that the Encoding standard knows, or else the first unknown one.</summary>
    public static string? Find(ReadOnlySpan<byte> payload) =>
        new MetaPrescan(payload[..Math.Min(payload.Length, Reach)]).Scan();

    private string? Scan()
    {
        string? unknown = null;
        for (; _at < _bytes.Length; _at++)
        {
            var open = _bytes[_at..].IndexOf((byte)'<');
            if (open < 0)
            {
                break;
            }

            _at += open;
            if (_bytes[_at..].StartsWith("<!--"u8))
            {
                // The closing dashes may be those of the opening: <!-->.
                SkipPast(2, "-->"u8);
            }
            else if (StartsMeta())
            {
                _at += 5;
                var label = ReadMeta();
                if (label is not null && CharsetLabels.Find(label) is not null)
                {
                    return label;
                }

                unknown ??= label;
            }
            else if (StartsTag())
            {
                _at++;
                while (_at < _bytes.Length && _bytes[_at] is not ((byte)'>' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f'))
                {
                    _at++;
                }

                while (ReadAttribute(out _, out _))
                {
                }
            }
            else if (Peek(1) is (byte)'!' or (byte)'/' or (byte)'?')
            {
                SkipPast(1, ">"u8);
            }
        }

        return unknown;
    }

    /// <summary>The attributes of one <c>meta</c> element: <c>charset</c>, or <c>content</c> where <c>http-equiv</c> makes it count.</summary>
    private string? ReadMeta()
    {
        string? charset = null;
        string? content = null;
        var isPragma = false;
        while (ReadAttribute(out var name, out var value))
        {
            switch (name)
            {
                case "charset":
                    charset ??= value;
                    break;
                case "content":
                    content ??= value;
                    break;
                case "http-equiv":
                    isPragma |= value.Equals("content-type", StringComparison.OrdinalIgnoreCase);
                    break;
            }
        }

        var label = charset ?? (isPragma && content is not null ? FromContent(content) : null);
        return string.IsNullOrWhiteSpace(label) ? null : label.Trim();
    }

    /// <summary>The HTML standard's "extracting a character encoding from a meta element".</summary>
    private static string? FromContent(ReadOnlySpan<char> content)
    {
        while (true)
        {
            var at = content.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return null;
            }

            content = content[(at + 7)..].TrimStart();
            if (content is ['=', .. var value])
            {
                value = value.TrimStart();
                var end = value is ['"' or '\'', ..] ? value[1..].IndexOf(value[0]) + 1 : value.IndexOfAny(EndOfLabel);
                return value switch
                {
                    ['"' or '\'', ..] => end > 0 ? value[1..end].ToString() : null,
                    _ => (end < 0 ? value : value[..end]).ToString(),
                };
            }
        }
    }

    /// <summary>The standard's "get an attribute". The name is lower case.</summary>
    private bool ReadAttribute(out string name, out string value)
    {
        name = "";
        value = "";
        while (_at < _bytes.Length && (IsBlank(_bytes[_at]) || _bytes[_at] == '/'))
        {
            _at++;
        }

        if (_at >= _bytes.Length || _bytes[_at] == '>')
        {
            return false;
        }

        var start = _at;
        while (_at < _bytes.Length && !IsBlank(_bytes[_at]) && _bytes[_at] is not ((byte)'/' or (byte)'>') && (_bytes[_at] != '=' || _at == start))
        {
            _at++;
        }

        name = Encoding.Latin1.GetString(_bytes[start.._at]).ToLowerInvariant();
        SkipBlanks();
        if (Peek(0) != '=')
        {
            return true;
        }

        _at++;
        SkipBlanks();
        if (Peek(0) is (byte)'"' or (byte)'\'')
        {
            var quote = _bytes[_at++];
            var length = _bytes[_at..].IndexOf(quote);
            if (length < 0)
            {
                _at = _bytes.Length;
                return false;
            }

            value = Encoding.Latin1.GetString(_bytes.Slice(_at, length));
            _at += length + 1;
            return true;
        }

        start = _at;
        while (_at < _bytes.Length && !IsBlank(_bytes[_at]) && _bytes[_at] != '>')
        {
            _at++;
        }

        value = Encoding.Latin1.GetString(_bytes[start.._at]);
        return true;
    }

    private readonly bool StartsMeta() =>
        _bytes.Length >= _at + 6
        && Ascii.EqualsIgnoreCase(_bytes.Slice(_at, 5), "<meta"u8)
        && (IsBlank(_bytes[_at + 5]) || _bytes[_at + 5] == '/');

    private readonly bool StartsTag() =>
        char.IsAsciiLetter((char)Peek(1)) || (Peek(1) == '/' && char.IsAsciiLetter((char)Peek(2)));

    private readonly byte Peek(int ahead) => _at + ahead < _bytes.Length ? _bytes[_at + ahead] : (byte)0;

    private void SkipBlanks()
    {
        while (_at < _bytes.Length && IsBlank(_bytes[_at]))
        {
            _at++;
        }
    }

    /// <summary>Moves to the last byte of the mark.</summary>
    private void SkipPast(int ahead, ReadOnlySpan<byte> mark)
    {
        var found = _bytes[(_at + ahead)..].IndexOf(mark);
        _at = found < 0 ? _bytes.Length : _at + ahead + found + mark.Length - 1;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f';
}
