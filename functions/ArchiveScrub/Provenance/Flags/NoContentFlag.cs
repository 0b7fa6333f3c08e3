namespace ArchiveScrub.Provenance.Flags;

/// <summary>Nothing of the page is kept.</summary>
internal sealed class NoContentFlag : ReviewFlag
{
    public override string Name => "no-content";

    public override bool IsRaised(ReviewedPage page) => page.BodyWords == 0;
}
