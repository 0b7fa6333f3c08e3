using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>A digest that the capture declares, next to that of the bytes.</summary>
public sealed record ManifestRecordDigest
{
    /// <summary>Of the bytes, written as the declared one is; absent where the algorithm is not known.</summary>
    [JsonPropertyName("computed")]
    public string? Computed { get; init; }

    /// <summary>As it is declared.</summary>
    [JsonPropertyName("declared")]
    public required string Declared { get; init; }

    /// <summary>Whether the two agree; absent where that cannot be told.</summary>
    [JsonPropertyName("matches")]
    public bool? Matches { get; init; }

    internal static ManifestRecordDigest? Of(RecordDigest? digest) =>
        digest is null ? null : new() { Computed = digest.Computed, Declared = digest.Declared, Matches = digest.Matches };
}
