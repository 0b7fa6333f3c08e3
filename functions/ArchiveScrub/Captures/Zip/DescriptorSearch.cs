using System.Buffers.Binary;

namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// Finds where the content of an entry ends whose sizes stand behind it (APPNOTE section 4.3.9): at a descriptor, with
/// or without a signature, that says as many bytes as there are before it.
/// </summary>
internal static class DescriptorSearch
{
    private const int NarrowSize = 12;
    private const int WideSize = 20;

    /// <summary>The entry with its sizes, and where what follows it begins; null where no descriptor fits.</summary>
    public static async ValueTask<(ZipEntry Entry, long End)?> FindAsync(ZipSource source, LocalHeader header, CancellationToken cancellationToken)
    {
        var bytes = new byte[WideSize];
        await foreach (var (at, signature) in SignatureSearch.FindAsync(source, header.DataOffset, cancellationToken))
        {
            foreach (var size in (int[])[NarrowSize, WideSize])
            {
                // Behind its signature, or, where it has none, before the signature of what follows.
                var start = signature == SignatureSearch.Descriptor ? at + 4 : at - size;
                var content = signature == SignatureSearch.Descriptor ? at - header.DataOffset : start - header.DataOffset;
                if (content >= 0
                    && await source.ReadAsync(start, bytes.AsMemory(0, size), cancellationToken) == size
                    && Read(bytes.AsSpan(0, size)) is var (crc, compressed, unpacked)
                    && compressed == content)
                {
                    return (header.Entry with { Crc32 = crc, CompressedSize = compressed, Size = unpacked }, start + size);
                }
            }
        }

        return null;
    }

    private static (uint Crc32, long CompressedSize, long Size) Read(ReadOnlySpan<byte> bytes) => bytes.Length == NarrowSize
        ? (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]))
        : (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]));
}
