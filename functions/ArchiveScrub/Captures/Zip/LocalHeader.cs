using System.Buffers.Binary;

namespace ArchiveScrub.Captures.Zip;

/// <summary>The header in front of an entry's content (APPNOTE section 4.3.7).</summary>
/// <param name="Entry">What it says of the entry. Where <see cref="ZipEntry.IsStreamed"/>, sizes and checksum may be 0.</param>
/// <param name="DataOffset">Where the content begins.</param>
internal sealed record LocalHeader(ZipEntry Entry, long DataOffset)
{
    public const int FixedSize = 30;
    public const uint Signature = 0x04034B50;

    private const int MaxSize = FixedSize + (2 * ushort.MaxValue);

    /// <summary>Reads the header at an offset; null where there is none, or only a part.</summary>
    public static async ValueTask<LocalHeader?> ReadAsync(ZipSource source, long offset, CancellationToken cancellationToken)
    {
        // Most headers fit; the rest of a longer one is read again with it.
        var buffer = new byte[256];
        var length = await source.ReadAsync(offset, buffer, cancellationToken);
        if (SizeOf(buffer.AsSpan(0, length)) is not { } size)
        {
            return null;
        }

        if (size > buffer.Length)
        {
            buffer = new byte[Math.Min(size, MaxSize)];
            length = await source.ReadAsync(offset, buffer, cancellationToken);
        }

        return size <= length ? Parse(buffer.AsSpan(0, size), offset) : null;
    }

    private static int? SizeOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= FixedSize && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Signature
            ? FixedSize + BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..])
            : null;

    private static LocalHeader? Parse(ReadOnlySpan<byte> bytes, long offset)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        var name = bytes.Slice(FixedSize, BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]));
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[18..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[22..]);
        var wide = ZipExtra.FindZip64(bytes[(FixedSize + name.Length)..]);
        if (!ZipExtra.TryWiden(ref wide, ref size) || !ZipExtra.TryWiden(ref wide, ref compressed))
        {
            return null;
        }

        var entry = new ZipEntry
        {
            Name = ZipName.Decode(name, flags),
            RawName = name.ToArray(),
            HeaderOffset = offset,
            CompressedSize = compressed,
            Size = size,
            Crc32 = BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]),
            Flags = flags,
            Kind = name is [.., (byte)'/'] ? ZipEntryKind.Folder : ZipEntryKind.File,
        };
        return new LocalHeader(entry, offset + bytes.Length);
    }
}
