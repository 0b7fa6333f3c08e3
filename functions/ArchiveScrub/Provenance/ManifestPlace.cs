using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>A place by its canonical name.</summary>
public sealed record ManifestPlace
{
    /// <summary>ISO 3166-1 code of its country.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; init; }

    /// <summary>Its id in GeoNames.</summary>
    [JsonPropertyName("geonames")]
    public int? GeoNames { get; init; }

    /// <summary>Its English name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }
}
