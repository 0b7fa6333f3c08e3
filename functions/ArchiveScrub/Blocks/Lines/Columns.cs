using System.Globalization;
using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks.Lines;

/// <summary>How many columns characters take on a terminal, near enough to tell where a line was wrapped.</summary>
internal static class Columns
{
    private const int TabStop = 8;

    /// <summary>Columns of a stretch of text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var columns = text.Length;
        for (int at; (at = text.IndexOfAnyInRange('\u0300', '\uFFFF')) >= 0; text = text[(at + 1)..])
        {
            columns += Of(text[at]) - 1; // those below take one each
        }

        return columns;
    }

    /// <summary>Columns of one character.</summary>
    public static int Of(char c) => c switch
    {
        < '\u0300' => 1,
        >= '\uDC00' and <= '\uDFFF' => 0, // the high surrogate counted
        >= '\u0E00' and <= '\u10FF' => IsMark(c) ? 0 : 1, // Thai, Lao, Myanmar: dense, not wide
        >= '\u1100' and <= '\u115F' => 2,
        >= '\u3000' and <= '\u303F' => 2,
        >= '\uAC00' and <= '\uD7A3' => 2, // Hangul
        >= '\uFF01' and <= '\uFF60' => 2,
        _ when c >= '\u3040' && Words.IsDense(c) => 2,
        _ => IsMark(c) ? 0 : 1,
    };

    /// <summary>The column after a white space character that stands at <paramref name="column"/>.</summary>
    public static int After(char whiteSpace, int column) =>
        whiteSpace == '\t' ? ((column / TabStop) + 1) * TabStop : column + Of(whiteSpace);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
