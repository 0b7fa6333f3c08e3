using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>A set of lexicon groups, by their numbers (0 to 127).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GroupSet(UInt128 Bits)
{
    /// <summary>How many groups there can be.</summary>
    public const int Capacity = 128;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Bits == UInt128.Zero;

    /// <summary>The set of one group.</summary>
    public static GroupSet Of(int group) => new(UInt128.One << group);

    /// <summary>Whether the group is in it.</summary>
    public bool Has(int group) => ((Bits >> group) & UInt128.One) != UInt128.Zero;

    /// <summary>Whether the two share a group.</summary>
    public bool Overlaps(GroupSet other) => (Bits & other.Bits) != UInt128.Zero;

    /// <summary>How many groups of <paramref name="other"/> are in it.</summary>
    public int CountOf(GroupSet other) => (int)UInt128.PopCount(Bits & other.Bits);

    public static GroupSet operator |(GroupSet left, GroupSet right) => new(left.Bits | right.Bits);

    public static GroupSet operator &(GroupSet left, GroupSet right) => new(left.Bits & right.Bits);
}
