using System.Security.Cryptography;
using System.Text.Json;
using ArchiveScrub.Provenance;

namespace ArchiveScrub;

/// <summary>Manifests as JSON: canonical (RFC 8785), UTF-8, without a line end.</summary>
public static class ManifestJson
{
    private static readonly ManifestJsonContext Canonical =
        new(new JsonSerializerOptions(ManifestJsonContext.Default.Options) { Encoder = CanonicalEncoder.Instance });

    /// <summary>The manifest's bytes. Equal manifests give equal bytes.</summary>
    public static byte[] Serialize(Manifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Canonical.Manifest);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">The bytes are not a manifest of schema version 1.</exception>
    public static Manifest Deserialize(ReadOnlySpan<byte> utf8)
    {
        var manifest = JsonSerializer.Deserialize(utf8, Canonical.Manifest)
            ?? throw new JsonException("The manifest is null.");
        return manifest.SchemaVersion.StartsWith("1.", StringComparison.Ordinal)
            ? manifest
            : throw new JsonException($"Schema version {manifest.SchemaVersion} is not known; this version reads 1.x.");
    }

    /// <summary>The digest that belongs to the manifest: of its canonical JSON without <c>activity</c> and <c>digest</c>.</summary>
    public static string ComputeDigest(Manifest manifest) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Serialize(manifest with { Activity = null, Digest = null })));
}
