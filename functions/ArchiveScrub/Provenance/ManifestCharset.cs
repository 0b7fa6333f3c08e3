using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The charset, and how it was found.</summary>
public sealed record ManifestCharset
{
    /// <summary>0 to 1.</summary>
    [JsonPropertyName("confidence")]
    public required double Confidence { get; init; }

    /// <summary>What was declared but not followed.</summary>
    [JsonPropertyName("declared")]
    public string? Declared { get; init; }

    /// <summary>WHATWG name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Malformed sequences that became U+FFFD.</summary>
    [JsonPropertyName("replacements")]
    public required int Replacements { get; init; }

    /// <summary>How it was found.</summary>
    [JsonPropertyName("source")]
    public required CharsetSource Source { get; init; }
}
