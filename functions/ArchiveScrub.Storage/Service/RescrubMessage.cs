using System.Text.Json.Serialization;

namespace ArchiveScrub.Storage;

/// <summary>An order to scrub captures again: one, or all whose names begin with a prefix.</summary>
public sealed record RescrubMessage
{
    /// <summary>The one capture that is meant.</summary>
    [JsonPropertyName("capture")]
    public string? Capture { get; init; }

    /// <summary>Whether captures that are done are scrubbed again, too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonPropertyName("force")]
    public bool Force { get; init; }

    /// <summary>Where the listing goes on; written by the service itself.</summary>
    [JsonPropertyName("marker")]
    public string? Marker { get; init; }

    /// <summary>What the names of the captures begin with; the empty string means all.</summary>
    [JsonPropertyName("prefix")]
    public string? Prefix { get; init; }
}
