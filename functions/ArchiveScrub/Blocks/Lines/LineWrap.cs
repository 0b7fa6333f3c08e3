using System.Buffers;
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

    private const int LongestIndentOfParagraph = 12;

    /// <summary>A longer word at the start of a line (an address, a key) makes any line before it look full.</summary>
    private const int LongestWord = 20;

    /// <summary>Blanks that a line of prose has at least.</summary>
    private const int LeastBlanks = 4;

    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("{}<>=_\\");

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
        if (wrap.JoinEvidentRuns() is var (low, high))
        {
            wrap.JoinAll(low, high);
        }

        return wrap._continues;
    }

    /// <summary>Joins the runs that are evidence by themselves. Returns the margins that the page may have had, if it was wrapped as a whole.</summary>
    private (int Low, int High)? JoinEvidentRuns()
    {
        var votes = new int[LargestMargin + 2];
        var ends = 0;
        for (var first = 0; first < _lines.Count;)
        {
            var run = Follow(first, LeastMargin, LargestMargin);
            if (run.IsEvident)
            {
                Array.Fill(_continues, value: true, first + 1, run.Ends);
                votes[run.Low] += run.Ends;
                votes[run.High + 1] -= run.Ends;
                ends += run.Ends;
            }

            first += Math.Max(run.Ends, 1);
        }

        return ends == 0 ? null : PageMargin(votes, ends);
    }

    private (int Low, int High)? PageMargin(int[] votes, int ends)
    {
        var best = 0;
        var sum = 0;
        var low = 0;
        var high = 0;
        for (var margin = LeastMargin; margin <= LargestMargin; margin++)
        {
            sum += votes[margin];
            if (sum > best)
            {
                best = sum;
                low = high = margin;
            }
            else if (sum == best && high == margin - 1)
            {
                high = margin;
            }
        }

        // A page whose other lines run past the margin was not wrapped as a whole: only a part of it was.
        var past = 0;
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(_lines))
        {
            past += line.EndColumn > high && line.Shape == LineShape.Plain && line.Of(_text).Count(' ') > LeastBlanks ? 1 : 0;
        }

        return best * 2 > ends && past * 20 <= ends ? (low, high) : null;
    }

    private void JoinAll(int low, int high)
    {
        for (var first = 0; first < _lines.Count;)
        {
            var run = Follow(first, low, high);
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
        var telling = 0;
        var open = 0;
        var closed = 0;
        for (var next = first + 1; next < _lines.Count; next++)
        {
            var line = _lines[next - 1];
            var following = _lines[next];
            if (!MayContinue(first, next))
            {
                break;
            }

            var newLow = Math.Max(low, Math.Max(line.EndColumn, following.EndColumn));
            var word = FirstWord(line, following);
            var newHigh = Math.Min(high, line.EndColumn + word);
            if (newLow > newHigh)
            {
                break;
            }

            (low, high) = (newLow, newHigh);
            ends++;
            if (word <= LongestWord && IsRunningProse(line))
            {
                telling++;
                closed += EndsSentence(line) ? 1 : 0;
                open += RunsOn(line, following) ? 1 : 0;
            }
        }

        return new Run(ends, telling, open, closed, low, high);
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
        line.Shape is LineShape.Plain or LineShape.Gapped && _text[line.Start] is not ('>' or '|' or '#' or '=' or '/');

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

    /// <summary>Whether the line is running prose: words enough, and hardly anything but letters. Code, addresses and tables are not.</summary>
    private bool IsRunningProse(in TextLine line)
    {
        if (line.Of(_text).ContainsAny(CodeMarks))
        {
            return false;
        }

        var letters = 0;
        var blanks = 0;
        var dense = 0;
        foreach (var c in line.Of(_text))
        {
            letters += char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? 1 : 0;
            blanks += char.IsWhiteSpace(c) ? 1 : 0;
            dense += Words.IsDense(c) ? 1 : 0;
        }

        var visible = line.End - line.Start - blanks;
        return blanks + (dense / 2) >= LeastBlanks && letters * 8 >= visible * 7;
    }

    /// <summary>Whether a sentence goes on from one line to the next.</summary>
    private bool RunsOn(in TextLine line, in TextLine next)
    {
        var start = next.Of(_text).TrimStart("\"'“‘«([");
        return !EndsSentence(line) && !start.IsEmpty
            && char.GetUnicodeCategory(start[0]) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter;
    }

    private bool EndsSentence(in TextLine line)
    {
        var text = line.Of(_text).TrimEnd("\"'”’»)]」』");
        return text.IsEmpty || text[^1] is '.' or '!' or '?' or ':' or ';' or '…' or '。' or '！' or '？' or '؟' or '।';
    }

    /// <summary>Lines that one margin explains.</summary>
    /// <param name="Ends">Line ends that were followed; the run has one line more.</param>
    /// <param name="Telling">How many of them prove something: the line is prose, the next word of common length.</param>
    /// <param name="Open">How many of the telling ones stand inside a sentence.</param>
    /// <param name="Closed">How many of the telling ones end one.</param>
    /// <param name="Low">The least margin that explains them.</param>
    /// <param name="High">The largest one.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(int Ends, int Telling, int Open, int Closed, int Low, int High)
    {
        /// <summary>Whether the run proves by itself that it was wrapped.</summary>
        public bool IsEvident => Telling >= LeastEnds && Telling * 2 >= Ends && Open >= 2 && Open * 5 >= Telling * 2 && Closed * 3 <= Telling;
    }
}
