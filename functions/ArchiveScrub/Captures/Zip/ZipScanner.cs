using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// Finds the entries of an archive that has no directory (it was cut off, or is damaged) by the headers in front of
/// them. What lies between two entries is passed over.
/// </summary>
internal sealed class ZipScanner(ZipSource source)
{
    private static readonly ZipProblem CutOff = new(CaptureErrorCodes.RecordTruncated, "the entry's content is cut off");
    private static readonly ZipProblem NoEnd = new(CaptureErrorCodes.ContainerDamaged, "the entry's content does not end where its header says");

    public async IAsyncEnumerable<ZipEntry> ScanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var at = 0L;
        while (await FindHeaderAsync(at, cancellationToken) is { } header)
        {
            var found = await FindEndAsync(header, cancellationToken);
            yield return found.Entry;
            at = found.End;
        }
    }

    /// <summary>The first header from an offset on; null where the contents end before the next one.</summary>
    private async ValueTask<LocalHeader?> FindHeaderAsync(long at, CancellationToken cancellationToken)
    {
        if (await LocalHeader.ReadAsync(source, at, cancellationToken) is { } next)
        {
            return next;
        }

        if (await SignatureAtAsync(at, cancellationToken) == CentralHeader.Signature)
        {
            return null;
        }

        await foreach (var (place, signature) in SignatureSearch.FindAsync(source, at, cancellationToken))
        {
            if (signature == LocalHeader.Signature && await LocalHeader.ReadAsync(source, place, cancellationToken) is { } header && IsPlausible(header))
            {
                return header;
            }
        }

        return null;
    }

    /// <summary>The entry with its size, and where to go on. An entry without an end that fits covers nothing, so that those inside its supposed content are found.</summary>
    private async ValueTask<(ZipEntry Entry, long End)> FindEndAsync(LocalHeader header, CancellationToken cancellationToken)
    {
        if (header.Entry is { IsStreamed: true, CompressedSize: 0 })
        {
            return await DescriptorSearch.FindAsync(source, header, cancellationToken)
                ?? (ToEnd(header), header.DataOffset);
        }

        var end = header.DataOffset + header.Entry.CompressedSize;
        return end > source.Length || end < header.DataOffset ? (ToEnd(header), header.DataOffset)
            : await SignatureSearch.MayBeAtAsync(source, end, cancellationToken) ? (header.Entry, end)
            : (header.Entry with { CompressedSize = 0, Problem = NoEnd }, header.DataOffset);
    }

    private ZipEntry ToEnd(LocalHeader header) =>
        header.Entry with { CompressedSize = Math.Max(0, source.Length - header.DataOffset), IsCutOff = true, Problem = header.Entry.Judged().Problem ?? CutOff };

    private async ValueTask<uint?> SignatureAtAsync(long at, CancellationToken cancellationToken)
    {
        var bytes = new byte[4];
        return await source.ReadAsync(at, bytes, cancellationToken) == bytes.Length && bytes is [(byte)'P', (byte)'K', ..]
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
            : null;
    }

    /// <summary>Whether four bytes that are found by chance are more than chance: compressed content holds any of them now and then.</summary>
    private static bool IsPlausible(LocalHeader header) =>
        header.Entry is { Method: <= 99, RawName.Length: > 0 and <= 1024 } && !header.Entry.Name.Any(char.IsControl);
}
