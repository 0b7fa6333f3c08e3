namespace ArchiveScrub.Tests.Captures.Zip;

/// <summary>A file that <see cref="ZipBuilder"/> puts into an archive, with all that can be wrong with it.</summary>
internal sealed record ZipMember(string Name, byte[] Content)
{
    public bool IsDeflated { get; init; }

    /// <summary>Sizes behind the content (a data descriptor), with or without a signature.</summary>
    public bool IsStreamed { get; init; }

    public bool HasDescriptorSignature { get; init; } = true;

    /// <summary>Sizes and offset in zip64 fields, although they would fit.</summary>
    public bool IsZip64 { get; init; }

    public int Flags { get; init; }

    /// <summary>Replaces the method.</summary>
    public int? Method { get; init; }

    /// <summary>The Unix mode in the directory.</summary>
    public int Mode { get; init; } = 0x81A4; // a file, rw-r--r--

    /// <summary>The name in the local header, where it differs.</summary>
    public byte[]? LocalName { get; init; }

    /// <summary>The name's bytes, where they are not UTF-8.</summary>
    public byte[]? RawName { get; init; }

    /// <summary>The unpacked size that both headers declare, where it is not the true one.</summary>
    public long? DeclaredSize { get; init; }

    /// <summary>The packed size that the directory declares, where it is not the true one.</summary>
    public long? DeclaredCompressedSize { get; init; }

    /// <summary>Where the directory says that the file stands, where that is not true.</summary>
    public long? DeclaredOffset { get; init; }

    public uint? DeclaredCrc32 { get; init; }
}
