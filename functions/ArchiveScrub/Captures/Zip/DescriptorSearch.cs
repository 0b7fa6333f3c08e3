using System.Buffers.Binary;

namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// Finds where the content of an entry ends whose sizes stand behind it (APPNOTE section 4.3.9): at a descriptor, with
/// or without a signature, that says as many bytes as there are before it, and behind which something begins.
/// </summary>
internal static class DescriptorSearch
{
    private const int NarrowSize = 12;
    private const int WideSize = 20;

    /// <summary>The entry with its sizes, and where what follows it begins; null where no descriptor fits.</summary>
    public static async ValueTask<(ZipEntry Entry, long End)?> FindAsync(ZipSource source, LocalHeader header, CancellationToken cancellationToken)
    {
        await foreach (var (at, signature) in SignatureSearch.FindAsync(source, header.DataOffset, cancellationToken))
        {
            // Behind its signature, or, where it has none, before the signature of what follows.
            var found = signature == SignatureSearch.Descriptor
                ? await ReadAsync(source, header, at, at + 4, NarrowSize, cancellationToken) ?? await ReadAsync(source, header, at, at + 4, WideSize, cancellationToken)
                : await ReadBeforeAsync(source, header, at, cancellationToken);
            if (found is not null)
            {
                return found;
            }
        }

        // The archive may break off in or before that signature.
        for (var cut = 0; cut < 4; cut++)
        {
            if (await ReadBeforeAsync(source, header, source.Length - cut, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static async ValueTask<(ZipEntry Entry, long End)?> ReadBeforeAsync(ZipSource source, LocalHeader header, long end, CancellationToken cancellationToken) =>
        await ReadAsync(source, header, end - NarrowSize, end - NarrowSize, NarrowSize, cancellationToken)
        ?? await ReadAsync(source, header, end - WideSize, end - WideSize, WideSize, cancellationToken);

    /// <summary>The entry by the descriptor at <paramref name="start"/>, if that says that the content ends at <paramref name="contentEnd"/>.</summary>
    private static async ValueTask<(ZipEntry Entry, long End)?> ReadAsync(ZipSource source, LocalHeader header, long contentEnd, long start, int size, CancellationToken cancellationToken)
    {
        var bytes = new byte[size];
        if (contentEnd < header.DataOffset || await source.ReadAsync(start, bytes, cancellationToken) != size)
        {
            return null;
        }

        var (crc, compressed, unpacked) = Parse(bytes);
        return compressed == contentEnd - header.DataOffset && await SignatureSearch.MayBeAtAsync(source, start + size, cancellationToken)
            ? (header.Entry with { Crc32 = crc, CompressedSize = compressed, Size = unpacked }, start + size)
            : null;
    }

    private static (uint Crc32, long CompressedSize, long Size) Parse(ReadOnlySpan<byte> bytes) => bytes.Length == NarrowSize
        ? (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]))
        : (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]));
}
