using System.Runtime.InteropServices;

namespace ArchiveScrub.Chrome;

/// <summary>
/// Where the body seems to be: stretches of prose, parted by runs of short blocks. It is a first guess for the rules
/// that need to know what stands around a block; the content decision comes later and may differ.
/// </summary>
internal sealed class BodyEstimate
{
    /// <summary>This many blocks in a row that are no prose part two stretches.</summary>
    private const int Gap = 8;

    private BodyEstimate(IReadOnlyList<Stretch> stretches, Stretch main)
    {
        Stretches = stretches;
        Main = main;
    }

    /// <summary>Nothing is known.</summary>
    public static BodyEstimate None { get; } = new([], default);

    /// <summary>All stretches, in document order.</summary>
    public IReadOnlyList<Stretch> Stretches { get; }

    /// <summary>The heaviest of them; empty where the page has no prose.</summary>
    public Stretch Main { get; }

    /// <summary>Whether the block stands inside the main stretch, with prose before and after it.</summary>
    public bool IsInside(int block) => block > Main.First && block < Main.Last;

    /// <summary>Whether the block stands after the main stretch.</summary>
    public bool IsAfter(int block) => Main.Words > 0 && block > Main.Last;

    /// <summary>Whether the block stands before the main stretch.</summary>
    public bool IsBefore(int block) => Main.Words > 0 && block < Main.First;

    /// <summary>Estimates, leaving out what is removed already and what looks like chrome by its words.</summary>
    public static BodyEstimate Of(ChromePage page, Func<int, bool> isSuspect)
    {
        var stretches = new List<Stretch>();
        var current = default(Stretch);
        var misses = 0;
        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            var isBody = !page.IsRemoved(i) && facts.IsProse && !isSuspect(i);
            if (!isBody)
            {
                misses++;
                continue;
            }

            if (current.Words > 0 && misses >= Gap)
            {
                stretches.Add(current);
                current = default;
            }

            current = current.Words == 0 ? new Stretch(i, i, facts.Words, 1) : new Stretch(current.First, i, current.Words + facts.Words, current.Blocks + 1);
            misses = 0;
        }

        if (current.Words > 0)
        {
            stretches.Add(current);
        }

        return stretches.Count == 0 ? None : new BodyEstimate(stretches, stretches.MaxBy(static s => s.Words));
    }

    /// <summary>A stretch of prose.</summary>
    /// <param name="First">Index of its first block of prose.</param>
    /// <param name="Last">Index of its last.</param>
    /// <param name="Words">Words of prose in it.</param>
    /// <param name="Blocks">Blocks of prose in it.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Stretch(int First, int Last, int Words, int Blocks);
}
