using System.Globalization;
using System.Text;

namespace ArchiveScrub.Text;

/// <summary>
/// Builds the text of one block under the linear rule (see <c>SegmentedPage.LinearRule</c>) from the pieces that a
/// segmenter finds. It is reused: one a page.
/// </summary>
internal sealed class BlockText
{
    private readonly StringBuilder _text = new();
    private bool _pendingSpace;
    private bool _composed = true;

    /// <summary>Code units so far; pending white space is not counted.</summary>
    public int Length => _text.Length;

    /// <summary>Appends a piece of text, entities decoded. Returns how many code units the block's text grew by.</summary>
    public int Append(ReadOnlySpan<char> piece, WhiteSpace whiteSpace = WhiteSpace.Collapse)
    {
        var before = _text.Length;
        for (var i = 0; i < piece.Length; i++)
        {
            var c = piece[i];
            if (c is > ' ' and < '\u007F')
            {
                // A run of plain characters, a word as a rule, goes in as a whole.
                var run = piece[i..].IndexOfAnyExceptInRange('!', '~');
                run = run < 0 ? piece.Length - i : run;
                PutPendingSpace();
                _text.Append(piece.Slice(i, run));
                i += run - 1;
                continue;
            }

            switch (Classify(c))
            {
                case CharacterClass.Plain:
                    Put(c);
                    break;
                case CharacterClass.LineBreak when whiteSpace == WhiteSpace.Preserve:
                    if (c != '\r' || i + 1 >= piece.Length || piece[i + 1] != '\n')
                    {
                        BreakLine();
                    }

                    break;
                case CharacterClass.Space or CharacterClass.LineBreak:
                    if (whiteSpace == WhiteSpace.Preserve)
                    {
                        _text.Append(c == '\t' ? '\t' : ' ');
                    }
                    else
                    {
                        _pendingSpace = true;
                    }

                    break;
                case CharacterClass.Surrogate:
                    if (char.IsHighSurrogate(c) && i + 1 < piece.Length && char.IsLowSurrogate(piece[i + 1]))
                    {
                        Put(c);
                        _text.Append(piece[++i]);
                        _composed = false;
                    }
                    else
                    {
                        Put('\uFFFD');
                    }

                    break;
                case CharacterClass.Combining:
                    _composed = false;
                    Put(c);
                    break;
                default: // dropped
                    break;
            }
        }

        return _text.Length - before;
    }

    /// <summary>A blank that separates what stands before it from what follows, if both exist.</summary>
    public void Space() => _pendingSpace = true;

    /// <summary>A line break inside the block (<c>br</c>); leading and trailing ones go, and there is never a blank line unless white space is preserved.</summary>
    public void LineBreak()
    {
        TrimTrailingBlanks();
        _pendingSpace = false;
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    /// <summary>The end of a table cell: a tab, kept even where a cell is empty, except at the end of the row.</summary>
    public void Cell()
    {
        _pendingSpace = false;
        _text.Append('\t');
    }

    /// <summary>The finished text, and a clean start for the next block. Empty where nothing visible was appended.</summary>
    public string Take()
    {
        TrimTrailing();
        var start = 0;
        while (start < _text.Length && _text[start] == '\n')
        {
            start++; // preserved text keeps the indentation of its first line, not the blank lines before it
        }

        var text = _text.ToString(start, _text.Length - start);
        if (!_composed)
        {
            text = Nfc.Normalize(text);
        }

        _text.Clear();
        _pendingSpace = false;
        _composed = true;
        return text;
    }

    /// <summary>
    /// Whether a character is something to be seen: no white space, none of those that the rule drops, and no format
    /// character such as a zero width space. A block needs at least one.
    /// </summary>
    public static bool IsInk(char c) => c < '\u007F'
        ? c > ' '
        : Classify(c) is not (CharacterClass.Space or CharacterClass.LineBreak or CharacterClass.Dropped)
            && char.GetUnicodeCategory(c) != UnicodeCategory.Format;

    /// <summary>A whole block's text at once.</summary>
    public string Of(ReadOnlySpan<char> piece)
    {
        Append(piece);
        return Take();
    }

    private void Put(char c)
    {
        PutPendingSpace();
        _text.Append(c);
    }

    /// <summary>Writes a blank that is due, so that it counts for what stood before it and not for what comes.</summary>
    public void PutPendingSpace()
    {
        if (_pendingSpace)
        {
            _pendingSpace = false;
            if (_text.Length > 0 && _text[^1] is not ('\n' or '\t'))
            {
                _text.Append(' ');
            }
        }
    }

    private void BreakLine()
    {
        TrimTrailingBlanks();
        _text.Append('\n');
    }

    private void TrimTrailingBlanks()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\t')
        {
            _text.Length--;
        }
    }

    private void TrimTrailing()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\t' or '\n')
        {
            _text.Length--;
        }
    }

    private static CharacterClass Classify(char c)
    {
        if (c is > ' ' and < '\u007F')
        {
            return CharacterClass.Plain;
        }

        if (c is '\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v')
        {
            return CharacterClass.LineBreak;
        }

        if (c is ' ' or '\t')
        {
            return CharacterClass.Space;
        }

        if (c < '\u00A0' || c is '\u00AD' or '\uFEFF' or '\uFFFE' or '\uFFFF')
        {
            return c == '\u0085' ? CharacterClass.LineBreak : CharacterClass.Dropped;
        }

        if (c < '\u0300')
        {
            return c == '\u00A0' ? CharacterClass.Space : CharacterClass.Plain;
        }

        if (char.IsSurrogate(c))
        {
            return CharacterClass.Surrogate;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.SpaceSeparator => CharacterClass.Space,
            // Whatever may compose with its neighbour, or be a singleton that NFC replaces, asks for the normaliser.
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => CharacterClass.Combining,
            _ when c is (>= '\u1100' and <= '\u11FF') or (>= '\u1E00' and <= '\u1FFF') or (>= '\u2000' and <= '\u2BFF') or (>= '\uF900' and <= '\uFB4F') or '\u0340' or '\u0341' or '\u0374' or '\u037E' or '\u0387' => CharacterClass.Combining,
            _ => CharacterClass.Plain,
        };
    }

    private enum CharacterClass
    {
        Plain,
        Space,
        LineBreak,
        Surrogate,
        Combining,
        Dropped,
    }
}
