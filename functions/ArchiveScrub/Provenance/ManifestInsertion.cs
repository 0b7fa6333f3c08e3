using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>A line of the clean text that no block of the page holds.</summary>
public sealed record ManifestInsertion
{
    /// <summary>Code points in the clean text.</summary>
    [JsonPropertyName("clean")]
    public required TextRange Clean { get; init; }

    /// <summary><c>title</c> or <c>dateline</c>.</summary>
    [JsonPropertyName("kind")]
    public required Kind Kind { get; init; }

    /// <summary>Where the text comes from: <c>meta:og:title</c>, <c>dateline</c>.</summary>
    [JsonPropertyName("source")]
    public required string Source { get; init; }
}
