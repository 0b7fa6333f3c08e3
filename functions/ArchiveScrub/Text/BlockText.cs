using System.Globalization;

namespace ArchiveScrub.Text;

/// <summary>
/// Builds the text of one block under the linear rule (see <c>SegmentedPage.LinearRule</c>) from the pieces that a
/// segmenter finds. It is reused: one a page.
/// </summary>
internal sealed class BlockText
{
    private static readonly CharacterClass[] Classes = [.. Enumerable.Range(0, char.MaxValue + 1).Select(static c => Classify((char)c))];

    private readonly TextBuffer _text = new();
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
            // A run of plain characters goes in as a whole: a stretch of text as a rule, a word where blanks count.
            var c = piece[i];
            if (c is > ' ' and < '\u007F' || (c == ' ' && whiteSpace == WhiteSpace.Collapse))
            {
                var run = piece[i..].IndexOfAnyExceptInRange(whiteSpace == WhiteSpace.Collapse ? ' ' : '!', '~');
                run = run < 0 ? piece.Length - i : run;
                AppendPlain(piece.Slice(i, run));
                i += run - 1;
                continue;
            }

            switch (Classes[c])
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
        if (_text.Length > 0 && _text.Last != '\n')
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
        if (_text.Length == 0)
        {
            _pendingSpace = false;
            return "";
        }

        // Preserved text keeps the indentation of its first line, not the blank lines before it.
        var text = _text.Span.TrimEnd(" \t\n").TrimStart('\n').ToString();
        if (!_composed)
        {
            text = Nfc.Normalize(text);
        }

        _text.Length = 0;
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
        : Classes[c] is not (CharacterClass.Space or CharacterClass.LineBreak or CharacterClass.Dropped)
            && (c < '\u0600' || char.GetUnicodeCategory(c) != UnicodeCategory.Format);

    /// <summary>A whole block's text at once.</summary>
    public string Of(ReadOnlySpan<char> piece)
    {
        Append(piece);
        return Take();
    }

    /// <summary>Printable ASCII, runs of blanks made one.</summary>
    private void AppendPlain(ReadOnlySpan<char> run)
    {
        while (true)
        {
            var text = run.TrimStart(' ');
            _pendingSpace |= text.Length < run.Length;
            if (text.IsEmpty)
            {
                return;
            }

            var blanks = text.IndexOf("  ", StringComparison.Ordinal);
            run = blanks < 0 ? text[^1] == ' ' ? text[^1..] : [] : text[blanks..];
            PutPendingSpace();
            _text.Append(text[..^run.Length]);
        }
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
            if (_text.Length > 0 && _text.Last is not ('\n' or '\t'))
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
        while (_text.Last is ' ' or '\t')
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

    private enum CharacterClass : byte
    {
        Plain,
        Space,
        LineBreak,
        Surrogate,
        Combining,
        Dropped,
    }
}
