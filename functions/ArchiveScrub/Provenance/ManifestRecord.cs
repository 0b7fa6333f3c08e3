using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>The record of the capture that holds the page: see <see cref="RecordInfo"/>.</summary>
public sealed record ManifestRecord
{
    /// <summary>Digest of the whole block.</summary>
    [JsonPropertyName("blockDigest")]
    public ManifestRecordDigest? BlockDigest { get; init; }

    /// <summary>Where the file that <see cref="Path"/> names stands in the capture.</summary>
    [JsonPropertyName("container")]
    public ManifestContainer? Container { get; init; }

    /// <summary>Status code of the HTTP response.</summary>
    [JsonPropertyName("httpStatus")]
    public int? HttpStatus { get; init; }

    /// <summary>The record's id, without angle brackets.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>Bytes that the record takes in the capture, compressed as it is.</summary>
    [JsonPropertyName("length")]
    public long? Length { get; init; }

    /// <summary>The declared media type, verbatim.</summary>
    [JsonPropertyName("mediaType")]
    public string? MediaType { get; init; }

    /// <summary>Offset of its first byte, or of its gzip member.</summary>
    [JsonPropertyName("offset")]
    public required long Offset { get; init; }

    /// <summary>Offset in its unpacked gzip member, where that is not 0.</summary>
    [JsonPropertyName("offsetInMember")]
    public long? OffsetInMember { get; init; }

    /// <summary>Name of the file inside the capture that holds it.</summary>
    [JsonPropertyName("path")]
    public string? Path { get; init; }

    /// <summary>Digest of the payload.</summary>
    [JsonPropertyName("payloadDigest")]
    public ManifestRecordDigest? PayloadDigest { get; init; }

    /// <summary>Id of the record that it refers to.</summary>
    [JsonPropertyName("refersTo")]
    public string? RefersTo { get; init; }

    /// <summary>The target URI as it stands in the record, where the page's is another.</summary>
    [JsonPropertyName("targetUri")]
    public string? TargetUri { get; init; }

    /// <summary>Why the crawler broke it off.</summary>
    [JsonPropertyName("truncated")]
    public string? Truncated { get; init; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>What was tolerated while reading it.</summary>
    [JsonPropertyName("warnings")]
    public IReadOnlyList<ManifestRecordWarning>? Warnings { get; init; }

    /// <summary>What a manifest says of a record.</summary>
    public static ManifestRecord Of(RecordInfo record, string? pageUri)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new ManifestRecord
        {
            BlockDigest = ManifestRecordDigest.Of(record.BlockDigest),
            Container = ManifestContainer.Of(record.Container),
            HttpStatus = record.HttpStatus,
            Id = record.Id,
            Length = record.Length,
            MediaType = record.MediaType,
            Offset = record.Offset,
            OffsetInMember = record.OffsetInMember == 0 ? null : record.OffsetInMember,
            Path = record.Path,
            PayloadDigest = ManifestRecordDigest.Of(record.PayloadDigest),
            RefersTo = record.RefersTo,
            TargetUri = record.TargetUri == pageUri ? null : record.TargetUri,
            Truncated = record.Truncated,
            Type = record.Type,
            Warnings = record.Warnings.Count == 0 ? null : [.. record.Warnings.Select(ManifestRecordWarning.Of)],
        };
    }
}
