using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Profiles;

/// <summary>
/// Fingerprints of blocks: of the words of a block and the tags right above it. What is counted over a site's pages is
/// mostly pairs of neighbours: a menu repeats with what stands beside it, while a heading that every article has
/// (<c>Background</c>) stands before other text each time. Only a long block is counted alone.
/// </summary>
internal static class BlockPrints
{
    /// <summary>The name of this way to take fingerprints: profiles of another way say nothing here.</summary>
    public const string Method = "pairs-1";

    /// <summary>A block of as many words is counted alone, too.</summary>
    public const int LoneWords = 12;

    private const int PathTags = 3;
    private const int MaxCharacters = 8192;
    private const ulong PageEdge = 0x9E3779B97F4A7C15;

    /// <summary>The fingerprint of each block.</summary>
    public static ulong[] Of(SegmentedPage page)
    {
        var prints = new ulong[page.Blocks.Count];
        for (var i = 0; i < prints.Length; i++)
        {
            prints[i] = Mix(OfText(page.Blocks[i].Text), OfPath(page.Blocks[i].Parent));
        }

        return prints;
    }

    /// <summary>The fingerprint of the pair of a block and the one before it; the edges of the page count as neighbours.</summary>
    /// <param name="prints">Fingerprints of the page's blocks.</param>
    /// <param name="block">Index of the second block of the pair; the number of blocks for the last one and the page's end.</param>
    public static ulong Pair(ulong[] prints, int block) =>
        Mix(block == 0 ? PageEdge : prints[block - 1], block == prints.Length ? PageEdge : prints[block]);

    /// <summary>Whether a block is counted alone.</summary>
    public static bool IsLone(Block block) => block.WordCount >= LoneWords;

    private static ulong OfText(string text)
    {
        var hash = Tokenizer.EmptyHash;
        var tokens = new Tokenizer(text.AsSpan(0, Math.Min(text.Length, MaxCharacters)), splitJoins: false);
        while (tokens.Next(out var token))
        {
            hash = Mix(hash, token.Hash);
        }

        return hash;
    }

    private static ulong OfPath(Element? element)
    {
        var hash = Tokenizer.EmptyHash;
        for (var i = 0; i < PathTags && element is not null; i++, element = element.Parent)
        {
            foreach (var c in element.Tag)
            {
                hash = Tokenizer.Add(hash, c);
            }

            hash = Tokenizer.Add(hash, '/');
        }

        return hash;
    }

    /// <summary>One hash of two, in this order (the finaliser of MurmurHash3).</summary>
    private static ulong Mix(ulong left, ulong right)
    {
        unchecked
        {
            var hash = (left * 0xFF51AFD7ED558CCD) ^ right;
            hash ^= hash >> 33;
            hash *= 0xC4CEB9FE1A85EC53;
            return hash ^ (hash >> 33);
        }
    }
}
