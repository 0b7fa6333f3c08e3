using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>Something that was tolerated while a record was read.</summary>
public sealed record ManifestRecordWarning
{
    /// <summary>Stable code; see <see cref="CaptureWarningCodes"/>.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>In a sentence for people.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>Byte offset in the capture, where it is known.</summary>
    [JsonPropertyName("offset")]
    public long? Offset { get; init; }

    internal static ManifestRecordWarning Of(CaptureWarning warning) => new() { Code = warning.Code, Message = warning.Message, Offset = warning.Offset };
}
