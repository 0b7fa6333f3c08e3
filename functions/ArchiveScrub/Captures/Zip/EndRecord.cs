using System.Buffers.Binary;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Where the directory of an archive stands, as the record at its end says (APPNOTE sections 4.3.14 to 4.3.16).</summary>
/// <param name="Count">How many entries it says to have.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Size">Its size in bytes.</param>
internal sealed record EndRecord(ulong Count, long Offset, long Size)
{
    private const uint Signature = 0x06054B50;
    private const uint Zip64Signature = 0x06064B50;
    private const uint LocatorSignature = 0x07064B50;
    private const int FixedSize = 22;
    private const int LocatorSize = 20;
    private const int Zip64Size = 56;

    /// <summary>
    /// Finds the record: the last one behind which there is a comment of the length that it says, and before which the
    /// directory ends. Null where there is none.
    /// </summary>
    public static async ValueTask<EndRecord?> FindAsync(ZipSource source, CancellationToken cancellationToken)
    {
        var tail = new byte[(int)Math.Min(source.Length, FixedSize + ushort.MaxValue)];
        var start = source.Length - tail.Length;
        var length = await source.ReadAsync(start, tail, cancellationToken);
        for (var at = length - FixedSize; at >= 0; at--)
        {
            if (IsRecord(tail.AsSpan(at, length - at))
                && await ReadAsync(source, tail.AsMemory(at, FixedSize), start + at, cancellationToken) is { } record)
            {
                return record;
            }
        }

        return null;
    }

    private static bool IsRecord(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Signature
        && BinaryPrimitives.ReadUInt16LittleEndian(bytes[20..]) == bytes.Length - FixedSize;

    private static async ValueTask<EndRecord?> ReadAsync(ZipSource source, ReadOnlyMemory<byte> bytes, long at, CancellationToken cancellationToken)
    {
        var disk = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[4..]);
        var record = new EndRecord(
            BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[12..]));
        var isWide = disk == ushort.MaxValue || record is { Count: ushort.MaxValue } or { Offset: uint.MaxValue } or { Size: uint.MaxValue };
        if (isWide && await ReadZip64Async(source, at - LocatorSize, cancellationToken) is var (wide, wideAt))
        {
            return wide.EndsAt(wideAt) ? wide : null;
        }

        return disk == 0 && record.EndsAt(at) ? record : null;
    }

    private bool EndsAt(long at) => Offset >= 0 && Size >= 0 && Offset <= at && Size == at - Offset;

    private static async ValueTask<(EndRecord Record, long At)?> ReadZip64Async(ZipSource source, long locatorAt, CancellationToken cancellationToken)
    {
        var bytes = new byte[Zip64Size];
        if (await source.ReadAsync(locatorAt, bytes.AsMemory(0, LocatorSize), cancellationToken) != LocatorSize
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != LocatorSignature)
        {
            return null;
        }

        var at = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8));
        if (await source.ReadAsync(at, bytes, cancellationToken) != Zip64Size
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Zip64Signature
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(16)) != 0)
        {
            return null;
        }

        var record = new EndRecord(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(32)),
            BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48)),
            BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(40)));
        return (record, at);
    }
}
