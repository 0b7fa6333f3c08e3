namespace ArchiveScrub.Provenance.Flags;

/// <summary>The record says that the crawler took a part of the page only (<c>WARC-Truncated</c>).</summary>
internal sealed class SourceTruncatedFlag : ReviewFlag
{
    public override string Name => "source-truncated";

    public override bool IsRaised(ReviewedPage page) => page.Page.Record?.Truncated is not null;
}
