using System.Text.Json;
using ArchiveScrub.Provenance;
using ArchiveScrub.Text;

namespace ArchiveScrub;

/// <summary>Quarantine records as JSON: canonical (RFC 8785), UTF-8, without a line end.</summary>
public static class QuarantineJson
{
    private static readonly ManifestJsonContext Canonical =
        new(new JsonSerializerOptions(ManifestJsonContext.Default.Options) { Encoder = CanonicalEncoder.Instance });

    /// <summary>The record's bytes.</summary>
    public static byte[] Serialize(QuarantineRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(record, Canonical.QuarantineRecord);

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">The bytes are not a quarantine record of schema version 1.</exception>
    public static QuarantineRecord Deserialize(ReadOnlySpan<byte> utf8)
    {
        var record = JsonSerializer.Deserialize(utf8, Canonical.QuarantineRecord)
            ?? throw new JsonException("The record is null.");
        return record.SchemaVersion.StartsWith("1.", StringComparison.Ordinal)
            ? record
            : throw new JsonException($"Schema version {record.SchemaVersion} is not known; this version reads 1.x.");
    }
}
