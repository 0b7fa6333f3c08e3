namespace ArchiveScrub.Storage;

/// <summary>What the parts come to.</summary>
/// <param name="Commit">The document that commits the results.</param>
/// <param name="Pages">The pages of all parts.</param>
public sealed record SliceJoin(byte[] Commit, PageTally Pages);
