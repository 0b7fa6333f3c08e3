using System.Security.Cryptography;
using System.Text.Json;
using ArchiveScrub.Provenance;
using ArchiveScrub.Text;

namespace ArchiveScrub;

/// <summary>Manifests as JSON: canonical (RFC 8785), UTF-8, without a line end.</summary>
public static class ManifestJson
{
    internal static readonly ManifestJsonContext Canonical =
        new(new JsonSerializerOptions(ManifestJsonContext.Default.Options) { Encoder = CanonicalEncoder.Instance });

    /// <summary>The manifest's bytes; an activity without a digest gets one. Equal manifests give equal bytes.</summary>
    public static byte[] Serialize(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using var bytes = new ByteBuffer();
        ManifestWriter.Write(bytes, manifest.Activity is { Digest: null } run ? manifest with { Activity = Seal(run) } : manifest);
        return bytes.Written.ToArray();
    }

    /// <summary>
    /// Reads a manifest of schema version 1.x. Members that this version does not know are passed over, so the digest of
    /// what was read is that of the bytes, not that of the result: see <see cref="ComputeDigest(ReadOnlySpan{byte})"/>.
    /// </summary>
    /// <exception cref="JsonException">The bytes are not a manifest of schema version 1.</exception>
    public static Manifest Deserialize(ReadOnlySpan<byte> utf8)
    {
        var manifest = JsonSerializer.Deserialize(utf8, Canonical.Manifest)
            ?? throw new JsonException("The manifest is null.");
        if (!manifest.SchemaVersion.StartsWith("1.", StringComparison.Ordinal))
        {
            throw new JsonException($"Schema version {manifest.SchemaVersion} is not known; this version reads 1.x.");
        }

        // The serialiser does not look at the items of a list.
        return manifest.Blocks.Contains(null!) || manifest.Inserted.Contains(null!)
            ? throw new JsonException("An item of the manifest is null.")
            : manifest;
    }

    /// <summary>The digest that belongs to the manifest: of its canonical JSON without <c>activity</c> and <c>digest</c>.</summary>
    public static string ComputeDigest(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using var hash = new HashingBuffer();
        ManifestWriter.Write(hash, manifest with { Activity = null, Digest = null });
        return Format(hash.Hash());
    }

    /// <summary>
    /// The digest that belongs to a manifest as it is stored: of its bytes without the members <c>activity</c> and
    /// <c>digest</c> and the comma that separates each. It holds for every minor version.
    /// </summary>
    /// <exception cref="JsonException">The bytes are not a JSON object.</exception>
    public static string ComputeDigest(ReadOnlySpan<byte> utf8)
    {
        return DigestWithout(utf8, "activity", "digest");
    }

    /// <summary>Whether the activity of a stored manifest is what its own digest says; true where there is no activity, or no digest yet (schema version 1.0).</summary>
    /// <exception cref="JsonException">The bytes are not a manifest.</exception>
    internal static bool IsActivityWhole(ReadOnlySpan<byte> utf8, Manifest manifest)
    {
        if (manifest.Activity is not { } run)
        {
            return true;
        }

        return run.Digest is null ? manifest.SchemaVersion == "1.0" : run.Digest == DigestWithout(Member(utf8, "activity"), "digest");
    }

    private static ManifestActivity Seal(ManifestActivity run)
    {
        using var hash = new HashingBuffer();
        ManifestWriter.Write(hash, run);
        return run with { Digest = Format(hash.Hash()) };
    }

    private static ReadOnlySpan<byte> Member(ReadOnlySpan<byte> utf8, string name)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isIt)
            {
                return utf8[start..(int)reader.BytesConsumed];
            }
        }

        return [];
    }

    /// <summary>The digest of an object's bytes without some members and the comma that separates each.</summary>
    private static string DigestWithout(ReadOnlySpan<byte> utf8, params ReadOnlySpan<string> outside)
    {
        var reader = new Utf8JsonReader(utf8);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A manifest is a JSON object.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var end = (int)reader.BytesConsumed; // of the member before
        hash.AppendData(utf8[..end]);
        var isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isOutside = false;
            foreach (var name in outside)
            {
                isOutside |= reader.ValueTextEquals(name);
            }

            var start = (int)reader.TokenStartIndex;
            var separator = utf8[end..start];
            reader.Skip();
            end = (int)reader.BytesConsumed;
            if (!isOutside)
            {
                hash.AppendData(isFirst ? [] : separator);
                hash.AppendData(utf8[start..end]);
                isFirst = false;
            }
        }

        hash.AppendData(utf8[end..]);
        return Format(hash.GetHashAndReset());
    }

    private static string Format(byte[] sha256) => "sha256:" + Convert.ToHexStringLower(sha256);
}
