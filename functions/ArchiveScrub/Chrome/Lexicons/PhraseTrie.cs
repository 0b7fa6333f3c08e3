using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>
/// Phrases of all groups in one trie over token hashes: one look-up a token finds every phrase that starts there.
/// A collision of 64-bit hashes would be a false hit; none is expected, and it would be the same on every machine.
/// </summary>
/// <param name="capacity">How many nodes to expect.</param>
internal sealed class PhraseTrie(int capacity)
{
    /// <summary>At most this many nodes follow from one token: the exact one and a stem of each length that is in use.</summary>
    private const int MaxBranches = 16;

    private readonly PhraseFilter _filter = new();

    private readonly HashIndex _edges = new(capacity);
    private readonly List<Node> _nodes = new(capacity + 1) { default };

    /// <summary>Adds a phrase to a group. A token that ends in <c>*</c> stands for every token that starts with it.</summary>
    public void Add(ReadOnlySpan<char> phrase, int group)
    {
        var tokens = new Tokenizer(phrase, splitJoins: false);
        var node = 0;
        while (tokens.Next(out var token))
        {
            var isStem = token.End < phrase.Length && phrase[token.End] == '*';
            ref var from = ref At(node);
            from.StemLengths |= isStem ? 1u << (token.Length - 1) : 0;
            from.Continues = true;
            ref var next = ref _edges.Entry(Key(node, token.Hash, isStem));
            if (next == 0)
            {
                next = _nodes.Count;
                _nodes.Add(default);
            }

            node = next;
        }

        if (node == 0)
        {
            throw new ArgumentException($"The phrase '{phrase}' has no token.", nameof(phrase));
        }

        At(node).Groups |= GroupSet.Of(group);
        _filter.Add(phrase);
    }

    /// <summary>Whether a phrase may stand at the start of these tokens; false says that none does.</summary>
    public bool MayMatch(ReadOnlySpan<Token> tokens) => _filter.MayHaveStem(tokens[0]) || _filter.MayBeWord(tokens);

    /// <summary>The groups that have a phrase of any length at the start of these tokens.</summary>
    public GroupSet MatchesAt(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int node = 0)
    {
        var found = default(GroupSet);
        if (tokens.IsEmpty)
        {
            return found;
        }

        Span<int> branches = stackalloc int[MaxBranches];
        var count = Step(node, text, tokens, branches);
        for (var n = 0; n < count; n++)
        {
            ref var next = ref At(branches[n]);
            found |= next.Continues ? next.Groups | MatchesAt(text, tokens[1..], branches[n]) : next.Groups;
        }

        return found;
    }

    /// <summary>How many tokens the longest phrase of the groups takes at the start of these tokens; 0 where none stands there.</summary>
    /// <param name="text">The text of the tokens.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="matched">Those of the groups that have this phrase.</param>
    /// <param name="node">Where to begin.</param>
    public int LongestMatch(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, GroupSet groups, out GroupSet matched, int node = 0)
    {
        matched = default;
        if (tokens.IsEmpty)
        {
            return 0;
        }

        Span<int> branches = stackalloc int[MaxBranches];
        var count = Step(node, text, tokens, branches);
        var longest = 0;
        for (var n = 0; n < count; n++)
        {
            ref var next = ref At(branches[n]);
            if (longest <= 1 && next.Groups.Overlaps(groups))
            {
                matched |= next.Groups & groups;
                longest = 1;
            }

            if (next.Continues && LongestMatch(text, tokens[1..], groups, out var further, branches[n]) is > 0 and var rest && rest + 1 >= longest)
            {
                matched = rest + 1 > longest ? further : matched | further;
                longest = rest + 1;
            }
        }

        return longest;
    }

    private ref Node At(int node) => ref CollectionsMarshal.AsSpan(_nodes)[node];

    /// <summary>The nodes reached from a node by the first of these tokens. Returns how many.</summary>
    private int Step(int node, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Span<int> next)
    {
        var count = 0;
        var token = tokens[0];
        var isRoot = node == 0;
        if ((!isRoot || _filter.MayBeWord(tokens)) && _edges[Key(node, token.Hash, isStem: false)] is > 0 and var exact)
        {
            next[count++] = exact;
        }

        var stems = isRoot && !_filter.MayHaveStem(token) ? 0 : At(node).StemLengths;
        var hash = Tokenizer.EmptyHash;
        for (var at = token.Start; stems != 0 && at < token.End && count < next.Length; at++)
        {
            if (Tokenizer.IsApostrophe(text[at]))
            {
                continue;
            }

            hash = Tokenizer.Add(hash, text[at]);
            if ((stems & 1) != 0 && (!isRoot || _filter.MayBeStem(hash)) && _edges[Key(node, hash, isStem: true)] is > 0 and var stem)
            {
                next[count++] = stem;
            }

            stems >>= 1;
        }

        return count;
    }

    private static ulong Key(int node, ulong hash, bool isStem) =>
        unchecked((((ulong)(uint)node << 1) | (isStem ? 1UL : 0UL)) * 0x9E3779B97F4A7C15) ^ hash;

    [StructLayout(LayoutKind.Auto)]
    private struct Node
    {
        public GroupSet Groups;
        public uint StemLengths;
        public bool Continues;
    }
}
