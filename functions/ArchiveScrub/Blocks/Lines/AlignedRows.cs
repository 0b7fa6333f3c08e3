using System.Runtime.InteropServices;

namespace ArchiveScrub.Blocks.Lines;

/// <summary>
/// Finds tables that are drawn with blanks: lines that follow each other directly, with a gap of three or more blanks
/// at the same columns.
/// </summary>
internal static class AlignedRows
{
    /// <summary>Sets the shape of every line of such a table.</summary>
    public static void Mark(string text, List<TextLine> lines)
    {
        var all = CollectionsMarshal.AsSpan(lines);
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i].BlankLinesBefore == 0 && HasGap(all[i]) && HasGap(all[i - 1]) && ShareGap(text, all[i - 1], all[i]))
            {
                all[i - 1] = all[i - 1] with { Shape = LineShape.Aligned };
                all[i] = all[i] with { Shape = LineShape.Aligned };
            }
        }
    }

    /// <summary>Finds the next gap of a line, as a range of columns counted in characters; false after the last.</summary>
    public static bool NextGap(ReadOnlySpan<char> line, int from, out int start, out int end)
    {
        var at = line[from..].IndexOf("   ");
        start = at < 0 ? line.Length : from + at;
        end = start;
        while (end < line.Length && line[end] == ' ')
        {
            end++;
        }

        return at >= 0;
    }

    private static bool HasGap(in TextLine line) => line.Shape is LineShape.Gapped or LineShape.Aligned;

    private static bool ShareGap(string text, in TextLine above, in TextLine below)
    {
        var a = above.Of(text);
        var b = below.Of(text);
        var hasA = NextGap(a, 0, out var startA, out var endA);
        var hasB = NextGap(b, 0, out var startB, out var endB);
        while (hasA && hasB)
        {
            if (above.Indent + startA < below.Indent + endB && below.Indent + startB < above.Indent + endA)
            {
                return true;
            }

            if (above.Indent + endA < below.Indent + endB)
            {
                hasA = NextGap(a, endA, out startA, out endA);
            }
            else
            {
                hasB = NextGap(b, endB, out startB, out endB);
            }
        }

        return false;
    }
}
