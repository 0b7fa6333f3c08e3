namespace ArchiveScrub.Chrome;

/// <summary>What was made of a page as a whole.</summary>
/// <param name="Type">What kind of page it is.</param>
/// <param name="TypeConfidence">How sure that is, 0 to 1.</param>
/// <param name="Quality">The word F1 that the result is expected to have against a careful person's, 0 to 1.</param>
internal sealed record PageJudgement(PageType Type, double TypeConfidence, double Quality);
