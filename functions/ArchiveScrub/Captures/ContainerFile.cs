namespace ArchiveScrub;

/// <summary>The file inside a container (a ZIP archive, a WACZ) that a record stands in, and how far it is what the container says. Its name is <see cref="RecordInfo.Path"/>.</summary>
public sealed record ContainerFile
{
    /// <summary>Offset in the capture of the first byte of the file's content. Records of a file that is stored stand in the capture at this offset and their own.</summary>
    public required long Offset { get; init; }

    /// <summary>Bytes that the content takes there, compressed as it is.</summary>
    public required long Length { get; init; }

    /// <summary>Whether the content is compressed (RFC 1951).</summary>
    public required bool IsDeflated { get; init; }

    /// <summary>What the container is; null for a ZIP archive that is no WACZ.</summary>
    public WaczChecks? Wacz { get; init; }
}
