using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome.Profiles;

namespace ArchiveScrub;

/// <summary>
/// Learns what repeats on the pages of each site. The order in which pages come does not matter, and many threads may
/// add pages at once. Memory is bounded: 64 pages a site and 5,000 sites are remembered, chosen by hash.
/// </summary>
public sealed class ProfileLearner
{
    private readonly SortedDictionary<SiteKey, SortedList<ulong, PagePrint>> _sites = new(SiteKey.ByRank);
    private readonly Lock _turn = new();

    /// <summary>Looks at a page; one that is clean text already teaches nothing.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public void Add(Page page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.IsCleanText)
        {
            return;
        }

        var source = TextDecoder.Decode(page);
        var segmented = page.Format == PageFormat.Html
            ? new HtmlSegmenter().Segment(source, cancellationToken)
            : TextSegmenter.Segment(source);
        if (PageOrigin.Of(page, segmented) is { } origin)
        {
            Add(origin, PagePrint.Of(page, segmented));
        }
    }

    /// <summary>What was learned, and what was known before. A site needs two pages.</summary>
    /// <param name="known">Profiles that this is merged into.</param>
    public SiteProfiles ToProfiles(SiteProfiles? known = null)
    {
        known ??= SiteProfiles.Empty;
        lock (_turn)
        {
            var sites = new List<KeyValuePair<SiteKey, SiteProfile>>();
            foreach (var (key, pages) in _sites)
            {
                var before = known.Find(key);
                if (pages.Count > 1 || before is not null)
                {
                    sites.Add(new(key, SiteProfile.Of(pages, before)));
                }
            }

            return new SiteProfiles(sites).Merge(known);
        }
    }

    internal void Add(PageOrigin origin, PagePrint page)
    {
        lock (_turn)
        {
            if (!_sites.TryGetValue(origin.Site, out var pages))
            {
                _sites.Add(origin.Site, pages = []);
                if (_sites.Count > ProfileLimits.Sites)
                {
                    _sites.Remove(_sites.Keys.Last());
                }
            }

            if (pages.TryGetValue(origin.Id, out var before))
            {
                pages[origin.Id] = page.Version < before.Version ? page : before;
                return;
            }

            pages.Add(origin.Id, page);
            if (pages.Count > ProfileLimits.Pages)
            {
                pages.RemoveAt(pages.Count - 1);
            }
        }
    }
}
