using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>What kind of page it is, as far as a trained model can tell.</summary>
public sealed record ManifestPageType
{
    /// <summary>0 to 1.</summary>
    [JsonPropertyName("confidence")]
    public required double Confidence { get; init; }

    /// <summary>The kind of page.</summary>
    [JsonPropertyName("type")]
    public required PageType Type { get; init; }
}
