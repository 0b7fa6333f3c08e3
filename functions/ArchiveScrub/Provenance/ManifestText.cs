using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>A text, by size and hash.</summary>
public sealed record ManifestText
{
    /// <summary>Size in bytes of UTF-8.</summary>
    [JsonPropertyName("bytes")]
    public required int Bytes { get; init; }

    /// <summary>Unicode code points.</summary>
    [JsonPropertyName("codePoints")]
    public required int CodePoints { get; init; }

    /// <summary>SHA-256 of the UTF-8 bytes, lower-case hex.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }

    /// <summary>Words.</summary>
    [JsonPropertyName("words")]
    public required int Words { get; init; }

    internal static ManifestText Of(string text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        var bytes = Encoding.UTF8.GetBytes(text, utf8);
        var of = new ManifestText
        {
            Bytes = bytes,
            CodePoints = ArchiveScrub.Text.CodePoints.Count(text),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(utf8.AsSpan(0, bytes))),
            Words = ArchiveScrub.Text.Words.Count(text),
        };
        ArrayPool<byte>.Shared.Return(utf8);
        return of;
    }
}
