using System.Security.Cryptography;

namespace ArchiveScrub.Captures.Wacz;

/// <summary>Digests as a WACZ writes them: the name of the algorithm, a colon, hex digits.</summary>
internal static class FileDigest
{
    /// <summary>A hash of the algorithm that a digest names; null where that is not known.</summary>
    public static IncrementalHash? HashOf(string declared) => AlgorithmOf(declared) switch
    {
        "sha256" or "sha-256" => IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
        "sha512" or "sha-512" => IncrementalHash.CreateHash(HashAlgorithmName.SHA512),
#pragma warning disable CA5350, CA5351 // What the archive declares is checked, whatever it is worth.
        "sha1" or "sha-1" => IncrementalHash.CreateHash(HashAlgorithmName.SHA1),
        "md5" => IncrementalHash.CreateHash(HashAlgorithmName.MD5),
#pragma warning restore CA5350, CA5351
        _ => null,
    };

    /// <summary>The declared digest beside that of the bytes.</summary>
    public static RecordDigest Compare(string declared, byte[]? computed)
    {
        if (computed is null)
        {
            return new RecordDigest(declared, null, null);
        }

        var colon = declared.IndexOf(':', StringComparison.Ordinal);
        var hex = Convert.ToHexStringLower(computed);
        return new RecordDigest(declared, $"{declared[..colon]}:{hex}", declared.AsSpan(colon + 1).Trim().Equals(hex, StringComparison.OrdinalIgnoreCase));
    }

    private static string AlgorithmOf(string declared)
    {
        var colon = declared.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : declared[..colon].ToLowerInvariant();
    }
}
