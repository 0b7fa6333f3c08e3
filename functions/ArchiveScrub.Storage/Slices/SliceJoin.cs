namespace ArchiveScrub.Storage;

/// <summary>What the parts come to.</summary>
/// <param name="Commit">The document that commits the results.</param>
/// <param name="Pages">The pages of all parts.</param>
public sealed record SliceJoin(byte[] Commit, PageTally Pages)
{
    /// <summary>What is said of the results.</summary>
    public ResultLabels Labels { get; init; } = ResultLabels.None;

    /// <summary>The records of all parts.</summary>
    public RecordTally Records { get; init; } = RecordTally.None;
}
