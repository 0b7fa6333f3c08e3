using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The run that wrote the manifest: the only part that differs between two scrubs of the same capture.</summary>
public sealed record ManifestActivity
{
    /// <summary>Which delivery of the capture it was, from 1.</summary>
    [JsonRequired]
    [JsonPropertyName("attempt")]
    public int Attempt { get; init; } = 1;

    /// <summary>
    /// <c>sha256:</c> and the lower-case hex SHA-256 of this object's canonical JSON without this member: the manifest's own
    /// digest leaves the activity out, and a change to it shall be noticed, too. It is filled in when a manifest is written;
    /// absent in schema version 1.0 and in quarantine records.
    /// </summary>
    [JsonPropertyName("digest")]
    public string? Digest { get; init; }

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
