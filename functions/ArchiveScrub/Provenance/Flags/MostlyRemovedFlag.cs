namespace ArchiveScrub.Provenance.Flags;

/// <summary>Next to nothing of a page that has something to say is kept.</summary>
internal sealed class MostlyRemovedFlag : ReviewFlag
{
    /// <summary>Below this share of kept words a page is flagged.</summary>
    private const double Share = 0.1;

    /// <summary>Pages with fewer words than this are not flagged for what was removed.</summary>
    private const int FewWords = 60;

    public override string Name => "mostly-removed";

    public override bool IsRaised(ReviewedPage page) => page.AllWords >= FewWords && page.BodyWords < Share * page.AllWords;
}
