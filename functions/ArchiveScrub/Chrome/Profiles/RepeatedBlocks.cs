namespace ArchiveScrub.Chrome.Profiles;

/// <summary>Which blocks of a page repeat on other pages of its site.</summary>
/// <param name="counts">For each block the number of those pages; 0 where it does not repeat.</param>
/// <param name="pages">How many other pages of the site are known.</param>
internal sealed class RepeatedBlocks(int[] counts, int pages)
{
    /// <summary>Nothing is known of the site.</summary>
    public static RepeatedBlocks None { get; } = new([], 0);

    /// <summary>How many other pages of the site are known.</summary>
    public int Pages => pages;

    /// <summary>Whether nothing repeats.</summary>
    public bool IsEmpty => counts.Length == 0;

    /// <summary>On how many of them the block stands; 0 where those are too few.</summary>
    public int this[int block] => counts.Length == 0 ? 0 : counts[block];
}
