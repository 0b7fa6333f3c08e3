using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>What is wrong with a capture.</summary>
public sealed record QuarantineError
{
    /// <summary>Stable code; see <see cref="CaptureErrorCodes"/>.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>Byte offset in the capture, where it is known.</summary>
    [JsonPropertyName("offset")]
    public long? Offset { get; init; }

    /// <summary>In a sentence for people.</summary>
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    /// <summary>Id of the record inside the capture, where there is one.</summary>
    [JsonPropertyName("record")]
    public string? Record { get; init; }
}
