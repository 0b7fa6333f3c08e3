using System.Text;
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

    private readonly int[][] _ofElement;

    public NameTokens(SegmentedPage page)
    {
        _ofElement = new int[page.Elements.Count][];
        foreach (var element in page.Elements)
        {
            var tokens = new List<int>(8);
            Cut(element.Class, tokens);
            Cut(element.Id, tokens);
            Cut(element.Role, tokens);
            Cut(element.ItemProp, tokens);
            Cut(element.AriaLabel, tokens);
            _ofElement[element.Index] = [.. tokens];
        }
    }

    /// <summary>The families of tokens, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Families { get; } = ["near", "far", "words", "paths"];

    /// <summary>The tokens of one family of a block, each once, ascending.</summary>
    public void Of(Block block, int family, SortedSet<int> tokens)
    {
        tokens.Clear();
        switch (family)
        {
            case 0 or 1:
                var level = 0;
                for (var at = block.Parent; at is not null && at.Tag is not ("body" or "html"); at = at.Parent, level++)
                {
                    if (level < TreeFeatures.Near == (family == 0) && tokens.Count < MaxPerBlock)
                    {
                        tokens.UnionWith(_ofElement[at.Index]);
                    }
                }

                break;
            case 2:
                AddWords(block.Text, tokens);
                break;
            default:
                AddPaths(block, tokens);
                break;
        }
    }

    private static void AddWords(string text, SortedSet<int> tokens)
    {
        var first = new Tokenizer(text.AsSpan(0, Math.Min(text.Length, 400)), splitJoins: false);
        for (var i = 0; i < FirstWords && first.Next(out var token); i++)
        {
            tokens.Add(Bucket(token.Hash));
        }

        var last = new Tokenizer(text.AsSpan(Math.Max(0, text.Length - 60)), splitJoins: false);
        Span<int> ring = stackalloc int[LastWords];
        var count = 0;
        while (last.Next(out var token))
        {
            ring[count++ % LastWords] = Bucket(token.Hash);
        }

        for (var i = 0; i < Math.Min(count, LastWords); i++)
        {
            tokens.Add(ring[i]);
        }
    }

    private static void AddPaths(Block block, SortedSet<int> tokens)
    {
        var path = new StringBuilder();
        var at = block.Parent;
        for (var level = 1; level <= 5 && at is not null; level++, at = at.Parent)
        {
            path.Append('>').Append(at.Tag);
            if (level is 3 or 5)
            {
                tokens.Add(Bucket(Hash(path.ToString())));
            }
        }
    }

    /// <summary>Cuts a name at non-letters and at joints of small and capital letters.</summary>
    private static void Cut(string name, List<int> tokens)
    {
        var hash = Tokenizer.EmptyHash;
        var length = 0;
        var previous = '\0';
        for (var i = 0; i <= name.Length && tokens.Count < MaxPerElement; i++)
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

    private static ulong Hash(string text)
    {
        var hash = Tokenizer.EmptyHash;
        foreach (var c in text)
        {
            hash = Tokenizer.Add(hash, c);
        }

        return hash;
    }

    private static int Bucket(ulong hash) => (int)((hash ^ (hash >> 29)) % Buckets);
}
