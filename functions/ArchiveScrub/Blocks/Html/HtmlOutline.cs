using System.Buffers;
using System.Runtime.InteropServices;

namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// What the parser is given of a page: its tags without their attributes, and one character for each leaf, which is a
/// stretch of text, a comment or an element without children. The parser makes the tree; where a node of the tree stands
/// in the source is asked here. That is several times cheaper than a tree of the whole page, and the parser never sees
/// what it would read otherwise than the HTML Standard: scripts, attributes, comments, stray less-than signs.
/// Made in one pass over the source, which also says whether the parser can bear the page.
/// </summary>
internal sealed class HtmlOutline : IDisposable
{
    private const char Leaf = '.';

    private readonly string _source;
    private readonly HtmlLimits _limits;
    private readonly ParserStack _stack;
    private char[] _markup;
    private Part[] _parts;
    private int _length;
    private int _count;
    private int _found;
    private int _tags;

    private HtmlOutline(string source, HtmlLimits limits)
    {
        _source = source;
        _limits = limits;
        _stack = new ParserStack(limits.Depth);
        _markup = ArrayPool<char>.Shared.Rent((source.Length / 4) + 64);
        _parts = ArrayPool<Part>.Shared.Rent((source.Length / 16) + 16);
    }

    /// <summary>Whether the page is over a limit and must not reach the parser.</summary>
    public bool IsOverLimit { get; private set; }

    /// <summary>Whether the source ended inside an element such as <c>script</c>, or inside a comment.</summary>
    public bool HasUnclosedRawText { get; private set; }

    /// <summary>What to give to the parser.</summary>
    public string Markup => new(_markup, 0, _length);

    /// <summary>All elements and leaves in document order.</summary>
    public ReadOnlySpan<Part> Parts => _parts.AsSpan(0, _count);

    /// <summary>Reads a page.</summary>
    public static HtmlOutline Of(string source, HtmlLimits limits)
    {
        var outline = new HtmlOutline(source, limits);
        outline.Run();
        return outline;
    }

    /// <summary>The parts of a node of the parser's tree, by its place in <see cref="Markup"/>: an element's one, a text node's leaves.</summary>
    public ReadOnlySpan<Part> At(int start, int count)
    {
        // Nodes are asked for in document order as a rule.
        if (_found >= _count || _parts[_found].Place != start)
        {
            _found = Search(start);
        }

        var first = _found;
        _found += count;
        return _parts.AsSpan(first, count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_markup);
        ArrayPool<Part>.Shared.Return(_parts, clearArray: true);
        _markup = [];
        _parts = [];
    }

