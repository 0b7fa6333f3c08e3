namespace ArchiveScrub.Provenance.Report;

/// <summary>How much of what kind was removed over many pages, and which pages are unlike the others.</summary>
internal sealed class IndexKinds
{
    private const double PageFences = 1.5;
    private const double KindFences = 3;

    /// <summary>A kind that takes less of a page than this makes no page unlike the others.</summary>
    private const double Noticeable = 0.05;

    private IndexKinds(IReadOnlyList<IndexKind> all, Spread removed) => (All, Removed) = (all, removed);

    /// <summary>The kinds, most removed first.</summary>
    public IReadOnlyList<IndexKind> All { get; }

    /// <summary>Share of all kinds together.</summary>
    public Spread Removed { get; }

    /// <summary>Sums pages up.</summary>
    public static IndexKinds Of(IReadOnlyList<PageSummary> pages)
    {
        var kinds = pages.SelectMany(static p => p.Removed)
            .GroupBy(static k => k.Key, static k => k.Value, StringComparer.Ordinal)
            .Select(g => new IndexKind(g.Key, g.Sum() / pages.Count, g.Count(), Spread.Of([.. g])))
            .OrderByDescending(static k => k.Average)
            .ThenBy(static k => k.Name, StringComparer.Ordinal);
        return new IndexKinds([.. kinds], Spread.Of([.. pages.Select(static p => p.RemovedShare)]));
    }

    /// <summary>Whether unusually much or little of a page was removed.</summary>
    public bool IsOdd(PageSummary page) => Removed.IsHigh(page.RemovedShare, PageFences) || Removed.IsLow(page.RemovedShare, PageFences);

    /// <summary>Whether unusually much of a page is of a kind.</summary>
    public static bool IsOdd(PageSummary page, IndexKind kind) =>
        page.Removed.TryGetValue(kind.Name, out var share) && share >= Noticeable && kind.Spread.IsHigh(share, KindFences);
}
