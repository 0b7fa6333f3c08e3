using System.Numerics;

namespace ArchiveScrub.Chrome.Profiles;

/// <summary>
/// What is known of a site: a sample of its pages and, for each fingerprint that repeats, the pages that it stands on.
/// It is a set and nothing else, so profiles can be merged in any order, and a page that two of them know counts once.
/// </summary>
/// <param name="Ids">Ids of the pages, ascending.</param>
/// <param name="Words">Words of each page.</param>
/// <param name="Prints">The fingerprints; each stands on a page at least.</param>
internal sealed record SiteProfile(ulong[] Ids, int[] Words, IReadOnlyDictionary<ulong, PrintCount> Prints)
{
    /// <summary>Puts the pages of a site together.</summary>
    /// <param name="pages">The pages by their ids.</param>
    /// <param name="known">A profile of the site that this one will be merged with: what it knows is remembered, though it stands on one of these pages only.</param>
    public static SiteProfile Of(SortedList<ulong, PagePrint> pages, SiteProfile? known)
    {
        var prints = new Dictionary<ulong, PrintCount>();
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var (print, words) in pages.Values[i].Prints)
            {
                var before = prints.GetValueOrDefault(print);
                prints[print] = new PrintCount(Math.Max(words, before.Words), before.Pages | (1UL << i));
            }
        }

        return new SiteProfile(
            [.. pages.Keys],
            [.. pages.Values.Select(static p => p.Words)],
            prints.Where(p => p.Value.Count > 1 || known?.Prints.ContainsKey(p.Key) == true).ToDictionary());
    }

    /// <summary>Both together: commutative, associative, and twice the same changes nothing.</summary>
    public SiteProfile Merge(SiteProfile other)
    {
        var ids = Ids.Union(other.Ids).Order().Take(ProfileLimits.Pages).ToArray();
        var words = new int[ids.Length];
        var prints = new Dictionary<ulong, PrintCount>();
        foreach (var part in (ReadOnlySpan<SiteProfile>)[this, other])
        {
            var places = Array.ConvertAll(part.Ids, id => Array.BinarySearch(ids, id));
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] >= 0)
                {
                    words[places[i]] = Math.Max(words[places[i]], part.Words[i]);
                }
            }

            foreach (var (print, count) in part.Prints)
            {
                if (Move(count.Pages, places) is not 0 and var pages)
                {
                    var before = prints.GetValueOrDefault(print);
                    prints[print] = new PrintCount(Math.Max(count.Words, before.Words), before.Pages | pages);
                }
            }
        }

        return new SiteProfile(ids, words, prints);
    }

    private static ulong Move(ulong pages, int[] places)
    {
        ulong moved = 0;
        for (; pages != 0; pages &= pages - 1)
        {
            var place = places[BitOperations.TrailingZeroCount(pages)];
            moved |= place >= 0 ? 1UL << place : 0;
        }

        return moved;
    }
}
