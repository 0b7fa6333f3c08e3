using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>
/// How clean text came out of a capture: one JSON document a page. The file is canonical JSON (RFC 8785): members in
/// ordinal order, no white space, so that <see cref="Digest"/> can be recomputed by anyone. Ranges are half-open.
/// Members are declared here in the order in which they are written.
/// </summary>
public sealed record Manifest
{
    /// <summary>The version of the schema that this code writes: major.minor; readers of the same major version understand it.</summary>
    public const string CurrentSchemaVersion = "1.1";

    /// <summary>What differs by run; outside the digest.</summary>
    [JsonPropertyName("activity")]
    public ManifestActivity? Activity { get; init; }

    /// <summary>Every block of the page in document order, with what was decided of it.</summary>
    [JsonPropertyName("blocks")]
    public required IReadOnlyList<ManifestBlock> Blocks { get; init; }

    /// <summary>The capture that the page stands in.</summary>
    [JsonPropertyName("capture")]
    public required ManifestCapture Capture { get; init; }

    /// <summary><c>sha256:</c> and the lower-case hex SHA-256 of this document's canonical JSON without <c>activity</c> and <c>digest</c>.</summary>
    [JsonPropertyName("digest")]
    public string? Digest { get; init; }

    /// <summary>Text in the clean text that no block holds: a title taken from metadata, the dateline line.</summary>
    [JsonRequired]
    [JsonPropertyName("inserted")]
    public IReadOnlyList<ManifestInsertion> Inserted { get; init; } = [];

    /// <summary>The page.</summary>
    [JsonPropertyName("page")]
    public required ManifestPage Page { get; init; }

    /// <summary>How far the result is to be trusted.</summary>
    [JsonPropertyName("quality")]
    public required ManifestQuality Quality { get; init; }

    /// <summary>What came out.</summary>
    [JsonPropertyName("result")]
    public required ManifestResult Result { get; init; }

    /// <summary>See <see cref="CurrentSchemaVersion"/>.</summary>
    [JsonRequired]
    [JsonPropertyName("schemaVersion")]
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The tool that did it.</summary>
    [JsonPropertyName("tool")]
    public required ManifestTool Tool { get; init; }
}
