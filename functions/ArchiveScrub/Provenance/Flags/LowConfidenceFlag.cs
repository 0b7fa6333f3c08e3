namespace ArchiveScrub.Provenance.Flags;

/// <summary>The result is expected to be wrong in much of its text.</summary>
internal sealed class LowConfidenceFlag : ReviewFlag
{
    /// <summary>Below this expected word F1 a page is flagged.</summary>
    private const double Quality = 0.6;

    public override string Name => "low-confidence";

    public override bool IsRaised(ReviewedPage page) => page.Judgement is { Quality: < Quality };
}
