using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>
/// What became of a capture that holds many records, <c>NAME.summary.json</c>: one JSON document, canonical as manifests
/// are. It is written last and is the commit: where it names a capture's bytes and the tool, that capture is done.
/// Members are declared here in the order in which they are written.
/// </summary>
public sealed record CaptureSummary
{
    /// <summary>The version of the schema that this code writes: major.minor; readers of the same major version understand it.</summary>
    public const string CurrentSchemaVersion = "1.0";

    /// <summary>What differs by run.</summary>
    [JsonPropertyName("activity")]
    public ManifestActivity? Activity { get; init; }

    /// <summary>The capture.</summary>
    [JsonPropertyName("capture")]
    public required ManifestCapture Capture { get; init; }

    /// <summary>How it was read, where that is not the default, as <c>name=value</c>, sorted.</summary>
    [JsonPropertyName("options")]
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The files that belong to it, by what is put behind the capture's name.</summary>
    [JsonPropertyName("outputs")]
    public SortedDictionary<string, SummaryOutput> Outputs { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The pages.</summary>
    [JsonPropertyName("pages")]
    public required SummaryPages Pages { get; init; }

    /// <summary>The records.</summary>
    [JsonPropertyName("records")]
    public required SummaryRecords Records { get; init; }

    /// <summary>See <see cref="CurrentSchemaVersion"/>.</summary>
    [JsonPropertyName("schemaVersion")]
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Byte offset behind which the capture could not be read; absent where it was read to its end.</summary>
    [JsonPropertyName("stoppedAt")]
    public long? StoppedAt { get; init; }

    /// <summary>The tool that did it.</summary>
    [JsonPropertyName("tool")]
    public required ManifestTool Tool { get; init; }

    /// <summary>The document's bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Canonical.CaptureSummary);

    /// <summary>Reads a summary of schema version 1.x.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static CaptureSummary Parse(ReadOnlySpan<byte> utf8)
    {
        var summary = JsonSerializer.Deserialize(utf8, ManifestJson.Canonical.CaptureSummary) ?? throw new JsonException("The summary is null.");
        return summary.SchemaVersion.StartsWith("1.", StringComparison.Ordinal)
            ? summary
            : throw new JsonException($"Schema version {summary.SchemaVersion} is not known; this version reads 1.x.");
    }
}
