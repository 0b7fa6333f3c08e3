using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The page: payload bytes after transfer and content decoding, and what is known of them.</summary>
public sealed record ManifestPage
{
    /// <summary>When it was captured.</summary>
    [JsonPropertyName("capturedAt")]
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>How the bytes became characters.</summary>
    [JsonPropertyName("charset")]
    public required ManifestCharset Charset { get; init; }

    /// <summary><c>html</c> or <c>text</c>.</summary>
    [JsonPropertyName("format")]
    public required PageFormat Format { get; init; }

    /// <summary>The record of the capture that holds it; absent where the capture is the page.</summary>
    [JsonPropertyName("record")]
    public ManifestRecord? Record { get; init; }

    /// <summary>SHA-256 of the payload, lower-case hex.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }

    /// <summary>Size of the payload in bytes.</summary>
    [JsonPropertyName("size")]
    public required int Size { get; init; }

    /// <summary>Where it was captured from, verbatim.</summary>
    [JsonPropertyName("targetUri")]
    public string? TargetUri { get; init; }
}
