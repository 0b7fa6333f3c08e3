using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The records of a capture, counted: seen are those that became pages, were skipped, or failed.</summary>
public sealed record SummaryRecords
{
    /// <summary>What could not be read or scrubbed, by error code.</summary>
    [JsonPropertyName("failed")]
    public SortedDictionary<string, long> Failed { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Records.</summary>
    [JsonPropertyName("seen")]
    public required long Seen { get; init; }

    /// <summary>What is no page, by reason.</summary>
    [JsonPropertyName("skipped")]
    public SortedDictionary<string, long> Skipped { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What was tolerated, by code; of records and between them.</summary>
    [JsonPropertyName("warnings")]
    public SortedDictionary<string, long> Warnings { get; init; } = new(StringComparer.Ordinal);
}
