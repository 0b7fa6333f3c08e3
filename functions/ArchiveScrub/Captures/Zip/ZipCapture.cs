using System.Runtime.CompilerServices;
using ArchiveScrub.Captures.Wacz;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Reads ZIP archives: WACZ, and folders of pages or of other captures.</summary>
internal static class ZipCapture
{
    /// <summary>Reads the files of a slice, in the order in which they stand in the archive.</summary>
    public static async IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSource source, CaptureSlice? slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var container = await OpenAsync(source, cancellationToken);
        var stretch = new ZipSlice(slice, source.Identity.Size);
        if (stretch.IsFirst && container.Contents.Damage is { } damage)
        {
            yield return new WarningEntry(new CaptureWarning(CaptureWarningCodes.ContainerIndexDamaged, damage, container.Contents.DamageOffset));
        }

        var entries = WaczCapture.IsWacz(container.Contents)
            ? WaczCapture.ReadAsync(source, container, stretch, cancellationToken)
            : ReadFolderAsync(source, container, stretch, cancellationToken);
        await foreach (var entry in entries)
        {
            yield return entry;
        }
    }

    /// <summary>Where the files begin: what the directory says, so that no content is read.</summary>
    public static async IAsyncEnumerable<long> FindStartsAsync(CaptureSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in (await OpenAsync(source, cancellationToken)).Contents.Entries)
        {
            if (file.Kind != ZipEntryKind.Folder)
            {
                yield return file.HeaderOffset;
            }
        }
    }

    private static async ValueTask<ZipContainer> OpenAsync(CaptureSource source, CancellationToken cancellationToken)
    {
        source.Stream.Position = 0;
        return await ZipContainer.OpenAsync(source.Stream, source.Description.Name, source.Limits, cancellationToken);
    }

    private static async IAsyncEnumerable<CaptureEntry> ReadFolderAsync(CaptureSource source, ZipContainer container, ZipSlice slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in container.Contents.Entries)
        {
            if (file.Kind == ZipEntryKind.Folder || !slice.Holds(file))
            {
                continue;
            }

            await foreach (var entry in ZipSlice.BeginAsync(file, new ZipFileReader(source, container, file).ReadAsync(cancellationToken), cancellationToken))
            {
                yield return entry;
            }
        }
    }
}
