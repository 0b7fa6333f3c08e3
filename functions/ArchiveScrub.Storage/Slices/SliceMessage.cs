using System.Text.Json.Serialization;

namespace ArchiveScrub.Storage;

/// <summary>The order to scrub one slice of a capture, as it goes through a queue.</summary>
public sealed record SliceMessage
{
    /// <summary>The capture's name in its store.</summary>
    [JsonPropertyName("capture")]
    public required string Capture { get; init; }

    /// <summary>The version that was cut; slices of another are void.</summary>
    [JsonPropertyName("etag")]
    public string? ETag { get; init; }

    /// <summary>Bytes of the slice.</summary>
    [JsonPropertyName("length")]
    public required long Length { get; init; }

    /// <summary>The slice's first byte in the capture; a record begins there.</summary>
    [JsonPropertyName("offset")]
    public required long Offset { get; init; }

    /// <summary>How many slices there are.</summary>
    [JsonPropertyName("of")]
    public required int Of { get; init; }

    /// <summary>Which plan it belongs to: see <see cref="FanOutPlan.Id"/>.</summary>
    [JsonPropertyName("plan")]
    public required string Plan { get; init; }

    /// <summary>SHA-256 of the whole capture, lower-case hex, so that no slice has to read all of it.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }

    /// <summary>Which slice it is, from 1.</summary>
    [JsonPropertyName("slice")]
    public required int Slice { get; init; }

    /// <summary>The tool that the plan was made for: see <see cref="FanOutPlan.ToolId"/>.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>The stretch of the capture.</summary>
    [JsonIgnore]
    public CaptureSlice Stretch => new(Offset, Length);
}
