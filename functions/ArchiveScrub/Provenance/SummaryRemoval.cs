using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>How much of one kind was removed.</summary>
public sealed record SummaryRemoval
{
    /// <summary>Blocks.</summary>
    [JsonPropertyName("blocks")]
    public required long Blocks { get; init; }

    /// <summary>Code points of the linear texts.</summary>
    [JsonPropertyName("codePoints")]
    public required long CodePoints { get; init; }
}
