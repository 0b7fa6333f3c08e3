using System.Globalization;
using System.Text;

namespace ArchiveScrub.Blocks.Html.Preloaded;

/// <summary>Text that was decoded out of a stretch of the source, each of its characters with the place that it came from.</summary>
internal sealed class TracedText
{
    private readonly int[] _starts; // of each character, and the end of the last one

    private TracedText(string text, int[] starts)
    {
        Text = text;
        _starts = starts;
    }

    /// <summary>The decoded text.</summary>
    public string Text { get; }

    /// <summary>A stretch of the source as it stands.</summary>
    public static TracedText Of(string source, TextRange range)
    {
        var starts = new int[range.Length + 1];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = range.Start + i;
        }

        return new TracedText(source.Substring(range.Start, range.Length), starts);
    }

    /// <summary>Where a stretch of the text stands in the source.</summary>
    public TextRange Source(TextRange range) => new(_starts[range.Start], _starts[range.End]);

    /// <summary>A part of it.</summary>
    public TracedText Slice(TextRange range) =>
        new(Text.Substring(range.Start, range.Length), _starts[range.Start..(range.End + 1)]);

    /// <summary>The value of an attribute, its character references decoded.</summary>
    public TracedText DecodeReferences()
    {
        if (!Text.Contains('&'))
        {
            return this;
        }

        var decoded = new Writer(Text.Length);
        Span<char> characters = stackalloc char[2];
        for (var at = 0; at < Text.Length;)
        {
            var taken = Text[at] == '&' ? CharacterReferences.Read(Text.AsSpan(at), characters, out var written, inAttribute: true) : written = 0;
            if (taken == 0)
            {
                decoded.Put(Text[at], _starts[at]);
                at++;
                continue;
            }

            foreach (var c in characters[..written])
            {
                decoded.Put(c, _starts[at]);
            }

            at += taken;
        }

        return decoded.Take(_starts[^1]);
    }

    /// <summary>The value of a JSON string, which stands between its quotes in <paramref name="range"/> and is well formed (RFC 8259, section 7).</summary>
    public TracedText UnescapeJson(TextRange range)
    {
        if (!Text.AsSpan(range.Start, range.Length).Contains('\\'))
        {
            return Slice(range);
        }

        var decoded = new Writer(range.Length);
        for (var at = range.Start; at < range.End;)
        {
            if (Text[at] != '\\')
            {
                decoded.Put(Text[at], _starts[at]);
                at++;
                continue;
            }

            var isCode = Text[at + 1] == 'u';
            decoded.Put(
                isCode ? (char)ushort.Parse(Text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Escaped(Text[at + 1]),
                _starts[at]);
            at += isCode ? 6 : 2;
        }

        return decoded.Take(_starts[range.End]);
    }

    private static char Escaped(char c) => c switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => c,
    };

    private sealed class Writer(int capacity)
    {
        private readonly StringBuilder _text = new(capacity);
        private readonly List<int> _starts = new(capacity + 1);

        public void Put(char c, int start)
        {
            _text.Append(c);
            _starts.Add(start);
        }

        public TracedText Take(int end)
        {
            _starts.Add(end);
            return new TracedText(_text.ToString(), [.. _starts]);
        }
    }
}
