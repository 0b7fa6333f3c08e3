namespace ArchiveScrub.Tests.Generated;

/// <summary>A random number generator that gives the same numbers for the same seed whatever the version of .NET (SplitMix64).</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);

    /// <summary>From 0 to one less than <paramref name="sides"/>.</summary>
    public int Next(int sides)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (int)((z ^ (z >> 31)) % (ulong)sides);
        }
    }

    public bool OneIn(int sides) => Next(sides) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];
}
