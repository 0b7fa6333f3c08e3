using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome.Profiles;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Profiles;

/// <summary>The sites of which the corpus has several pages, and what can be learned of each with and without one of its pages.</summary>
internal sealed class CorpusSites
{
    private readonly Dictionary<string, (PageOrigin Origin, PagePrint Print)> _pages;

    private CorpusSites(Dictionary<string, (PageOrigin Origin, PagePrint Print)> pages) => _pages = pages;

    /// <summary>Ids of the pages of these sites, in order.</summary>
    public IReadOnlyList<string> Ids => [.. _pages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>How many sites.</summary>
    public int Sites => _pages.Values.DistinctBy(static p => p.Origin.Site).Count();

    /// <summary>Reads all pages of one format and finds the sites with at least so many.</summary>
    public static CorpusSites Read(Corpus corpus, IReadOnlyList<string> ids, PageFormat format, int least, int jobs, CancellationToken cancellation)
    {
        var pages = ids.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithCancellation(cancellation).Select(id =>
        {
            var page = corpus.Read(id, format).ToPage();
            var source = TextDecoder.Decode(page);
            var segmented = format == PageFormat.Html ? new HtmlSegmenter().Segment(source, cancellation) : TextSegmenter.Segment(source);
            return (Id: id, Origin: PageOrigin.Of(page, segmented), Print: PagePrint.Of(page, segmented));
        }).ToList();
        var wanted = pages.Where(static p => p.Origin is not null).GroupBy(static p => p.Origin!.Site).Where(site => site.Count() >= least).SelectMany(static site => site);
        return new CorpusSites(wanted.ToDictionary(static p => p.Id, static p => (p.Origin!, p.Print), StringComparer.Ordinal));
    }

    /// <summary>What is learned of a page's site.</summary>
    /// <param name="id">The page.</param>
    /// <param name="isHeldOut">Whether the page itself is left out.</param>
    public SiteProfiles Learn(string id, bool isHeldOut)
    {
        var learner = new ProfileLearner();
        foreach (var (other, page) in _pages)
        {
            if (page.Origin.Site == _pages[id].Origin.Site && !(isHeldOut && other == id))
            {
                learner.Add(page.Origin, page.Print);
            }
        }

        return learner.ToProfiles();
    }
}
