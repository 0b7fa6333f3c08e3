using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>A file that was written.</summary>
public sealed record SummaryOutput
{
    /// <summary>Its size in bytes.</summary>
    [JsonPropertyName("bytes")]
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }
}
