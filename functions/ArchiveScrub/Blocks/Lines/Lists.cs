namespace ArchiveScrub.Blocks.Lines;

/// <summary>
/// Decides which paragraphs are items of a list. A bullet speaks for itself; a dash, a star or a number needs a
/// neighbour of its kind at the same indent, and dashes that open speech are no bullets.
/// </summary>
internal sealed class Lists
{
    private readonly string _text;
    private readonly List<TextLine> _lines;
    private readonly bool[] _isItem;
    private readonly List<OpenList> _open = [];

    private Lists(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
        _isItem = new bool[lines.Count];
    }

    /// <summary>For every line, whether a list item starts on it.</summary>
    public static bool[] Find(string text, List<TextLine> lines, bool[] continues)
    {
        var lists = new Lists(text, lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!continues[i])
            {
                lists.Add(i);
            }
        }

        lists.CloseTo(0);
        return lists._isItem;
    }

    private void Add(int index)
    {
        var line = _lines[index];
        if (line.BlankLinesBefore > 1)
        {
            CloseTo(0);
        }

        var depth = _open.Count;
        while (depth > 0 && _open[depth - 1].Indent > line.Indent)
        {
            depth--;
        }

        CloseTo(depth);
        var isMarked = line.Marker.Kind != MarkerKind.None && line.Shape != LineShape.Aligned;
        if (depth > 0 && _open[depth - 1].Indent == line.Indent && !(isMarked && _open[depth - 1].Takes(line.Marker)))
        {
            CloseTo(depth - 1);
            depth--;
        }

        if (!isMarked)
        {
            return; // deeper than an open list: it stands in an item
        }

        if (line.Marker.Kind == MarkerKind.Bullet)
        {
            _isItem[index] = true;
        }

        if (_open.Count == depth && (depth == 0 || _open[depth - 1].Indent < line.Indent))
        {
            _open.Add(new OpenList(line.Indent, line.Marker));
        }

        _open[^1].Take(index, line.Marker, IsSpeech(line));
    }

    private void CloseTo(int depth)
    {
        while (_open.Count > depth)
        {
            var list = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (list.Items.Count > 1 && !list.IsSpeech)
            {
                foreach (var item in list.Items)
                {
                    _isItem[item] = true;
                }
            }
        }
    }

    /// <summary>A dash that opens speech comes back after the spoken words (<c>- Yes, - he said</c>), or the words ask or call.</summary>
    private bool IsSpeech(in TextLine line)
    {
        if (line.Marker is not { Kind: MarkerKind.WeakBullet, Style: '-' or '–' })
        {
            return false;
        }

        var said = line.Of(_text)[line.Marker.Length..];
        if (said[^1] is '?' or '!')
        {
            return true;
        }

        for (var i = 1; i + 2 < said.Length; i++)
        {
            if (said[i + 1] is '-' or '–' or '—' && char.IsWhiteSpace(said[i]) && char.IsWhiteSpace(said[i + 2])
                && said[i - 1] is ',' or '.' or '!' or '?' or '…')
            {
                return true;
            }
        }

        return false;
    }

    private sealed class OpenList(int indent, ListMarker first)
    {
        private int _lastOrdinal = first.Ordinal - 1;

        public int Indent { get; } = indent;

        public List<int> Items { get; } = [];

        public bool IsSpeech { get; private set; }

        public bool Takes(ListMarker marker) =>
            marker.Kind == first.Kind && marker.Style == first.Style && (marker.Kind != MarkerKind.Ordinal || marker.Ordinal == _lastOrdinal + 1);

        public void Take(int line, ListMarker marker, bool isSpeech)
        {
            Items.Add(line);
            _lastOrdinal = marker.Ordinal;
            IsSpeech |= isSpeech;
        }
    }
}
