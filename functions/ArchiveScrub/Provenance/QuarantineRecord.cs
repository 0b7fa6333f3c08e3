using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>
/// Why a capture could not be scrubbed: one JSON document a capture, canonical as manifests are. The capture itself
/// stays where it is. Members are declared here in the order in which they are written.
/// </summary>
public sealed record QuarantineRecord
{
    /// <summary>The version of the schema that this code writes: major.minor; readers of the same major version understand it.</summary>
    public const string CurrentSchemaVersion = "1.0";

    /// <summary>What differs by run.</summary>
    [JsonPropertyName("activity")]
    public ManifestActivity? Activity { get; init; }

    /// <summary>The capture.</summary>
    [JsonPropertyName("capture")]
    public required ManifestCapture Capture { get; init; }

    /// <summary>What is wrong, and where.</summary>
    [JsonPropertyName("error")]
    public required QuarantineError Error { get; init; }

    /// <summary>See <see cref="CurrentSchemaVersion"/>.</summary>
    [JsonPropertyName("schemaVersion")]
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The tool that gave up on it.</summary>
    [JsonPropertyName("tool")]
    public required ManifestTool Tool { get; init; }
}
