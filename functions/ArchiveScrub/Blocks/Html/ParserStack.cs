using System.Runtime.InteropServices;

namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// The open elements as HtmlAgilityPack will count them, which is not what the HTML Standard says: it closes an
/// element for another only where that is its direct parent, so <c>&lt;li&gt;&lt;a&gt;x&lt;/p&gt;</c> nests without end;
/// and an end tag closes whatever stands between it and the last open element of its name, where the standard ignores
/// a <c>&lt;/span&gt;</c> or a <c>&lt;/div&gt;</c> that would tear a paragraph or a table apart. The first is measured
/// here, for the depth; of the second it is said what to do.
/// </summary>
internal sealed class ParserStack(int limit)
{
    private static readonly int Drawing = HtmlTags.Find("svg")!.Id;

    private readonly List<OpenTag> _open = new(64);
    private readonly List<int> _openByName = [.. new int[HtmlTags.Count]];
    private Dictionary<string, int>? _unknown;

    /// <summary>Whether the page went deeper than the limit.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Whether a drawing is open.</summary>
    public bool IsInDrawing => _openByName[Drawing] > 0;

    /// <summary>A start tag; <paramref name="place"/> is where the parser will find it.</summary>
    public void Open(HtmlTag? tag, ReadOnlySpan<char> name, int place, bool selfClosing)
    {
        var id = IdOf(tag, name);
        while (_open.Count > 0 && ParserRules.Closes(_open[^1].Id, id))
        {
            Pop();
        }

        var traits = tag?.Traits ?? TagTraits.None;
        if (traits.HasFlag(TagTraits.Void) || (selfClosing && !traits.HasFlag(TagTraits.RawText)))
        {
            return;
        }

        _open.Add(new OpenTag(id, tag, place));
        _openByName[id]++;
        IsTooDeep |= _open.Count > limit;
    }

    /// <summary>An end tag. Says what the parser should make of it; <paramref name="other"/> is the open tag it is about, where it is not to be taken as it is.</summary>
    public EndTagRepair Close(HtmlTag? tag, ReadOnlySpan<char> name, out OpenTag other)
    {
        other = default;
        if (tag is { Name: "html" or "body" })
        {
            return EndTagRepair.Ignore; // what follows belongs to the body all the same
        }

        if (tag is { Role: TagRole.Heading, Level: > 0 } && InnermostHeading() is { } heading && heading.Tag != tag)
        {
            other = heading;
            Pop(heading.Id);
            return EndTagRepair.Rename;
        }

        var id = IdOf(tag, name);
        if (_openByName[id] == 0)
        {
            return EndTagRepair.Stray;
        }

        if (_open[^1].Id != id && IsBarred(tag, id, out other))
        {
            var isFormatting = tag is not null && tag.Traits.HasFlag(TagTraits.Formatting);
            if (!isFormatting || (tag!.Role == TagRole.Link && _open.Count < limit / 2))
            {
                return EndTagRepair.Ignore;
            }

            _openByName[id]--;
            _open.RemoveAt(_open.FindLastIndex(open => open.Id == id));
            return EndTagRepair.IgnoreBoth;
        }

        Pop(id);
        return EndTagRepair.None;
    }

    /// <summary>Whether, in the standard's tree, something open stands between an end tag and the element it names.</summary>
    private bool IsBarred(HtmlTag? tag, int id, out OpenTag match)
    {
        var barrier = EndTagRules.BarrierOf(tag);
        var isBarred = false;
        for (var i = _open.Count - 1; ; i--)
        {
            if (_open[i].Id == id)
            {
                match = _open[i];
                return isBarred;
            }

            isBarred |= EndTagRules.Bars(_open[i].Tag, barrier, tag);
        }
    }

    private OpenTag? InnermostHeading()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var tag = _open[i].Tag;
            if (tag is { Role: TagRole.Heading, Level: > 0 })
            {
                return _open[i];
            }

            if (tag is not null && tag.Traits.HasFlag(TagTraits.Special) && tag.Role != TagRole.Paragraph)
            {
                return null; // a box between: not worth a guess
            }
        }

        return null;
    }

    private void Pop(int id)
    {
        while (_open[^1].Id != id)
        {
            Pop();
        }

        Pop();
    }

    private void Pop()
    {
        _openByName[_open[^1].Id]--;
        _open.RemoveAt(_open.Count - 1);
    }

    private int IdOf(HtmlTag? tag, ReadOnlySpan<char> name)
    {
        if (tag is not null)
        {
            return tag.Id;
        }

        _unknown ??= new(StringComparer.OrdinalIgnoreCase);
        var unknown = _unknown.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!unknown.TryGetValue(name, out var id))
        {
            id = _openByName.Count;
            unknown[name] = id;
            _openByName.Add(0);
        }

        return id;
    }

    /// <summary>An open element: its name's id, its tag if known, and where its start tag stands in what the parser is given.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct OpenTag(int Id, HtmlTag? Tag, int Place);
}
