using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The pages of a capture, counted.</summary>
public sealed record SummaryPages
{
    /// <summary>Bytes of payload.</summary>
    [JsonPropertyName("bytes")]
    public required long Bytes { get; init; }

    /// <summary>Bytes of clean text.</summary>
    [JsonPropertyName("cleanBytes")]
    public required long CleanBytes { get; init; }

    /// <summary>Pages that carry a flag for review.</summary>
    [JsonPropertyName("flagged")]
    public required long Flagged { get; init; }

    /// <summary>Pages by flag.</summary>
    [JsonPropertyName("flags")]
    public SortedDictionary<string, long> Flags { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What was removed, by kind.</summary>
    [JsonPropertyName("removed")]
    public SortedDictionary<string, SummaryRemoval> Removed { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Pages with a result.</summary>
    [JsonPropertyName("scrubbed")]
    public required long Scrubbed { get; init; }
}
