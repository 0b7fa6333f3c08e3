using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>How much of one kind was removed.</summary>
public sealed record ManifestRemoval
{
    /// <summary>Blocks.</summary>
    [JsonPropertyName("blocks")]
    public required int Blocks { get; init; }

    /// <summary>Unicode code points of the linear text.</summary>
    [JsonPropertyName("codePoints")]
    public required int CodePoints { get; init; }
}
