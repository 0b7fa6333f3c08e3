using System.Numerics;
using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>A set of lexicon groups, by their numbers (0 to 127).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GroupSet
{
    /// <summary>How many groups there can be.</summary>
    public const int Capacity = 128;

    // Two words: shifts of a UInt128 cost more than all else here.
    private readonly ulong _low;
    private readonly ulong _high;

    private GroupSet(ulong low, ulong high) => (_low, _high) = (low, high);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => (_low | _high) == 0;

    /// <summary>The first group of it; <see cref="Capacity"/> where it is empty.</summary>
    public int First => _low != 0 ? BitOperations.TrailingZeroCount(_low) : 64 + BitOperations.TrailingZeroCount(_high);

    /// <summary>The set of one group.</summary>
    public static GroupSet Of(int group) => group < 64 ? new(1UL << group, 0) : new(0, 1UL << (group - 64));

    /// <summary>Whether the group is in it.</summary>
    public bool Has(int group) => (((group < 64 ? _low : _high) >> group) & 1) != 0;

    /// <summary>Whether the two share a group.</summary>
    public bool Overlaps(GroupSet other) => ((_low & other._low) | (_high & other._high)) != 0;

    /// <summary>How many groups of <paramref name="other"/> are in it.</summary>
    public int CountOf(GroupSet other) => BitOperations.PopCount(_low & other._low) + BitOperations.PopCount(_high & other._high);

    /// <summary>The set without its first group.</summary>
    public GroupSet WithoutFirst() => _low != 0 ? new(_low & (_low - 1), _high) : new(0, _high & (_high - 1));

    public static GroupSet operator |(GroupSet left, GroupSet right) => new(left._low | right._low, left._high | right._high);

    public static GroupSet operator &(GroupSet left, GroupSet right) => new(left._low & right._low, left._high & right._high);
}
