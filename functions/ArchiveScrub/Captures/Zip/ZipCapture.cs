using System.Runtime.CompilerServices;
using ArchiveScrub.Captures.Wacz;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Reads ZIP archives: WACZ, and folders of pages or of other captures.</summary>
internal static class ZipCapture
{
    public static async IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var container = await ZipContainer.OpenAsync(source.Stream, source.Description.Name, source.Limits, cancellationToken);
        if (container.Contents.Damage is { } damage)
        {
            yield return new WarningEntry(new CaptureWarning(CaptureWarningCodes.ContainerIndexDamaged, damage, container.Contents.DamageOffset));
        }

        var entries = WaczCapture.IsWacz(container.Contents)
            ? WaczCapture.ReadAsync(source, container, cancellationToken)
            : ReadFolderAsync(source, container, cancellationToken);
        await foreach (var entry in entries)
        {
            yield return entry;
        }
    }

    private static async IAsyncEnumerable<CaptureEntry> ReadFolderAsync(CaptureSource source, ZipContainer container, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in container.Contents.Entries)
        {
            if (file.Kind == ZipEntryKind.Folder)
            {
                continue;
            }

            await foreach (var entry in new ZipFileReader(source, container, file).ReadAsync(cancellationToken))
            {
                yield return entry;
            }
        }
    }
}
