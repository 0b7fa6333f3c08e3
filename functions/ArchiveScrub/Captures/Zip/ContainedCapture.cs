using System.Runtime.CompilerServices;

namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// A file of an archive that is a capture of its own. It is read twice: first to see that its checksums are right, so
/// that no page of a damaged file is given, then for what it holds. One that is cut off is told of, and then gives the
/// records that are there: they have checksums of their own.
/// </summary>
internal sealed class ContainedCapture(CaptureSource source, ZipContainer container, ZipEntry file)
{
    public static readonly ZipProblem NotAsListed = new(CaptureErrorCodes.ContainerDamaged, "the file is not the one that datapackage.json lists: its digest or size differs");

    /// <summary>Reads the content to its end and checks it against what a WACZ declares.</summary>
    public Func<ZipEntryStream, CancellationToken, ValueTask<WaczChecks?>> CheckAsync { get; init; } = static async (stream, cancellationToken) =>
    {
        await stream.DrainAsync(cancellationToken: cancellationToken);
        return null;
    };

    /// <param name="read">Reads captures of the file's format.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<CaptureEntry> ReadAsync(
        Func<CaptureSource, CancellationToken, IAsyncEnumerable<CaptureEntry>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (record, failure) = await CheckFileAsync(cancellationToken);
        if (failure is not null)
        {
            yield return failure;
            if (!file.IsCutOff || failure.Error.Code != CaptureErrorCodes.RecordTruncated)
            {
                yield break;
            }
        }

        foreach (var warning in record.Warnings)
        {
            yield return new WarningEntry(warning with { Message = $"{file.Name}: {warning.Message}" });
        }

        await using var stream = await OpenAsync(cancellationToken);
        await using var entries = read(source with { Stream = stream, Path = file.Name }, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(entries, record) is { } entry)
        {
            yield return Place(entry, record.Container);
        }
    }

    /// <summary>What the container says of the file, and what is wrong with it as a whole.</summary>
    private async ValueTask<(RecordInfo Record, FailedEntry? Failure)> CheckFileAsync(CancellationToken cancellationToken)
    {
        var record = ZipRecord.Of(file);
        try
        {
            await using var stream = await OpenAsync(cancellationToken);
            record = ZipRecord.Of(file, stream);
            if (file.IsCutOff)
            {
                throw file.Problem!.ToException(source.Description.Name, file);
            }

            var checks = await CheckAsync(stream, cancellationToken);
            record = ZipRecord.Of(file, stream, checks);
            return checks is { File: Integrity.Mismatch }
                ? throw NotAsListed.ToException(source.Description.Name, file)
                : (record, null);
        }
        catch (CaptureException e)
        {
            return (record, new FailedEntry(e) { Record = record });
        }
    }

    private ValueTask<ZipEntryStream> OpenAsync(CancellationToken cancellationToken) =>
        file.IsCutOff ? container.OpenCutOffAsync(file, cancellationToken) : container.OpenAsync(file, cancellationToken);

    /// <summary>The next entry, or what is wrong with the file as a whole; null at the end.</summary>
    private static async ValueTask<CaptureEntry?> NextAsync(IAsyncEnumerator<CaptureEntry> entries, RecordInfo record)
    {
        try
        {
            return await entries.MoveNextAsync() ? entries.Current : null;
        }
        catch (CaptureException e)
        {
            // The enumeration is over: the next call gives null.
            return new FailedEntry(e) { Record = record };
        }
    }

    private static CaptureEntry Place(CaptureEntry entry, ContainerFile? place)
    {
        if (entry.Record is not { } record)
        {
            return entry;
        }

        // Where a slice may begin is a place in the file, not in the capture.
        var placed = record with { Container = place };
        return entry is PageEntry { Page: var page }
            ? new PageEntry(page with { Record = placed }) { Record = placed }
            : entry with { Record = placed, StartsAt = null };
    }
}
