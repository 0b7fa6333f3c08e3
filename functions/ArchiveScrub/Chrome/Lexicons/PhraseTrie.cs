using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>
/// Phrases of all groups in one trie over token hashes: one look-up a token finds every phrase that starts there.
/// A collision of 64-bit hashes would be a false hit; none is expected, and it would be the same on every machine.
/// </summary>
internal sealed class PhraseTrie
{
    /// <summary>At most this many nodes follow from one token: the exact one and a stem of each length that is in use.</summary>
    public const int MaxBranches = 16;

    private readonly Dictionary<ulong, int> _edges = [];
    private readonly List<Node> _nodes = [default];

    /// <summary>Adds a phrase to a group. A token that ends in <c>*</c> stands for every token that starts with it.</summary>
    public void Add(string phrase, int group)
    {
        var tokens = new Tokenizer(phrase, splitJoins: false);
        var node = 0;
        while (tokens.Next(out var token))
        {
            var isStem = token.End < phrase.Length && phrase[token.End] == '*';
            if (isStem)
            {
                CollectionsMarshal.AsSpan(_nodes)[node].StemLengths |= 1u << (token.Length - 1);
            }

            var key = Key(node, token.Hash, isStem);
            if (!_edges.TryGetValue(key, out var next))
            {
                next = _nodes.Count;
                _nodes.Add(default);
                _edges.Add(key, next);
            }

            node = next;
        }

        if (node == 0)
        {
            throw new ArgumentException($"The phrase '{phrase}' has no token.", nameof(phrase));
        }

        CollectionsMarshal.AsSpan(_nodes)[node].Groups |= GroupSet.Of(group);
    }

    /// <summary>The nodes reached from <paramref name="node"/> by a token of <paramref name="text"/>. Returns how many.</summary>
    public int Step(int node, ReadOnlySpan<char> text, in Token token, Span<int> next)
    {
        var count = 0;
        if (_edges.TryGetValue(Key(node, token.Hash, isStem: false), out var exact))
        {
            next[count++] = exact;
        }

        var stems = CollectionsMarshal.AsSpan(_nodes)[node].StemLengths;
        var hash = Tokenizer.EmptyHash;
        for (var at = token.Start; stems != 0 && at < token.End && count < next.Length; at++)
        {
            if (Tokenizer.IsApostrophe(text[at]))
            {
                continue;
            }

            hash = Tokenizer.Add(hash, text[at]);
            if ((stems & 1) != 0 && _edges.TryGetValue(Key(node, hash, isStem: true), out var stem))
            {
                next[count++] = stem;
            }

            stems >>= 1;
        }

        return count;
    }

    /// <summary>The groups that have a phrase which ends at this node.</summary>
    public GroupSet GroupsAt(int node) => CollectionsMarshal.AsSpan(_nodes)[node].Groups;

    private static ulong Key(int node, ulong hash, bool isStem) =>
        unchecked((((ulong)(uint)node << 1) | (isStem ? 1UL : 0UL)) * 0x9E3779B97F4A7C15) ^ hash;

    [StructLayout(LayoutKind.Auto)]
    private struct Node
    {
        public GroupSet Groups;
        public uint StemLengths;
    }
}
