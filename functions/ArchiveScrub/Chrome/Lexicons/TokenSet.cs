using System.Numerics;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>The different tokens of a line, in the order in which they first stand there.</summary>
internal sealed class TokenSet
{
    /// <summary>How many are read as a rule: a line that is compared with another is no longer.</summary>
    public const int Size = 60;

    private readonly ulong[] _hashes;

    // A bit for each token: two sets share no more than their bits allow, so most pairs need no closer look.
    private readonly ulong _bits;

    private TokenSet(ulong[] hashes)
    {
        _hashes = hashes;
        foreach (var hash in hashes)
        {
            _bits |= 1UL << (int)(unchecked(hash * 0x9E3779B97F4A7C15) >> 58);
        }
    }

    /// <summary>No token.</summary>
    public static TokenSet Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _hashes.Length;

    /// <summary>The hashes of the tokens.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>The first tokens of a text.</summary>
    public static TokenSet Of(ReadOnlySpan<char> text, int limit = Size)
    {
        Span<ulong> hashes = stackalloc ulong[Size];
        var count = Read(text, hashes[..limit]);
        return count == 0 ? Empty : new TokenSet(hashes[..count].ToArray());
    }

    /// <summary>Writes the hashes of the different tokens of a text, as many as there is room for, and says how many.</summary>
    public static int Read(ReadOnlySpan<char> text, Span<ulong> hashes)
    {
        var count = 0;
        var tokens = new Tokenizer(text, splitJoins: false);
        while (count < hashes.Length && tokens.Next(out var token))
        {
            if (!hashes[..count].Contains(token.Hash))
            {
                hashes[count++] = token.Hash;
            }
        }

        return count;
    }

    /// <summary>How many tokens the two share.</summary>
    public int CountShared(TokenSet other)
    {
        var shared = 0;
        foreach (var hash in _hashes)
        {
            shared += other._hashes.AsSpan().Contains(hash) ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Whether the two share as many tokens as this share of the smaller one has.</summary>
    public bool Agrees(TokenSet other, double share)
    {
        var wanted = share * Math.Min(Count, other.Count);
        return Count - BitOperations.PopCount(_bits & ~other._bits) >= wanted
            && other.Count - BitOperations.PopCount(other._bits & ~_bits) >= wanted
            && CountShared(other) >= wanted;
    }
}
