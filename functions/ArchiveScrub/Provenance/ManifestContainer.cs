using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>Where the file inside a container stands that holds a record, and how far it is what the container says: see <see cref="ContainerFile"/>.</summary>
public sealed record ManifestContainer
{
    /// <summary><c>stored</c>, or <c>deflated</c> (RFC 1951).</summary>
    [JsonPropertyName("compression")]
    public required string Compression { get; init; }

    /// <summary>Bytes that the file's content takes in the capture, compressed as it is.</summary>
    [JsonPropertyName("length")]
    public required long Length { get; init; }

    /// <summary>Offset of its first byte in the capture.</summary>
    [JsonPropertyName("offset")]
    public required long Offset { get; init; }

    /// <summary>What a WACZ says of it.</summary>
    [JsonPropertyName("wacz")]
    public ManifestWacz? Wacz { get; init; }

    internal static ManifestContainer? Of(ContainerFile? file) => file is null ? null : new()
    {
        Compression = file.IsDeflated ? "deflated" : "stored",
        Length = file.Length,
        Offset = file.Offset,
        Wacz = ManifestWacz.Of(file.Wacz),
    };
}
