using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;
using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Model;

/// <summary>Features of a block's place in the tree of an HTML page: tags, names, repeated siblings, containers.</summary>
internal sealed class TreeFeatures
{
    /// <summary>Ancestors this near count as near, by their names.</summary>
    public const int Near = 4;

    private const int MaxAncestors = 64;

    private static readonly string[] Tags =
        ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "div", "span", "blockquote", "pre", "dd", "dt", "figcaption", "a", "button", "label", "body", "section", "article", "address", "summary", "caption", "center", "legend", "nav", "footer"];

    private static readonly string[] Semantic =
        ["article", "main", "nav", "footer", "form", "li", "button", "table", "section", "dl", "h1", "ul"];

    private static readonly FrozenDictionary<string, (int Tag, int Semantic)> Numbers =
        Tags.Union(Semantic).ToFrozenDictionary(static t => t, static t => (Array.IndexOf(Tags, t) is var n and >= 0 ? n : Tags.Length, Array.IndexOf(Semantic, t)), StringComparer.Ordinal);

    private static readonly string[] SemanticNames = [.. Semantic.Select(static t => "up." + t)];
    private static readonly double[] ContainerShares = [0.1, 0.3, 0.6];

    private readonly PageContext _context;
    private readonly (int Tag, int Semantic)[] _numbers;
    private readonly int[] _siblings;
    private readonly ulong[] _signatures;
    private readonly double[] _scores;
    private readonly int _best = -1;
    private readonly int[] _bestDistance;
    private readonly Element[] _ancestors = new Element[MaxAncestors];

    public TreeFeatures(PageContext context)
    {
        _context = context;
        var page = context.Page;
        var elements = page.Page.Elements;
        _numbers = new (int, int)[elements.Count];
        _signatures = new ulong[elements.Count];
        _siblings = new int[elements.Count];
        _scores = new double[elements.Count];
        _bestDistance = new int[elements.Count];
        var counts = new Dictionary<ulong, int>(elements.Count);
        foreach (var element in elements)
        {
            _numbers[element.Index] = Numbers.GetValueOrDefault(element.Tag, (Tags.Length, -1));
            var signature = Signature(element);
            _signatures[element.Index] = signature;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, signature, out _)++;
        }

        for (var i = 0; i < _signatures.Length; i++)
        {
            _siblings[i] = counts[_signatures[i]];
        }

        ScoreContainers();
        var bestScore = 0.0;
        foreach (var element in elements)
        {
            var score = _scores[element.Index] * (1 - LinkShare(element));
            if (score > bestScore)
            {
                bestScore = score;
                _best = element.Index;
            }
        }

        Array.Fill(_bestDistance, -1);
        var distance = 0;
        for (var at = _best >= 0 ? elements[_best] : null; at is not null; at = at.Parent)
        {
            _bestDistance[at.Index] = distance++;
        }
    }

    /// <summary>Identity of the role that a block has among repeated siblings: equal for the same part of each card of a list.</summary>
    public ulong RoleOf(int index)
    {
        var count = Ancestors(index);
        var outer = -1;
        for (var level = 0; level < count && level < 12; level++)
        {
            var element = _ancestors[level];
            if (element.Tag is "body" or "html")
            {
                break;
            }

            if (_siblings[element.Index] >= 3 && (element.Class.Length > 0 || element.Tag is "li" or "tr" or "article"))
            {
                outer = level;
            }
        }

        if (outer < 0)
        {
            return ~(ulong)index;
        }

        var hash = _signatures[_ancestors[outer].Index];
        for (var level = 0; level < outer; level++)
        {
            hash = Mix(hash, _ancestors[level].Tag);
        }

        return outer > 0 ? Mix(hash, _ancestors[0].Class) : hash;
    }

    public void Write(int index, ref FeatureRow row)
    {
        var page = _context.Page;
        var block = page.Blocks[index];
        ref readonly var facts = ref page.Facts[index];
        var count = Ancestors(index);
        row.Add("links", facts.LinkShare);
        row.Add("link-count", block.LinkCount);
        row.Add("visibility", (int)block.Visibility);
        row.Add("depth", count);
        for (var level = 0; level < 3; level++)
        {
            row.Add("tag", level, "", level < count ? _numbers[_ancestors[level].Index].Tag : -1);
        }

        WriteSemantic(count, ref row);
        WriteSiblings(count, ref row);
        WriteContainers(index, count, ref row);
    }

    private void WriteSemantic(int count, ref FeatureRow row)
    {
        Span<int> distance = stackalloc int[Semantic.Length];
        distance.Fill(40);
        for (var level = count - 1; level >= 0; level--)
        {
            if (_numbers[_ancestors[level].Index].Semantic is var number and >= 0)
            {
                distance[number] = level;
            }
        }

        for (var s = 0; s < distance.Length; s++)
        {
            row.Add(SemanticNames[s], distance[s]);
        }
    }

    private void WriteSiblings(int count, ref FeatureRow row)
    {
        var inner = -1;
        var outer = -1;
        var most = 0;
        for (var level = 0; level < count && level < 12; level++)
        {
            var element = _ancestors[level];
            if (element.Tag is "body" or "html")
            {
                break;
            }

            var siblings = _siblings[element.Index];
            most = Math.Max(most, siblings);
            if (siblings >= 3)
            {
                inner = inner < 0 ? level : inner;
                outer = element.Class.Length > 0 || element.Tag is "li" or "tr" or "article" ? level : outer;
            }
        }

        for (var level = 0; level < 3; level++)
        {
            row.Add("siblings", level, "", level < count ? _siblings[_ancestors[level].Index] : -1);
        }

        row.Add("siblings-most", most);
        row.Add("repeat-inner", inner);
        row.Add("repeat-outer", outer);
        var item = outer >= 0 ? _ancestors[outer] : null;
        row.Add("repeat-count", item is null ? 0 : _siblings[item.Index]);
        row.Add("repeat-words", item is null ? -1 : WordsOf(item));
        row.Add("repeat-links", item is null ? -1 : LinkShare(item));
        row.Add("repeat-blocks", item is null ? -1 : item.BlockEnd - item.BlockStart);
    }

    private void WriteContainers(int index, int count, ref FeatureRow row)
    {
        for (var level = 0; level < 4; level++)
        {
            WriteContainer("c", level, index, count == 0 ? null : _ancestors[Math.Min(level, count - 1)], withSize: true, ref row);
        }

        for (var s = 0; s < ContainerShares.Length; s++)
        {
            var level = 0;
            while (level < count - 1 && WordsOf(_ancestors[level]) < ContainerShares[s] * _context.TotalWords)
            {
                level++;
            }

            WriteContainer("q", s, index, count == 0 ? null : _ancestors[level], withSize: false, ref row);
            row.Add("q", s, "level", level);
        }

        var up = 0;
        while (up < count - 1 && _bestDistance[_ancestors[up].Index] < 0)
        {
            up++;
        }

        var best = _best >= 0 ? _context.Page.Page.Elements[_best] : null;
        row.Add("best-up", up);
        row.Add("best-down", count > 0 ? _bestDistance[_ancestors[up].Index] : -1);
        row.Add("best-in", best is not null && index >= best.BlockStart && index < best.BlockEnd);
        row.Add("best-share", best is null ? 0 : WordsOf(best) / (double)_context.TotalWords);
        row.Add("best-links", best is null ? 0 : LinkShare(best));
        row.Add("best-first", best is null ? 0 : (index - best.BlockStart) / (double)_context.Page.Count);
        row.Add("best-last", best is null ? 0 : (index - best.BlockEnd) / (double)_context.Page.Count);
    }

    private void WriteContainer(string family, int member, int index, Element? element, bool withSize, ref FeatureRow row)
    {
        var start = element?.BlockStart ?? index;
        var end = element?.BlockEnd ?? index + 1;
        double blocks = Math.Max(1, end - start);
        double words = _context.Words[end] - _context.Words[start];
        if (withSize)
        {
            row.Add(family, member, "words", words);
            row.Add(family, member, "share", words / _context.TotalWords);
        }

        row.Add(family, member, "links", (_context.LinkWords[end] - _context.LinkWords[start]) / Math.Max(1, words));
        row.Add(family, member, "prose", _context.Prose[end] - _context.Prose[start]);
        row.Add(family, member, "blocks", blocks);
        row.Add(family, member, "words-a-block", words / blocks);
        row.Add(family, member, "commas", (_context.Commas[end] - _context.Commas[start]) / Math.Max(1, words));
        row.Add(family, member, "long", (_context.Long[end] - _context.Long[start]) / blocks);
        row.Add(family, member, "removed", (_context.Removed[end] - _context.Removed[start]) / blocks);
        row.Add(family, member, "place", (index - start) / blocks);
    }

    /// <summary>Containers by the prose right under them, as Readability scores them: full for the parent, less for each level up.</summary>
    private void ScoreContainers()
    {
        var page = _context.Page;
        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            if (facts.Words < 6 || facts.LinkShare >= 0.5)
            {
                continue;
            }

            var score = 1 + facts.Commas + Math.Min(facts.Words / 18.0, 3);
            var at = page.Blocks[i].Parent?.Parent;
            for (var level = 1; level <= 4 && at is not null; level++, at = at.Parent)
            {
                _scores[at.Index] += score / (level <= 2 ? level : level * 3);
            }
        }
    }

    private int Ancestors(int index)
    {
        var count = 0;
        for (var at = _context.Page.Blocks[index].Parent; at is not null && count < MaxAncestors; at = at.Parent)
        {
            _ancestors[count++] = at;
        }

        return count;
    }

    private int WordsOf(Element element) => _context.Words[element.BlockEnd] - _context.Words[element.BlockStart];

    private double LinkShare(Element element) =>
        (_context.LinkWords[element.BlockEnd] - _context.LinkWords[element.BlockStart]) / Math.Max(1, WordsOf(element));

    private static ulong Signature(Element element)
    {
        var hash = Mix(unchecked((ulong)(element.Parent?.Index ?? -1) * 0x9E3779B97F4A7C15), element.Tag);
        return Mix(hash, element.Class.AsSpan(0, Math.Min(60, element.Class.Length)));
    }

    private static ulong Mix(ulong hash, ReadOnlySpan<char> text)
    {
        var words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var word in words)
        {
            hash = BitOperations.RotateLeft(unchecked((hash ^ word) * 0x9E3779B97F4A7C15), 29);
        }

        foreach (var c in text[(words.Length * 4)..])
        {
            hash = BitOperations.RotateLeft(unchecked((hash ^ c) * 0x9E3779B97F4A7C15), 29);
        }

        return BitOperations.RotateLeft(unchecked((hash ^ (ulong)text.Length) * 1099511628211), 23);
    }
}
