using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The capture: what was dropped.</summary>
public sealed record ManifestCapture
{
    /// <summary>Entity tag of the store, where it has one.</summary>
    [JsonPropertyName("eTag")]
    public string? ETag { get; init; }

    /// <summary>Media type of the capture.</summary>
    [JsonPropertyName("mediaType")]
    public string? MediaType { get; init; }

    /// <summary>Name inside the store.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    [JsonPropertyName("size")]
    public required long Size { get; init; }

    /// <summary>Folder or container.</summary>
    [JsonPropertyName("store")]
    public string? Store { get; init; }
}
