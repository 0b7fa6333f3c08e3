using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>Where a part of the dateline was read.</summary>
public sealed record ManifestDatelineEvidence
{
    /// <summary>True where a date names another day than the dateline has.</summary>
    [JsonPropertyName("conflicts")]
    public bool? Conflicts { get; init; }

    /// <summary>Which part: <c>place</c>, <c>date</c>, <c>time</c>, <c>agency</c>, <c>updated</c>.</summary>
    [JsonPropertyName("field")]
    public required string Field { get; init; }

    /// <summary>Code points in the linear text, where it stands there.</summary>
    [JsonPropertyName("linear")]
    public TextRange? Linear { get; init; }

    /// <summary>Id of the pattern that read it.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>Kind of source: <c>prefix</c>, <c>timestamp</c>, <c>time-element</c>, <c>json-ld</c>, <c>meta</c>, <c>url</c>.</summary>
    [JsonPropertyName("source")]
    public required string Source { get; init; }

    /// <summary>Whether the dateline has it from here; what is not used agrees, conflicts, or was not needed.</summary>
    [JsonPropertyName("used")]
    public required bool Used { get; init; }

    /// <summary>What was read: a name verbatim, a date as ISO 8601 to the precision that is stated.</summary>
    [JsonPropertyName("value")]
    public required string Value { get; init; }

    /// <summary>For a date of the whole page: 0 to 1, how sure it is that this is the page's own.</summary>
    [JsonPropertyName("weight")]
    public double? Weight { get; init; }
}