    private int Search(int start)
    {
        var (low, high) = (0, _count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].Place < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Run()
    {
        var tokenizer = new HtmlTokenizer(_source);
        while (!IsOverLimit && tokenizer.Next(out var token))
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.StartTag:
                    OnTag(token);
                    OnStartTag(token);
                    break;
                case HtmlTokenKind.EndTag:
                    OnTag(token);
                    OnEndTag(token);
                    break;
                case HtmlTokenKind.RawText:
                    OnRawText(token);
                    break;
                default:
                    HasUnclosedRawText |= token.Unclosed;
                    AddLeaf(token);
                    break;
            }

            IsOverLimit |= _stack.IsTooDeep || _tags > _limits.Tags;
        }
    }

    private ReadOnlySpan<char> NameOf(in HtmlToken token) => _source.AsSpan(token.Name.Start, token.Name.Length);

    private void OnTag(in HtmlToken token)
    {
        _tags++;
        IsOverLimit |= token.Range.Length > _limits.TagLength || token.Attributes > _limits.Attributes;
    }

    private void OnStartTag(in HtmlToken token)
    {
        var tag = token.Tag;
        var selfClosing = token.SelfClosing && tag?.Name != "select"; // "<select/>" is open to a browser; its options are no text
        _stack.Open(tag, NameOf(token), _length, selfClosing);
        if (IsLeaf(tag))
        {
            AddLeaf(token);
        }
        else if (!token.Unclosed && !(tag is null && selfClosing && _stack.IsInDrawing))
        {
            Add(token);
            Put(tag, NameOf(token), isEnd: false, selfClosing);
        }
    }

    private void OnEndTag(in HtmlToken token)
    {
        switch (_stack.Close(token.Tag, NameOf(token), out var other))
        {
            case EndTagRepair.None when !IsLeaf(token.Tag):
                Put(token.Tag, NameOf(token), isEnd: true, selfClosing: false);
                break;
            case EndTagRepair.Stray when token.Tag is { Role: TagRole.LineBreak }:
                AddLeaf(token with { Kind = HtmlTokenKind.StartTag }); // "</br>" is a line break
                break;
            case EndTagRepair.Ignore:
                AddLeaf(token); // the walker can still see it
                break;
            case EndTagRepair.IgnoreBoth:
                AddLeaf(token);
                _markup[other.Place + 1] = '?'; // a comment to the parser
                break;
            case EndTagRepair.Rename:
                Put(other.Tag, default, isEnd: true, selfClosing: false);
                break;
            default:
                break;
        }
    }

    /// <summary>The content of an element that is a leaf belongs to it; that of an <c>xmp</c> is text.</summary>
    private void OnRawText(in HtmlToken token)
    {
        HasUnclosedRawText |= token.Unclosed && token.Tag!.Name != "plaintext";
        if (!IsLeaf(token.Tag))
        {
            AddLeaf(token);
        }
        else if (!token.Unclosed)
        {
            _parts[_count - 1] = _parts[_count - 1] with { ContentEnd = token.Range.End };
        }
    }

    /// <summary>Whether an element has no children that anyone asks for and, in the parser's eyes, ends no other.</summary>
    private static bool IsLeaf(HtmlTag? tag) =>
        tag is not null && (tag.Role == TagRole.LineBreak || (tag.Traits.HasFlag(TagTraits.Skipped) && (tag.Traits & (TagTraits.Void | TagTraits.RawText)) != TagTraits.None));

    private void AddLeaf(in HtmlToken token)
    {
        Add(token);
        Grow(1);
        _markup[_length++] = Leaf;
    }

    private void Add(in HtmlToken token)
    {
        if (_count == _parts.Length)
        {
            var larger = ArrayPool<Part>.Shared.Rent(_count * 2);
            _parts.CopyTo(larger, 0);
            ArrayPool<Part>.Shared.Return(_parts, clearArray: true);
            _parts = larger;
        }

        _parts[_count++] = new Part(_length, token.Kind, token.Range, token.Range.End, token.Tag);
    }

    private void Put(HtmlTag? tag, ReadOnlySpan<char> name, bool isEnd, bool selfClosing)
    {
        name = tag is null ? name : tag.Name;
        Grow(name.Length + 4);
        _markup[_length++] = '<';
        if (isEnd)
        {
            _markup[_length++] = '/';
        }

        var written = _markup.AsSpan(_length, name.Length);
        name.CopyTo(written);
        written.Replace('<', '_'); // "<b<i>" is one tag
        _length += name.Length;
        if (selfClosing)
        {
            _markup[_length++] = '/';
        }

        _markup[_length++] = '>';
    }

    private void Grow(int by)
    {
        if (_length + by > _markup.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent((_length + by) * 2);
            _markup.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_markup);
            _markup = larger;
        }
    }

    /// <summary>An element or a leaf.</summary>
    /// <param name="Place">Where it stands in <see cref="Markup"/>.</param>
    /// <param name="Kind">What it is; an end tag or a comment is there for those who look at neighbours.</param>
    /// <param name="Range">Where it stands in the source; the start tag of an element.</param>
    /// <param name="ContentEnd">Where the content of a leaf such as <c>script</c> ends, which begins after its start tag.</param>
    /// <param name="Tag">What is known of the element.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Part(int Place, HtmlTokenKind Kind, TextRange Range, int ContentEnd, HtmlTag? Tag)
    {
        /// <summary>The content of a leaf such as <c>script</c>; empty where it was never closed.</summary>
        public TextRange Content => new(Range.End, ContentEnd);
    }
}
