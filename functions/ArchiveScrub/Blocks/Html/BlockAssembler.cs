using ArchiveScrub.Blocks.Html.Preloaded;
using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// Puts blocks together from leaves of text as they come in document order, whoever walks the page. The source range
/// of a block runs from the first to the last leaf that gave it a character; elements have no say in it, since the
/// parser's element lengths cannot be trusted.
/// </summary>
internal sealed class BlockAssembler(string page)
{
    private readonly BlockText _text = new();
    private readonly TextBuffer _linear = new();
    private readonly List<Block> _blocks = [];
    private readonly List<Element> _elements = [];

    private readonly Stack<Scope> _missing = new();

    private TracedText? _traced;
    private Scope? _holder;

    private Scope? _first;      // scope of the first leaf of the open block: its box decides the form
    private Scope? _common;     // innermost scope around all leaves so far
    private Scope? _lastLink;
    private string? _dateTime;
    private int _start = -1;
    private int _end;
    private int _linkLength;
    private int _linkCount;
    private int _boldLength;
    private bool _lineBreak;
    private int _cells;

    /// <summary>The blocks so far.</summary>
    public List<Block> Blocks => _blocks;

    /// <summary>The elements that hold them, in document order.</summary>
    public List<Element> Elements => _elements;

    /// <summary>The linear text; it is complete.</summary>
    public string FinishLinear() => _linear.Finish();

    /// <summary>Where leaves of text are taken from.</summary>
    private string Source => _traced?.Text ?? page;

    /// <summary>Whether the open block has text.</summary>
    public bool HasText => _start >= 0;

    /// <summary>Text comes out of a decoded part of the source from here on; its blocks stand in the element that holds the part.</summary>
    public void BeginTraced(TracedText text, Scope holder)
    {
        _traced = text;
        _holder = holder;
    }

    /// <summary>Text comes out of the source itself again.</summary>
    public void EndTraced()
    {
        Flush();
        _traced = null;
        _holder = null;
    }

    /// <summary>A leaf of text: a range of the source.</summary>
    public void Text(TextRange range, Scope scope, bool isLiteral = false)
    {
        var leaf = Source.AsSpan(range.Start, range.Length);
        if (!scope.IsPreformatted && IsBlank(leaf))
        {
            _text.Space();
            return;
        }

        Span<char> characters = stackalloc char[2];
        var at = range.Start;
        while (at < range.End)
        {
            var rest = Source.AsSpan(at, range.End - at);
            var ampersand = isLiteral ? -1 : rest.IndexOf('&');
            if (ampersand != 0)
            {
                var length = ampersand < 0 ? rest.Length : ampersand;
                Append(rest[..length], at, at + length, scope);
                at += length;
                continue;
            }

            var taken = CharacterReferences.Read(rest, characters, out var written);
            if (taken == 0)
            {
                taken = 1;
                Append("&", at, at + 1, scope);
            }
            else
            {
                Append(characters[..written], at, at + taken, scope, isReference: true);
            }

            at += taken;
        }
    }

    /// <summary>A blank between what stands before and after, if both exist.</summary>
    public void Space() => _text.Space();

    /// <summary>A <c>br</c>: one breaks the line, two in a row end the block, which is what true says.</summary>
    public bool LineBreak(Scope scope)
    {
        if (scope.IsPreformatted)
        {
            if (HasText)
            {
                _text.Append("\n", WhiteSpace.Preserve);
            }
        }
        else if (scope.IsRow)
        {
            _text.Space();
        }
        else
        {
            _lineBreak = HasText && !_lineBreak;
            return HasText && !_lineBreak;
        }

        return false;
    }

    /// <summary>The end of a line where a box stands inside preformatted text.</summary>
    public void EndPreformattedLine()
    {
        if (HasText)
        {
            _text.LineBreak();
        }
    }

    /// <summary>The end of a cell of a table row.</summary>
    public void EndCell() => _cells++;

    /// <summary>The end of the open block, if there is one.</summary>
    public void Flush()
    {
        var text = _text.Take();
        if (HasText)
        {
            Finish(text, _first!, _common!);
        }

        _first = null;
        _common = null;
        _lastLink = null;
        _dateTime = null;
        _start = -1;
        _linkLength = 0;
        _linkCount = 0;
        _boldLength = 0;
        _lineBreak = false;
        _cells = 0;
    }

    /// <summary>A browser's white space only (HTML Standard: ASCII white space).</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(" \n\t\r\f") < 0;

