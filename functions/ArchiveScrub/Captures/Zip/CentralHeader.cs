using System.Buffers.Binary;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Reads the headers in the directory of an archive (APPNOTE section 4.3.12).</summary>
internal static class CentralHeader
{
    public const uint Signature = 0x02014B50;

    private const int FixedSize = 46;

    /// <summary>Reads the header at the start of <paramref name="directory"/> and moves behind it; null where there is none.</summary>
    public static ZipEntry? Read(ref ReadOnlyMemory<byte> directory)
    {
        var bytes = directory.Span;
        if (bytes.Length < FixedSize || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Signature)
        {
            return null;
        }

        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
        var end = FixedSize + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
        if (end > bytes.Length)
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[42..]);
        var wide = ZipExtra.FindZip64(bytes.Slice(FixedSize + nameLength, extraLength));
        if (!ZipExtra.TryWiden(ref wide, ref size) || !ZipExtra.TryWiden(ref wide, ref compressed) || !ZipExtra.TryWiden(ref wide, ref offset))
        {
            return null;
        }

        var rawName = directory.Slice(FixedSize, nameLength);
        var entry = new ZipEntry
        {
            Name = ZipName.Decode(rawName.Span, flags),
            RawName = rawName,
            HeaderOffset = offset,
            CompressedSize = compressed,
            Size = size,
            Crc32 = BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]),
            Flags = flags,
            Kind = KindOf(BinaryPrimitives.ReadUInt32LittleEndian(bytes[38..]), rawName.Span),
        };
        directory = directory[end..];
        return entry;
    }

    /// <summary>The kind, by the Unix mode in the upper half of the attributes, where there is one, and by the name.</summary>
    private static ZipEntryKind KindOf(uint attributes, ReadOnlySpan<byte> name) => (attributes >> 28) switch
    {
        0xA => ZipEntryKind.SymbolicLink,
        0x1 or 0x2 or 0x6 or 0xC => ZipEntryKind.Special,
        _ => name is [.., (byte)'/'] ? ZipEntryKind.Folder : ZipEntryKind.File,
    };
}
