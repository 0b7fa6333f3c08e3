using System.Buffers;
using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks.Lines;

/// <summary>Splits a text capture into lines. One pass, whatever the line ends.</summary>
internal static class LineReader
{
    private const string Gap = "   ";

    /// <summary>The mandatory breaks of Unicode (UAX #14): what the linear rule knows as a line break.</summary>
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <summary>All lines that show something.</summary>
    public static List<TextLine> Read(string text)
    {
        var lines = new List<TextLine>();
        var blank = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : at + length;
            if (TryRead(text, at, end, blank, out var line))
            {
                lines.Add(line);
                blank = 0;
            }
            else
            {
                blank++;
            }

            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static bool TryRead(string text, int start, int end, int blankLinesBefore, out TextLine line)
    {
        var indent = 0;
        for (; start < end && IsInvisible(text[start]); start++)
        {
            indent = char.IsWhiteSpace(text[start]) ? Columns.After(text[start], indent) : indent;
        }

        while (end > start && IsInvisible(text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            line = default;
            return false;
        }

        var visible = text.AsSpan(start, end - start);
        var column = indent + Columns.Of(visible);
        var shape = visible.Contains('\t') ? LineShape.Tabbed
            : visible.IndexOf(Gap, StringComparison.Ordinal) >= 0 ? LineShape.Gapped : LineShape.Plain;
        if (shape != LineShape.Tabbed && !Words.HasAny(visible))
        {
            shape = LineShape.Wordless;
        }

        var marker = shape is LineShape.Plain or LineShape.Gapped ? ListMarker.Read(visible) : default;
        line = new TextLine(start, end, indent, column, blankLinesBefore, shape, marker);
        return true;
    }

    /// <summary>White space, and what the linear rule drops.</summary>
    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u00AD' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
