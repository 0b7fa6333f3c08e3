using System.Runtime.InteropServices;

namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// Counts the children of the open elements by their tags, in one list for all: those of the innermost element stand at
/// its end, and go when it is left.
/// </summary>
internal sealed class ChildCounts
{
    /// <summary>So many tags of one parent are looked through one by one.</summary>
    private const int Few = 16;

    private readonly List<(string Tag, int Count)> _counts = [];
    private readonly Dictionary<(int Parent, string Tag), int> _places = [];

    /// <summary>Where the counts of an element begin that is entered now.</summary>
    public int Begin => _counts.Count;

    /// <summary>Counts a child of the innermost element, whose counts begin at <paramref name="parent"/>; says which of its tag it is, from 1.</summary>
    public int Add(int parent, string tag)
    {
        var place = Find(parent, tag);
        if (place < 0)
        {
            place = _counts.Count;
            _counts.Add((tag, 0));
            if (place - parent >= Few)
            {
                _places.Add((parent, tag), place);
            }
        }

        ref var count = ref CollectionsMarshal.AsSpan(_counts)[place];
        count.Count++;
        return count.Count;
    }

    /// <summary>Forgets the counts of an element that is left.</summary>
    public void End(int parent)
    {
        for (var i = parent + Few; i < _counts.Count; i++)
        {
            _places.Remove((parent, _counts[i].Tag));
        }

        CollectionsMarshal.SetCount(_counts, parent);
    }

    private int Find(int parent, string tag)
    {
        var end = Math.Min(_counts.Count, parent + Few);
        for (var i = parent; i < end; i++)
        {
            if (_counts[i].Tag == tag)
            {
                return i;
            }
        }

        return _counts.Count - parent > Few && _places.TryGetValue((parent, tag), out var place) ? place : -1;
    }
}
