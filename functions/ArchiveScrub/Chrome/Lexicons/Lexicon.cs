using System.Buffers;
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

    /// <summary>What a node of the trie takes in the resources, about.</summary>
    private const int BytesPerNode = 8;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".!?:;…。！？\n");

    private static readonly Lazy<Lexicon> BuiltIn = new(static () => new Lexicon(Resources()));

    private readonly PhraseTrie _trie;
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<SortedSet<string>> _languages = [];
    private readonly GroupSet _labels;

    private Lexicon(byte[][] resources, bool hasPhrases = true)
    {
        _trie = new PhraseTrie(resources.Sum(static r => r.Length) / BytesPerNode);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var resource in resources)
        {
            hash.AppendData(resource);
            var group = -1;
            foreach (var raw in Encoding.UTF8.GetString(resource).AsSpan().EnumerateLines())
            {
                var line = raw.Trim();
                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                if (line[0] == '[')
                {
                    group = AddGroup(line.Trim("[]").ToString());
                }
                else
                {
                    AddPhrases(line, group, hasPhrases);
                }
            }
        }

        foreach (var (name, group) in _groups)
        {
            _labels |= name.StartsWith(LabelPrefix, StringComparison.Ordinal) ? GroupSet.Of(group) : default;
        }

        Digest = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>SHA-256 of all resources, lower-case hex.</summary>
    public string Digest { get; }

    /// <summary>The lexicon that is built into the library; read once.</summary>
    public static Lexicon Load() => BuiltIn.Value;

    /// <summary>The groups of the lexicon that is built in, all of them empty: to measure what words are worth.</summary>
    public static Lexicon LoadWithoutPhrases() => new(Resources(), hasPhrases: false);

    /// <summary>Makes a lexicon of the given text; for tests.</summary>
    public static Lexicon Parse(string text) => new([Encoding.UTF8.GetBytes(text)]);

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
    public IReadOnlyList<string> LanguagesOf(string group) => [.. _languages[Group(group)]];

    /// <summary>Looks at a block.</summary>
    public LexiconHits Find(ReadOnlySpan<char> text)
    {
        var tokens = ArrayPool<Token>.Shared.Rent(MaxTokens);
        var hits = Find(text, tokens.AsSpan(0, MaxTokens));
        ArrayPool<Token>.Shared.Return(tokens);
        return hits;
    }

    /// <summary>The first phrase of one of the groups, as it is printed in the block; null where there is none.</summary>
    public string? FirstPhrase(ReadOnlySpan<char> text, GroupSet groups)
    {
        var buffer = ArrayPool<Token>.Shared.Rent(MaxTokens);
        string? phrase = null;
        for (var splitJoins = 0; splitJoins < 2 && phrase is null; splitJoins++)
        {
            var tokens = buffer.AsSpan(0, Tokenizer.Cut(text, splitJoins > 0, buffer.AsSpan(0, MaxTokens)));
            for (var i = 0; i < tokens.Length && phrase is null; i++)
            {
                if (_trie.LongestMatch(text, tokens[i..], groups, out _) is > 0 and var length)
                {
                    phrase = text[tokens[i].Start..tokens[i + length - 1].End].ToString();
                }
            }
        }

        ArrayPool<Token>.Shared.Return(buffer);
        return phrase;
    }

    /// <summary>How phrases of the groups cover the text, numbers aside; null where they leave a word of it.</summary>
    public Coverage? Cover(ReadOnlySpan<char> text, GroupSet groups)
    {
        var buffer = ArrayPool<Token>.Shared.Rent(MaxTokens);
        var cover = Cover(text, buffer.AsSpan(0, Tokenizer.Cut(text, splitJoins: false, buffer.AsSpan(0, MaxTokens))), groups);
        ArrayPool<Token>.Shared.Return(buffer);
        return cover;
    }

    private static byte[][] Resources()
    {
        var assembly = typeof(Lexicon).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(static n => n.EndsWith(".lexicon", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => Read(assembly, n)),
        ];
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static bool HasJoint(ReadOnlySpan<char> text)
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

    private static bool StartsSentence(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index) =>
        index == 0 || text[tokens[index - 1].End..tokens[index].Start].ContainsAny(SentenceMarks);

    private int AddGroup(string name)
    {
        if (!_groups.TryGetValue(name, out var group))
        {
            group = _names.Count;
            if (group >= GroupSet.Capacity)
            {
                throw new InvalidDataException($"The lexicon has more than {GroupSet.Capacity} groups.");
            }

            _groups.Add(name, group);
            _names.Add(name);
            _languages.Add(new SortedSet<string>(StringComparer.Ordinal));
        }

        return group;
    }

    private void AddPhrases(ReadOnlySpan<char> line, int group, bool hasPhrases)
    {
        var colon = line.IndexOf(':');
        if (group < 0 || colon is < 2 or > 3)
        {
            throw new InvalidDataException($"Lexicon line '{line}' has no group or no language.");
        }

        if (!hasPhrases)
        {
            return;
        }

        _languages[group].Add(line[..colon].ToString());
        var phrases = line[(colon + 1)..];
        foreach (var range in phrases.Split('|'))
        {
            if (phrases[range].Trim() is { IsEmpty: false } phrase)
            {
                _trie.Add(phrase, group);
            }
        }
    }

    private LexiconHits Find(ReadOnlySpan<char> text, Span<Token> buffer)
    {
        var tokens = buffer[..Tokenizer.Cut(text, splitJoins: false, buffer)];
        var hits = FindPhrases(text, tokens, out var labelStarts);
        if (tokens.Length is 0 or > MaxLabelTokens)
        {
            return hits;
        }

        if (labelStarts != 0)
        {
            hits = CoverWithLabels(text, tokens, labelStarts, hits);
        }

        if (!hits.IsAllLabels && HasJoint(text))
        {
            var split = buffer[..Tokenizer.Cut(text, splitJoins: true, buffer)];
            var other = CoverWithLabels(text, split, ulong.MaxValue, hits with { Tokens = split.Length });
            if (other.IsAllLabels)
            {
                hits = other;
            }
        }

        return hits;
    }

    /// <summary>Finds phrases, and where among the first 64 tokens labels begin: a bit each.</summary>
    private LexiconHits FindPhrases(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, out ulong labelStarts)
    {
        labelStarts = 0;
        var any = default(GroupSet);
        var start = default(GroupSet);
        var sentence = default(GroupSet);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!_trie.MayMatch(tokens[i..]) || _trie.MatchesAt(text, tokens[i..]) is not { IsEmpty: false } found)
            {
                continue;
            }

            any |= found;
            labelStarts |= i < 64 && found.Overlaps(_labels) ? 1UL << i : 0;
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

    private LexiconHits CoverWithLabels(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ulong starts, LexiconHits hits)
    {
        Span<int> perGroup = stackalloc int[GroupSet.Capacity];
        var covered = 0;
        var labels = default(GroupSet);
        for (var i = 0; i < tokens.Length;)
        {
            var matched = default(GroupSet);
            var length = ((starts >> i) & 1) != 0 ? _trie.LongestMatch(text, tokens[i..], _labels, out matched) : 0;
            covered += length;
            labels |= matched;
            for (var left = matched; !left.IsEmpty; left = left.WithoutFirst())
            {
                perGroup[left.First] += length;
            }

            i += Math.Max(1, length);
        }

        var main = -1;
        for (var left = labels; !left.IsEmpty; left = left.WithoutFirst())
        {
            main = main < 0 || perGroup[left.First] > perGroup[main] ? left.First : main;
        }

        return hits with { LabelTokens = covered, Labels = labels, MainLabel = main };
    }

    private Coverage? Cover(ReadOnlySpan<char> text, Span<Token> tokens, GroupSet groups)
    {
        var words = 0;
        foreach (var token in tokens)
        {
            if (!char.IsDigit(text[token.Start]))
            {
                tokens[words++] = token;
            }
        }

        var matches = 0;
        for (var i = 0; i < words; matches++)
        {
            var length = _trie.LongestMatch(text, tokens[i..words], groups, out _);
            if (length == 0)
            {
                return null;
            }

            i += length;
        }

        return new Coverage(tokens.Length - words, matches);
    }
}
