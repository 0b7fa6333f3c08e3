using System.Globalization;
using System.Runtime.InteropServices;
using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks.Lines;

/// <summary>
/// Tells lines that a program broke at a right margin (mails, terminal browsers, old wire copy) from lines that the
/// page itself set. A broken line is full: the next line's first word would not have fitted. So a run of lines allows
/// only a small interval of margins, and where one margin explains a whole run, and sentences run on over the line
/// ends, the run was wrapped. Menus, verse, addresses and captures with a line per paragraph allow none.
/// </summary>
internal sealed class LineWrap
{
    private const int LeastMargin = 50;
    private const int LargestMargin = 100;

    /// <summary>Line ends that a run must explain before it is believed on its own.</summary>
    private const int LeastEnds = 3;

    /// <summary>Line ends that a page must explain before its margin is believed everywhere.</summary>
    private const int LeastPageEnds = 4;

    private const int LongestIndentOfParagraph = 12;

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly bool[] _continues;

    private LineWrap(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
        _continues = new bool[lines.Count];
    }

    /// <summary>For every line, whether it continues the line before it.</summary>
    public static bool[] Find(string text, List<TextLine> lines)
    {
        var wrap = new LineWrap(text, lines);
        var margin = wrap.JoinEvidentRuns();
        if (margin > 0)
        {
            wrap.JoinAll(margin);
        }

        return wrap._continues;
    }

    /// <summary>Joins the runs that are evidence by themselves. Returns the margin of the page, 0 where it has none.</summary>
    private int JoinEvidentRuns()
    {
        var votes = new int[LargestMargin + 2];
        var ends = 0;
        for (var first = 0; first < _lines.Count;)
        {
            var run = Follow(first, LeastMargin, LargestMargin);
            if (run.Ends >= LeastEnds && run.Open >= 2 && run.Open * 5 >= run.Ends * 2)
            {
                Array.Fill(_continues, value: true, first + 1, run.Ends);
                votes[run.Low] += run.Ends;
                votes[run.High + 1] -= run.Ends;
                ends += run.Ends;
            }

            first += Math.Max(run.Ends, 1);
        }

        return ends < LeastPageEnds ? 0 : PageMargin(votes, ends);
    }

    private int PageMargin(int[] votes, int ends)
    {
        var best = 0;
        var margin = 0;
        var sum = 0;
        for (var m = LeastMargin; m <= LargestMargin; m++)
        {
            sum += votes[m];
            if (sum > best)
            {
                best = sum;
                margin = m;
            }
        }

        // A page whose other lines run past the margin was not wrapped as a whole: only a part of it was.
        var past = 0;
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(_lines))
        {
            past += line.EndColumn > margin && line.Shape == LineShape.Plain && line.Of(_text).Count(' ') > 5 ? 1 : 0;
        }

        return best * 2 > ends && past * 20 <= ends ? margin : 0;
    }

    private void JoinAll(int margin)
    {
        for (var first = 0; first < _lines.Count;)
        {
            var run = Follow(first, margin, margin);
            if (run.Ends > 0)
            {
                Array.Fill(_continues, value: true, first + 1, run.Ends);
            }

            first += Math.Max(run.Ends, 1);
        }
    }

    /// <summary>Follows lines from <paramref name="first"/> as long as one margin between the bounds explains their ends.</summary>
    private Run Follow(int first, int low, int high)
    {
        var ends = 0;
        var open = 0;
        for (var next = first + 1; next < _lines.Count; next++)
        {
            var line = _lines[next - 1];
            var following = _lines[next];
            if (!MayContinue(first, next))
            {
                break;
            }

            var newLow = Math.Max(low, Math.Max(line.EndColumn, following.EndColumn));
            var newHigh = Math.Min(high, line.EndColumn + FirstWord(line, following));
            if (newLow > newHigh)
            {
                break;
            }

            (low, high) = (newLow, newHigh);
            ends++;
            open += RunsOn(line, following) ? 1 : 0;
        }

        return new Run(ends, open, low, high);
    }

    private bool MayContinue(int first, int next)
    {
        var start = _lines[first];
        var before = _lines[next - 1];
        var line = _lines[next];
        if (line.BlankLinesBefore > 0 || !IsProse(before) || !IsProse(line))
        {
            return false;
        }

        // The second line sets the indent of the paragraph: the first one's or less, or that of a list item's text.
        var sameIndent = next - first > 1
            ? line.Indent == before.Indent
            : (line.Indent <= start.Indent && start.Indent - line.Indent <= LongestIndentOfParagraph)
                || (line.Indent <= start.Indent + start.Marker.Length && start.Marker.Kind != MarkerKind.None);
        return sameIndent && line.Marker.Kind switch
        {
            MarkerKind.None => true,
            MarkerKind.Bullet => false,
            _ => start.Marker.Kind != line.Marker.Kind && !EndsSentence(before),
        };
    }

    private bool IsProse(in TextLine line) =>
        line.Shape is LineShape.Plain or LineShape.Gapped && _text[line.Start] is not ('>' or '|' or '#' or '=');

    /// <summary>Columns that the first word of the next line would have added, less the blank; more than enough where scripts break anywhere.</summary>
    private int FirstWord(in TextLine line, in TextLine next)
    {
        var word = next.Of(_text);
        var columns = 0;
        foreach (var c in word[..Math.Min(word.Length, LargestMargin)])
        {
            if (char.IsWhiteSpace(c))
            {
                break;
            }

            columns += Columns.Of(c);
            if (Words.IsDense(c))
            {
                return columns + 2; // punctuation that may not start a line pulls a character down with it
            }
        }

        return _text[line.End - 1] == '-' ? columns - 1 : columns;
    }

    private bool RunsOn(in TextLine line, in TextLine next)
    {
        if (EndsSentence(line))
        {
            return false;
        }

        foreach (var c in next.Of(_text))
        {
            if (char.IsLetterOrDigit(c))
            {
                return char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;
            }
        }

        return false;
    }

    private bool EndsSentence(in TextLine line)
    {
        var text = line.Of(_text).TrimEnd("\"'”’»)]」』");
        return text.IsEmpty || text[^1] is '.' or '!' or '?' or ':' or ';' or '…' or '。' or '！' or '？' or '؟' or '।';
    }

    /// <summary>Lines that one margin explains.</summary>
    /// <param name="Ends">Line ends that were followed; the run has one line more.</param>
    /// <param name="Open">How many of them stand inside a sentence.</param>
    /// <param name="Low">The least margin that explains them.</param>
    /// <param name="High">The largest one.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(int Ends, int Open, int Low, int High);
}
