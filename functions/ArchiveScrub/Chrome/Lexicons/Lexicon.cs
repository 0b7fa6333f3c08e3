using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>
/// Words and phrases of chrome, by group and language, read from the <c>*.lexicon</c> resources. A resource holds
/// groups: <c>[name]</c>, then lines <c>language: phrase | phrase | stem*</c>; <c>#</c> starts a comment line. Groups
/// whose name starts with <c>label.</c> hold whole labels of controls and menus.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Of a longer block only this many tokens are looked at: evidence stands early, and hostile input stays cheap.</summary>
    public const int MaxTokens = 400;

    /// <summary>Blocks of up to this many tokens may be all labels.</summary>
    public const int MaxLabelTokens = 40;

    private const string LabelPrefix = "label.";

    private readonly PhraseTrie _trie = new();
    private readonly FrozenDictionary<string, int> _groups;
    private readonly string[] _names;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _languages;
    private readonly GroupSet _labels;

    private Lexicon(IEnumerable<string> resources, bool hasPhrases = true)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var languages = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var resource in resources)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(resource));
            var group = -1;
            var name = "";
            foreach (var raw in resource.Split('\n'))
            {
                var line = raw.Trim();
                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                if (line[0] == '[')
                {
                    name = line.Trim('[', ']');
                    if (!groups.TryGetValue(name, out group))
                    {
                        group = groups.Count;
                        groups.Add(name, group);
                        languages.Add(name, new SortedSet<string>(StringComparer.Ordinal));
                        if (group >= GroupSet.Capacity)
                        {
                            throw new InvalidDataException($"The lexicon has more than {GroupSet.Capacity} groups.");
                        }

                        if (name.StartsWith(LabelPrefix, StringComparison.Ordinal))
                        {
                            _labels |= GroupSet.Of(group);
                        }
                    }

                    continue;
                }

                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (group < 0 || colon is < 2 or > 3)
                {
                    throw new InvalidDataException($"Lexicon line '{line}' has no group or no language.");
                }

                if (!hasPhrases)
                {
                    continue;
                }

                languages[name].Add(line[..colon]);
                foreach (var phrase in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    _trie.Add(phrase, group);
                }
            }
        }

        _groups = groups.ToFrozenDictionary(StringComparer.Ordinal);
        _names = [.. groups.OrderBy(static g => g.Value).Select(static g => g.Key)];
        _languages = languages.ToFrozenDictionary(static l => l.Key, static l => (IReadOnlyList<string>)[.. l.Value], StringComparer.Ordinal);
        Digest = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>SHA-256 of all resources, lower-case hex.</summary>
    public string Digest { get; }

    /// <summary>Reads the lexicon that is built into the library.</summary>
    public static Lexicon Load() => new(Resources());

    /// <summary>The groups of the lexicon that is built in, all of them empty: to measure what words are worth.</summary>
    public static Lexicon LoadWithoutPhrases() => new(Resources(), hasPhrases: false);

    /// <summary>Makes a lexicon of the given text; for tests.</summary>
    public static Lexicon Parse(string text) => new([text]);

    /// <summary>Number of a group.</summary>
    /// <exception cref="KeyNotFoundException">There is no group of that name: a rule and the lexicon disagree.</exception>
    public int Group(string name) => _groups.TryGetValue(name, out var group)
        ? group
        : throw new KeyNotFoundException($"The lexicon has no group '{name}'.");

    /// <summary>The set of the named groups.</summary>
    public GroupSet Groups(params ReadOnlySpan<string> names)
    {
        var set = default(GroupSet);
        foreach (var name in names)
        {
            set |= GroupSet.Of(Group(name));
        }

        return set;
    }

    /// <summary>Name of a group.</summary>
    public string NameOf(int group) => _names[group];

    /// <summary>The languages that a group has phrases in.</summary>
    public IReadOnlyList<string> LanguagesOf(string group) => _languages[group];

    /// <summary>Looks at a block.</summary>
    public LexiconHits Find(string text)
    {
        var tokens = Tokenise(text, splitJoins: false);
        var hits = FindPhrases(text, tokens);
        if (tokens.Length is 0 or > MaxLabelTokens)
        {
            return hits;
        }

        hits = CoverWithLabels(text, tokens, hits);
        if (!hits.IsAllLabels && HasJoint(text))
        {
            var split = Tokenise(text, splitJoins: true);
            var other = CoverWithLabels(text, split, hits with { Tokens = split.Length });
            if (other.IsAllLabels)
            {
                hits = other;
            }
        }

        return hits;
    }

    /// <summary>The first phrase of one of the groups, as it is printed in the block; null where there is none.</summary>
    public string? FirstPhrase(string text, GroupSet groups)
    {
        foreach (var splitJoins in (ReadOnlySpan<bool>)[false, true])
        {
            var tokens = Tokenise(text, splitJoins);
            for (var i = 0; i < tokens.Length; i++)
            {
                var end = LongestMatch(text, tokens, i, groups, out _);
                if (end > i)
                {
                    return text[tokens[i].Start..tokens[end - 1].End];
                }
            }
        }

        return null;
    }

    /// <summary>How the text is covered by phrases of the groups, numbers aside.</summary>
    public Coverage Cover(string text, GroupSet groups)
    {
        var tokens = Tokenise(text, splitJoins: false);
        var words = Array.FindAll(tokens, t => !char.IsDigit(text[t.Start]));
        var matches = 0;
        var uncovered = 0;
        for (var i = 0; i < words.Length;)
        {
            var end = LongestMatch(text, words, i, groups, out _);
            matches += end > 0 ? 1 : 0;
            uncovered += end > 0 ? 0 : 1;
            i = Math.Max(i + 1, end);
        }

        return new Coverage(tokens.Length - words.Length, matches, uncovered);
    }

    private static IEnumerable<string> Resources()
    {
        var assembly = typeof(Lexicon).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(static n => n.EndsWith(".lexicon", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Read(assembly, n));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static Token[] Tokenise(string text, bool splitJoins)
    {
        var tokens = new List<Token>(16);
        var reader = new Tokenizer(text, splitJoins);
        while (tokens.Count < MaxTokens && reader.Next(out var token))
        {
            tokens.Add(token);
        }

        return [.. tokens];
    }

    private static bool HasJoint(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsUpper(text[i]) && char.IsLower(text[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsSentence(string text, ReadOnlySpan<Token> tokens, int index)
    {
        if (index == 0)
        {
            return true;
        }

        var between = text.AsSpan(tokens[index - 1].End, tokens[index].Start - tokens[index - 1].End);
        return between.IndexOfAny(".!?:;…。！？\n".AsSpan()) >= 0;
    }

    private LexiconHits FindPhrases(string text, Token[] tokens)
    {
        var any = default(GroupSet);
        var start = default(GroupSet);
        var sentence = default(GroupSet);
        for (var i = 0; i < tokens.Length; i++)
        {
            var found = MatchesAt(text, tokens, i, 0);
            if (found.IsEmpty)
            {
                continue;
            }

            any |= found;
            if (i == 0)
            {
                start |= found;
            }

            if (StartsSentence(text, tokens, i))
            {
                sentence |= found;
            }
        }

        return new LexiconHits { Any = any, AtStart = start, AtSentence = sentence, Tokens = tokens.Length, MainLabel = -1 };
    }

    private GroupSet MatchesAt(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index, int node)
    {
        if (index == tokens.Length)
        {
            return default;
        }

        Span<int> next = stackalloc int[PhraseTrie.MaxBranches];
        var count = _trie.Step(node, text, tokens[index], next);
        var found = default(GroupSet);
        for (var n = 0; n < count; n++)
        {
            found |= _trie.GroupsAt(next[n]) | MatchesAt(text, tokens, index + 1, next[n]);
        }

        return found;
    }

    private int LongestMatch(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index, GroupSet groups, out GroupSet matched, int node = 0)
    {
        matched = default;
        if (index == tokens.Length)
        {
            return 0;
        }

        Span<int> next = stackalloc int[PhraseTrie.MaxBranches];
        var count = _trie.Step(node, text, tokens[index], next);
        var longest = 0;
        for (var n = 0; n < count; n++)
        {
            var here = _trie.GroupsAt(next[n]) & groups;
            if (!here.IsEmpty && index + 1 >= longest)
            {
                matched = index + 1 > longest ? here : matched | here;
                longest = index + 1;
            }

            var end = LongestMatch(text, tokens, index + 1, groups, out var further, next[n]);
            if (end > 0 && end >= longest)
            {
                matched = end > longest ? further : matched | further;
                longest = end;
            }
        }

        return longest;
    }

    private LexiconHits CoverWithLabels(ReadOnlySpan<char> text, Token[] tokens, LexiconHits hits)
    {
        Span<int> perGroup = stackalloc int[GroupSet.Capacity];
        var covered = 0;
        var labels = default(GroupSet);
        for (var i = 0; i < tokens.Length;)
        {
            var end = LongestMatch(text, tokens, i, _labels, out var matched);
            if (end == 0)
            {
                i++;
                continue;
            }

            covered += end - i;
            labels |= matched;
            for (var g = 0; g < _names.Length; g++)
            {
                perGroup[g] += matched.Has(g) ? end - i : 0;
            }

            i = end;
        }

        var main = -1;
        for (var g = 0; g < _names.Length; g++)
        {
            if (perGroup[g] > 0 && (main < 0 || perGroup[g] > perGroup[main]))
            {
                main = g;
            }
        }

        return hits with { LabelTokens = covered, Labels = labels, MainLabel = main };
    }
}
