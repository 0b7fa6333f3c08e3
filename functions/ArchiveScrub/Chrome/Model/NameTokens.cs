using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Model;

/// <summary>
/// Names as hashed tokens, for which a trained table says how often blocks under them are kept: class and id of near
/// and far elements, tag paths, and the first and last words of the block.
/// </summary>
internal sealed class NameTokens
{
    /// <summary>Tokens are hashed into so many buckets.</summary>
    public const int Buckets = 1 << 18;

    private const int MaxPerElement = 24;
    private const int MaxPerBlock = 96;
    private const int FirstWords = 10;
    private const int LastWords = 3;

    private readonly int[] _ofElements;
    private readonly int[] _starts;
    private readonly List<int> _tokens = [];

    public NameTokens(SegmentedPage page)
    {
        _starts = new int[page.Elements.Count + 1];
        var tokens = new List<int>();
        foreach (var element in page.Elements)
        {
            _starts[element.Index] = tokens.Count;
            var limit = tokens.Count + MaxPerElement;
            Cut(element.Class, limit, tokens);
            Cut(element.Id, limit, tokens);
            Cut(element.Role, limit, tokens);
            Cut(element.ItemProp, limit, tokens);
            Cut(element.AriaLabel, limit, tokens);
        }

        _starts[^1] = tokens.Count;
        _ofElements = [.. tokens];
    }

    /// <summary>The families of tokens, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Families { get; } = ["near", "far", "words", "paths"];

    /// <summary>The family of the names far above a block.</summary>
    public const int FarFamily = 1;

    /// <summary>The first element above a block that counts as far, whose tokens and those above it the block has; null where there is none.</summary>
    public static Element? FarOf(Block block)
    {
        var far = block.Parent;
        for (var level = 0; level < TreeFeatures.Near && far is not null; level++)
        {
            far = IsNamed(far) ? far.Parent : null;
        }

        return IsNamed(far) ? far : null;
    }

    /// <summary>The tokens of one family of a block, each once; valid until the next call.</summary>
    public ReadOnlySpan<int> Of(Block block, int family)
    {
        _tokens.Clear();
        switch (family)
        {
            case 0:
                var at = block.Parent;
                for (var level = 0; level < TreeFeatures.Near && IsNamed(at); level++, at = at.Parent)
                {
                    AddEach(OfElement(at));
                }

                break;
            case 1:
                var far = FarOf(block);
                for (; IsNamed(far) && _tokens.Count < MaxPerBlock; far = far.Parent)
                {
                    AddEach(OfElement(far));
                }

                break;
            case 2:
                AddWords(block.Text);
                break;
            default:
                AddPaths(block);
                break;
        }

        return CollectionsMarshal.AsSpan(_tokens);
    }

    private static bool IsNamed([NotNullWhen(true)] Element? element) => element is { Tag: not ("body" or "html") };

    private ReadOnlySpan<int> OfElement(Element element) => _ofElements.AsSpan(_starts[element.Index].._starts[element.Index + 1]);

    private void AddEach(ReadOnlySpan<int> tokens)
    {
        foreach (var token in tokens)
        {
            AddOnce(token);
        }
    }

    private void AddOnce(int token)
    {
        if (!CollectionsMarshal.AsSpan(_tokens).Contains(token))
        {
            _tokens.Add(token);
        }
    }

    private void AddWords(string text)
    {
        var first = new Tokenizer(text.AsSpan(0, Math.Min(text.Length, 400)), splitJoins: false);
        for (var i = 0; i < FirstWords && first.Next(out var token); i++)
        {
            AddOnce(Bucket(token.Hash));
        }

        var last = new Tokenizer(text.AsSpan(Math.Max(0, text.Length - 60)), splitJoins: false);
        Span<int> ring = stackalloc int[LastWords];
        var count = 0;
        while (last.Next(out var token))
        {
            ring[count++ % LastWords] = Bucket(token.Hash);
        }

        AddEach(ring[..Math.Min(count, LastWords)]);
    }

    private void AddPaths(Block block)
    {
        var hash = Tokenizer.EmptyHash;
        var at = block.Parent;
        for (var level = 1; level <= 5 && at is not null; level++, at = at.Parent)
        {
            hash = Tokenizer.Add(hash, '>');
            foreach (var c in at.Tag)
            {
                hash = Tokenizer.Add(hash, c);
            }

            if (level is 3 or 5)
            {
                AddOnce(Bucket(hash));
            }
        }
    }

    /// <summary>Cuts a name at non-letters and at joints of small and capital letters.</summary>
    private static void Cut(string name, int limit, List<int> tokens)
    {
        var hash = Tokenizer.EmptyHash;
        var length = 0;
        var previous = '\0';
        for (var i = 0; i <= name.Length && tokens.Count < limit; i++)
        {
            var c = i < name.Length ? name[i] : ' ';
            if (!char.IsAsciiLetter(c) || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(previous)))
            {
                if (length > 1)
                {
                    tokens.Add(Bucket(hash));
                }

                hash = Tokenizer.EmptyHash;
                length = 0;
            }

            if (char.IsAsciiLetter(c))
            {
                hash = Tokenizer.Add(hash, c);
                length++;
            }

            previous = c;
        }
    }

    private static int Bucket(ulong hash) => (int)((hash ^ (hash >> 29)) % Buckets);
}
