namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// The open elements as HtmlAgilityPack will count them, which is not what the HTML Standard says: it closes an
/// element for another only where that is its direct parent, so <c>&lt;li&gt;&lt;a&gt;x&lt;/p&gt;</c> nests without end.
/// </summary>
internal sealed class ParserStack(int limit)
{
    private readonly List<int> _open = new(64);
    private readonly List<int> _openByName = [.. new int[HtmlTags.Count]];
    private readonly Dictionary<string, int> _unknown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the page went deeper than the limit.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>A start tag.</summary>
    public void Open(HtmlTag? tag, ReadOnlySpan<char> name, bool selfClosing)
    {
        var id = IdOf(tag, name);
        while (_open.Count > 0 && ParserRules.Closes(_open[^1], id))
        {
            Pop();
        }

        var traits = tag?.Traits ?? TagTraits.None;
        if (traits.HasFlag(TagTraits.Void) || (selfClosing && !traits.HasFlag(TagTraits.RawText)))
        {
            return;
        }

        _open.Add(id);
        _openByName[id]++;
        IsTooDeep |= _open.Count > limit;
    }

    /// <summary>An end tag: closes the last open element of its name with all that is in it.</summary>
    public void Close(HtmlTag? tag, ReadOnlySpan<char> name)
    {
        var id = IdOf(tag, name);
        if (_openByName[id] == 0)
        {
            return;
        }

        while (_open[^1] != id)
        {
            Pop();
        }

        Pop();
    }

    private void Pop()
    {
        _openByName[_open[^1]]--;
        _open.RemoveAt(_open.Count - 1);
    }

    private int IdOf(HtmlTag? tag, ReadOnlySpan<char> name)
    {
        if (tag is not null)
        {
            return tag.Id;
        }

        var unknown = _unknown.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!unknown.TryGetValue(name, out var id))
        {
            id = _openByName.Count;
            unknown[name] = id;
            _openByName.Add(0);
        }

        return id;
    }
}
