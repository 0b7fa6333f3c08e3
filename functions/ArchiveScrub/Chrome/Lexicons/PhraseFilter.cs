namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>
/// Says of most places in a text that no phrase stands there, by bits for the first word of a phrase, or for its first
/// two: few enough bits for the nearest cache, which the trie is not.
/// </summary>
internal sealed class PhraseFilter
{
    private readonly ulong[] _words = new ulong[4096];
    private readonly ulong[] _stems = new ulong[256];

    /// <summary>Lets a phrase pass. A token that ends in <c>*</c> stands for every token that starts with it.</summary>
    public void Add(ReadOnlySpan<char> phrase)
    {
        var tokens = new Tokenizer(phrase, splitJoins: false);
        tokens.Next(out var first);
        if (IsStem(phrase, first))
        {
            Set(_stems, Opening(first));
            Set(_stems, first.Hash);
        }
        else
        {
            Set(_words, tokens.Next(out var second) ? Pair(first, IsStem(phrase, second) ? Opening(second) : second.Hash) : first.Hash);
        }
    }

    /// <summary>Whether a phrase may stand at the start of these tokens, its first word in full.</summary>
    public bool MayBeWord(ReadOnlySpan<Token> tokens) => Has(_words, tokens[0].Hash)
        || (tokens.Length > 1 && (Has(_words, Pair(tokens[0], tokens[1].Hash)) || Has(_words, Pair(tokens[0], tokens[1].Opening))));

    /// <summary>Whether a token may begin with the stem that opens a phrase.</summary>
    public bool MayHaveStem(in Token token) => Has(_stems, token.Opening);

    /// <summary>Whether a stem of this hash may open a phrase.</summary>
    public bool MayBeStem(ulong hash) => Has(_stems, hash);

    private static bool IsStem(ReadOnlySpan<char> phrase, in Token token) => token.End < phrase.Length && phrase[token.End] == '*';

    private static ulong Opening(in Token stem) => stem.Length >= Tokenizer.OpeningLength
        ? stem.Opening
        : throw new ArgumentException($"A stem has at least {Tokenizer.OpeningLength} characters.", nameof(stem));

    private static ulong Pair(in Token first, ulong second) => unchecked((first.Hash * 0xFF51AFD7ED558CCD) ^ second);

    private static void Set(ulong[] bits, ulong hash)
    {
        var mixed = Mix(hash);
        bits[(int)(mixed >> 32) & (bits.Length - 1)] |= Mask(mixed);
    }

    private static bool Has(ulong[] bits, ulong hash)
    {
        var mixed = Mix(hash);
        var mask = Mask(mixed);
        return (bits[(int)(mixed >> 32) & (bits.Length - 1)] & mask) == mask;
    }

    // Two bits of one word: with one alone twice as many words of a page would pass for nothing.
    private static ulong Mask(ulong mixed) => (1UL << (int)(mixed >> 58)) | (1UL << (int)(mixed >> 52));

    // The high bits of a product depend on all bits of the hash.
    private static ulong Mix(ulong hash) => unchecked(hash * 0x9E3779B97F4A7C15);
}
