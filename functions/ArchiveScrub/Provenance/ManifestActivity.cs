using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The run that wrote the manifest: the only part that differs between two scrubs of the same capture.</summary>
public sealed record ManifestActivity
{
    /// <summary>Which delivery of the capture it was, from 1.</summary>
    [JsonRequired]
    [JsonPropertyName("attempt")]
    public int Attempt { get; init; } = 1;

    /// <summary>When scrubbing ended, UTC.</summary>
    [JsonPropertyName("ended")]
    public required DateTimeOffset Ended { get; init; }

    /// <summary>The machine.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; init; }

    /// <summary>When scrubbing started, UTC.</summary>
    [JsonPropertyName("started")]
    public required DateTimeOffset Started { get; init; }
}
