namespace ArchiveScrub.Captures.Zip;

/// <summary>An entry as the archive's directory declares it (PKWARE APPNOTE section 4.3.12), with what is wrong with that.</summary>
internal sealed record ZipEntry
{
    public const int Stored = 0;
    public const int Deflated = 8;

    private const int EncryptedFlag = 0x0001;
    private const int StreamedFlag = 0x0008;
    private const int StrongEncryptionFlag = 0x0040;
    private const int MaskedFlag = 0x2000;

    /// <summary>The name, <c>/</c> between folders; data, never used as a path.</summary>
    public required string Name { get; init; }

    /// <summary>The name's bytes.</summary>
    public required ReadOnlyMemory<byte> RawName { get; init; }

    /// <summary>Where the local header begins.</summary>
    public required long HeaderOffset { get; init; }

    /// <summary>Bytes in the archive.</summary>
    public required long CompressedSize { get; init; }

    /// <summary>Bytes when unpacked.</summary>
    public required long Size { get; init; }

    /// <summary>CRC-32 of the unpacked bytes.</summary>
    public required uint Crc32 { get; init; }

    /// <summary>Compression method, APPNOTE section 4.4.5.</summary>
    public required int Method { get; init; }

    /// <summary>General purpose bits, APPNOTE section 4.4.4.</summary>
    public required int Flags { get; init; }

    public ZipEntryKind Kind { get; init; }

    /// <summary>Whether the archive ends before the content does: <see cref="CompressedSize"/> is what is there of it.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Why it is not read; null where nothing is known to be wrong with it.</summary>
    public ZipProblem? Problem { get; init; }

    /// <summary>Whether size and checksum stand behind the content, not in the local header.</summary>
    public bool IsStreamed => (Flags & StreamedFlag) != 0;

    public bool IsEncrypted => (Flags & (EncryptedFlag | StrongEncryptionFlag | MaskedFlag)) != 0;

    /// <summary>The least that the entry covers of the archive ends here: local headers may have longer extra fields than is known.</summary>
    public long LeastEnd => HeaderOffset + LocalHeader.FixedSize + RawName.Length + CompressedSize;

    /// <summary>The same entry with what can be told to be wrong with it from its header alone.</summary>
    public ZipEntry Judged() => this with { Problem = Problem ?? FindProblem() };

    private ZipProblem? FindProblem() => this switch
    {
        { IsEncrypted: true } => new(CaptureErrorCodes.Encrypted, "the entry is encrypted"),
        { Method: not (Stored or Deflated) } => new(CaptureErrorCodes.UnsupportedCompression, $"the entry is compressed by {MethodName(Method)}, which is not read"),
        { Method: Stored } when Size != CompressedSize => new(CaptureErrorCodes.ContainerDamaged, "the entry is stored, but its size is not the size of its content"),
        _ => null,
    };

    private static string MethodName(int method) => method switch
    {
        9 => "Deflate64",
        12 => "bzip2",
        14 => "LZMA",
        93 => "Zstandard",
        95 => "xz",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"method {method}"),
    };
}
