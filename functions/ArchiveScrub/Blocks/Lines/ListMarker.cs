using System.Runtime.InteropServices;
using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks.Lines;

/// <summary>The marker at the start of a line that may be an item of a list.</summary>
/// <param name="Kind">How far it speaks for itself.</param>
/// <param name="Style">What makes it the same list: the glyph, or for an ordinal the character after it (<c>.</c>, <c>)</c>), letters apart from numbers.</param>
/// <param name="Ordinal">The number, or the letter's place in the alphabet; 0 for a bullet.</param>
/// <param name="Length">Characters from the start of the line to the text of the item.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ListMarker(MarkerKind Kind, char Style, short Ordinal, int Length)
{
    private const string Bullets = "•‣⁃◦●■▪▫◾◼";

    // No em dash: it opens speech and signs quotations. No plus: "+ Follow" is a button.
    private const string WeakBullets = "-–*·∙o►▸▶➢➤❖»○□◆◇";

    /// <summary>Reads the marker of a line without the white space around it.</summary>
    public static ListMarker Read(ReadOnlySpan<char> line)
    {
        if (line.Length < 2)
        {
            return default;
        }

        return line[0] == '(' || char.IsAsciiLetterOrDigit(line[0]) && line[0] != 'o' || line[0] == 'o' && line[1] is ')' or '.'
            ? ReadOrdinal(line)
            : ReadBullet(line);
    }

    private static ListMarker ReadBullet(ReadOnlySpan<char> line)
    {
        var glyph = line[0];
        var isBullet = Bullets.Contains(glyph);
        if (!isBullet && !WeakBullets.Contains(glyph))
        {
            return default;
        }

        var length = SkipBlanks(line, 1);
        if (length == 1 && (!isBullet || !char.IsLetterOrDigit(line[1])))
        {
            return default;
        }

        // "• News • Sport" separates, it does not list; "● ● ○" has nothing to list.
        var rest = line[length..];
        return Words.HasAny(rest) && !(isBullet && rest.Contains(glyph))
            ? new ListMarker(isBullet ? MarkerKind.Bullet : MarkerKind.WeakBullet, glyph, 0, length)
            : default;
    }

    private static ListMarker ReadOrdinal(ReadOnlySpan<char> line)
    {
        var start = line[0] == '(' ? 1 : 0;
        var end = start;
        var ordinal = 0;
        while (end < line.Length && end < start + 3 && char.IsAsciiDigit(line[end]))
        {
            ordinal = (ordinal * 10) + line[end++] - '0';
        }

        var isLetter = end == start;
        if (isLetter)
        {
            if (end >= line.Length || !char.IsAsciiLetter(line[end]))
            {
                return default;
            }

            ordinal = char.ToLowerInvariant(line[end++]) - 'a' + 1;
        }

        if (end >= line.Length || line[end] is not ('.' or ')' or '、') || (start == 1 && line[end] != ')'))
        {
            return default;
        }

        var style = line[end];
        var length = SkipBlanks(line, end + 1);
        if ((length == end + 1 && style != '、') || !Words.HasAny(line[length..]))
        {
            return default;
        }

        return new ListMarker(MarkerKind.Ordinal, isLetter ? (char)(style | 0x80) : style, (short)ordinal, length);
    }

    private static int SkipBlanks(ReadOnlySpan<char> line, int from)
    {
        while (from < line.Length && char.IsWhiteSpace(line[from]))
        {
            from++;
        }

        return from;
    }
}
