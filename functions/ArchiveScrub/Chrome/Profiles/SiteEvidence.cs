using System.Numerics;
using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Profiles;

/// <summary>
/// A site's profile, ready to be asked. Pages that are copies of each other (a print version, a syndicated report, one
/// page under many addresses) count as one: else their body would pass for chrome.
/// </summary>
internal sealed class SiteEvidence
{
    /// <summary>On as many other pages a block must stand.</summary>
    private const int MinPages = 3;

    /// <summary>On this share of the other pages.</summary>
    private const double MinShare = 0.5;

    /// <summary>Two pages are copies where the smaller has less than this share of its words for itself,</summary>
    private const double OwnShare = 0.1;

    /// <summary>and fewer words than this.</summary>
    private const int OwnWords = 40;

    private readonly SiteProfile _site;
    private readonly int[] _groups;
    private readonly bool _hasCopies;

    public SiteEvidence(SiteProfile site)
    {
        _site = site;
        _groups = FindCopies(site);
        _hasCopies = !_groups.Select(static (group, page) => group == page).All(static own => own);
    }

    /// <summary>What of a page repeats on the other pages of its site. The page itself and its copies are no evidence.</summary>
    /// <param name="page">The page.</param>
    /// <param name="id">Its id.</param>
    public RepeatedBlocks Find(SegmentedPage page, ulong id)
    {
        var others = Others(id);
        var all = Count(others);
        if (all < MinPages)
        {
            return RepeatedBlocks.None;
        }

        var prints = BlockPrints.Of(page);
        var counts = new int[prints.Length];
        for (var i = 0; i <= prints.Length; i++)
        {
            Credit(BlockPrints.Pair(prints, i), i - 1, i);
            if (i < prints.Length && BlockPrints.IsLone(page.Blocks[i]))
            {
                Credit(prints[i], i, i);
            }
        }

        return new RepeatedBlocks(counts, all);

        void Credit(ulong print, int first, int last)
        {
            if (_site.Prints.TryGetValue(print, out var found) && Count(found.Pages & others) is var pages && pages >= MinPages && pages >= MinShare * all)
            {
                for (var i = Math.Max(first, 0); i <= last && i < counts.Length; i++)
                {
                    counts[i] = Math.Max(counts[i], pages);
                }
            }
        }
    }

    /// <summary>For each page the first one that it is a copy of; itself where it is none.</summary>
    private static int[] FindCopies(SiteProfile site)
    {
        var count = site.Ids.Length;
        var shared = new int[count, count];
        foreach (var (words, pages) in site.Prints.Values)
        {
            for (var left = pages; left != 0; left &= left - 1)
            {
                for (var right = left & (left - 1); right != 0; right &= right - 1)
                {
                    shared[BitOperations.TrailingZeroCount(left), BitOperations.TrailingZeroCount(right)] += words;
                }
            }
        }

        var groups = Enumerable.Range(0, count).ToArray();
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                var smaller = Math.Min(site.Words[i], site.Words[j]);
                if (groups[i] != groups[j] && smaller - shared[i, j] < Math.Min(OwnShare * smaller, OwnWords))
                {
                    var (from, to) = (Math.Max(groups[i], groups[j]), Math.Min(groups[i], groups[j]));
                    for (var k = 0; k < count; k++)
                    {
                        groups[k] = groups[k] == from ? to : groups[k];
                    }
                }
            }
        }

        return groups;
    }

    /// <summary>All pages but this one and its copies.</summary>
    private ulong Others(ulong id)
    {
        var all = _groups.Length == 64 ? ulong.MaxValue : (1UL << _groups.Length) - 1;
        var self = Array.BinarySearch(_site.Ids, id);
        for (var i = 0; self >= 0 && i < _groups.Length; i++)
        {
            all &= _groups[i] == _groups[self] ? ~(1UL << i) : ulong.MaxValue;
        }

        return all;
    }

    /// <summary>How many pages these are; copies of one count as one.</summary>
    private int Count(ulong pages)
    {
        if (!_hasCopies)
        {
            return BitOperations.PopCount(pages);
        }

        ulong groups = 0;
        for (; pages != 0; pages &= pages - 1)
        {
            groups |= 1UL << _groups[BitOperations.TrailingZeroCount(pages)];
        }

        return BitOperations.PopCount(groups);
    }
}
