namespace ArchiveScrub;

/// <summary>A digest that a capture declares, next to that of the bytes.</summary>
/// <param name="Declared">As it is declared: algorithm, colon, base32 or base16 value.</param>
/// <param name="Computed">Of the bytes, written in the same way; null where the algorithm is not known.</param>
/// <param name="Matches">Whether the two agree; null where that cannot be told.</param>
public sealed record RecordDigest(string Declared, string? Computed, bool? Matches);
