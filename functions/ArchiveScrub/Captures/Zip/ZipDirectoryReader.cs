using System.Globalization;

namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// Reads which entries an archive has: from the directory at its end, or, where that is cut off or damaged, from the
/// headers of the entries themselves.
/// </summary>
internal sealed class ZipDirectoryReader(ZipSource source, string capture, int maxEntries)
{
    /// <summary>A directory is held in memory; one with the most entries and names of the usual length takes half of this.</summary>
    public const int MaxDirectoryBytes = 32 * 1024 * 1024;

    /// <exception cref="CaptureException">There are more entries than the limit, or no entry at all can be found.</exception>
    public async ValueTask<ZipDirectory> ReadAsync(CancellationToken cancellationToken)
    {
        if (await EndRecord.FindAsync(source, cancellationToken) is not { } end)
        {
            return await ScanAsync("the directory at the end of the archive is missing or does not fit", source.Length, cancellationToken);
        }

        if (end.Count > (ulong)maxEntries)
        {
            throw TooMany(end.Count.ToString(CultureInfo.InvariantCulture), end.Offset);
        }

        if (end.Size > MaxDirectoryBytes)
        {
            throw new CaptureException(
                CaptureErrorCodes.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"the directory of the archive is larger than the limit of {MaxDirectoryBytes} bytes"),
                capture,
                offset: end.Offset);
        }

        var directory = new byte[(int)end.Size];
        var length = await source.ReadAsync(end.Offset, directory, cancellationToken);
        if (Parse(directory.AsMemory(0, length), end) is not { } entries)
        {
            return await ScanAsync("the directory of the archive is damaged", end.Offset, cancellationToken);
        }

        return ZipLayout.Overlaps(entries, end.Offset)
            ? await ScanAsync("the directory of the archive names contents that overlap or are not there", end.Offset, cancellationToken)
            : new ZipDirectory(ZipLayout.Judge(entries));
    }

    /// <summary>The entries of the directory in the order of their contents; null where it is not what the end record says.</summary>
    private static ZipEntry[]? Parse(ReadOnlyMemory<byte> directory, EndRecord end)
    {
        var entries = new List<ZipEntry>();
        while (!directory.IsEmpty)
        {
            if ((ulong)entries.Count == end.Count || CentralHeader.Read(ref directory) is not { } entry)
            {
                return null;
            }

            entries.Add(entry);
        }

        return (ulong)entries.Count == end.Count ? [.. entries.OrderBy(static entry => entry.HeaderOffset)] : null;
    }

    private async ValueTask<ZipDirectory> ScanAsync(string damage, long offset, CancellationToken cancellationToken)
    {
        var entries = new List<ZipEntry>();
        await foreach (var entry in new ZipScanner(source).ScanAsync(cancellationToken))
        {
            if (entries.Count == maxEntries)
            {
                throw TooMany("more", entry.HeaderOffset);
            }

            entries.Add(entry);
        }

        return entries.Count > 0
            ? new ZipDirectory(ZipLayout.Judge(entries), damage, offset)
            : throw new CaptureException(CaptureErrorCodes.ContainerDamaged, $"{damage}, and no whole entry header is there", capture, offset: offset);
    }

    private CaptureException TooMany(string count, long offset) => new(
        CaptureErrorCodes.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"the archive has {count} entries; the limit is {maxEntries}"),
        capture,
        offset: offset);
}
