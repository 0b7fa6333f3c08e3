using System.Numerics;
using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome.Lexicons;

/// <summary>
/// Positive numbers by 64-bit hash, in an open table. The keys are hashes already, so that a look-up is a multiplication
/// and, as a rule, one line of cache: most look-ups of a lexicon find nothing, and a dictionary is slow at that.
/// </summary>
/// <param name="capacity">How many entries to expect; it grows where there are more.</param>
internal sealed class HashIndex(int capacity)
{
    private Slot[] _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 8) * 2)];

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a hash; 0 where it has none.</summary>
    public int this[ulong hash]
    {
        get
        {
            var slots = _slots;
            for (var at = Home(hash, slots.Length); ; at = (at + 1) & (slots.Length - 1))
            {
                ref readonly var slot = ref slots[at];
                if (slot.Value == 0 || slot.Hash == hash)
                {
                    return slot.Value;
                }
            }
        }
    }

    /// <summary>The number of a hash, to be set: it is 0 where the hash is new, and must not stay so. Valid until the next call.</summary>
    public ref int Entry(ulong hash)
    {
        if (Count * 2 >= _slots.Length)
        {
            Grow();
        }

        ref var slot = ref Find(_slots, hash);
        if (slot.Value == 0)
        {
            slot.Hash = hash;
            Count++;
        }

        return ref slot.Value;
    }

    private static ref Slot Find(Slot[] slots, ulong hash)
    {
        var at = Home(hash, slots.Length);
        while (slots[at].Value != 0 && slots[at].Hash != hash)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return ref slots[at];
    }

    // The high bits of a product depend on all bits of the hash.
    private static int Home(ulong hash, int size) => (int)(unchecked(hash * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)size)));

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            if (slot.Value != 0)
            {
                Find(larger, slot.Hash) = slot;
            }
        }

        _slots = larger;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public ulong Hash;
        public int Value;
    }
}