    private void Append(ReadOnlySpan<char> piece, int start, int end, Scope scope, bool isReference = false)
    {
        var (inkStart, inkEnd) = Ink(piece);
        if (inkStart == inkEnd)
        {
            _text.Append(piece, Preserve(scope));
            return;
        }

        Begin(scope);
        if (inkStart == 0 && scope.Link != _lastLink)
        {
            _text.PutPendingSpace(); // the blank before a link is no part of it
        }

        var grown = _text.Append(piece, Preserve(scope));
        if (isReference)
        {
            (inkStart, inkEnd) = (0, end - start);
        }

        if (_start < 0)
        {
            _start = start + inkStart;
        }

        _end = start + inkEnd;
        _dateTime ??= scope.DateTime;
        if (scope.Link is { } link)
        {
            _linkLength += grown;
            if (link != _lastLink)
            {
                _linkCount++;
            }
        }

        _lastLink = scope.Link;
        if (scope.IsBold)
        {
            _boldLength += grown;
        }
    }

    private static WhiteSpace Preserve(Scope scope) => scope.IsPreformatted ? WhiteSpace.Preserve : WhiteSpace.Collapse;

    /// <summary>What has to come before a leaf with characters: breaks, cells, the scope of the block.</summary>
    private void Begin(Scope scope)
    {
        if (_lineBreak)
        {
            _text.LineBreak();
            _lineBreak = false;
        }

        for (; _cells > 0; _cells--)
        {
            _text.Cell();
        }

        if (_first is null)
        {
            _first = scope;
            _common = scope;
        }
        else if (_common != scope)
        {
            _common = CommonScope(_common!, scope);
        }
    }

    private static Scope CommonScope(Scope one, Scope other)
    {
        while (one != other)
        {
            if (one.Depth >= other.Depth)
            {
                one = one.Parent!;
            }
            else
            {
                other = other.Parent!;
            }
        }

        return one;
    }

    /// <summary>The characters of a piece that leave a trace in the text, white space aside.</summary>
    private static (int Start, int End) Ink(ReadOnlySpan<char> piece)
    {
        var start = 0;
        while (start < piece.Length && !BlockText.IsInk(piece[start]))
        {
            start++;
        }

        var end = piece.Length;
        while (end > start && !BlockText.IsInk(piece[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private void Finish(string text, Scope scope, Scope common)
    {
        if (text.Length == 0)
        {
            return;
        }

        var (form, indent) = FormOf(scope);
        if (_linear.Length > 0)
        {
            _linear.Append('\n');
        }

        var linearStart = _linear.Length;
        _linear.Append(text);
        var index = _blocks.Count;
        _blocks.Add(new Block
        {
            Index = index,
            Form = form,
            Text = text,
            Linear = new TextRange(linearStart, _linear.Length),
            Source = _traced?.Source(new TextRange(_start, _end)) ?? new TextRange(_start, _end),
            Parent = ElementOf(_holder ?? common, index),
            HeadingLevel = form == BlockForm.Heading ? scope.HeadingLevel : 0,
            Visibility = common.Visibility,
            LinkLength = Math.Min(_linkLength, text.Length),
            LinkCount = _linkCount,
            BoldLength = Math.Min(_boldLength, text.Length),
            IsControl = common.IsControl,
            DateTimeAttribute = _dateTime,
            Indent = indent,
            WordCount = Words.Count(text),
        });
    }

    private static (BlockForm Form, int Indent) FormOf(Scope scope)
    {
        var form = scope.Form;
        if (scope.Item is not { IsUsed: false } item || item.Visibility != scope.Visibility)
        {
            return (form == BlockForm.ListItem ? BlockForm.Line : form, 0);
        }

        item.IsUsed = true;
        return form is BlockForm.ListItem or BlockForm.Line or BlockForm.Paragraph ? (BlockForm.ListItem, item.Depth) : (form, 0);
    }

    private Element? ElementOf(Scope scope, int block)
    {
        if (scope.Tag.Length == 0)
        {
            return null; // the document itself
        }

        for (var at = scope; at is { Tag.Length: > 0 } && at.Element is null; at = at.Parent)
        {
            _missing.Push(at);
        }

        while (_missing.TryPop(out var at))
        {
            at.Element = ElementFactory.Make(page, at, _elements.Count, block);
            _elements.Add(at.Element);
        }

        for (var element = scope.Element; element is not null; element = element.Parent)
        {
            element.BlockEnd = block + 1;
        }

        return scope.Element;
    }
}
