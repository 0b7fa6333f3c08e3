using System.Runtime.CompilerServices;
using ArchiveScrub.Captures.Mhtml;
using ArchiveScrub.Captures.Sniffing;
using ArchiveScrub.Captures.Warc;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Reads one file of an archive as what its content shows it to be: a page, or a capture of its own.</summary>
internal sealed class ZipFileReader(CaptureSource source, ZipContainer container, ZipEntry file)
{
    public async IAsyncEnumerable<CaptureEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (entry, format) = await ReadPageAsync(cancellationToken);
        if (entry is not null)
        {
            yield return entry;
            yield break;
        }

        var capture = new ContainedCapture(source, container, file);
        var inner = format == CaptureFormat.Mhtml
            ? capture.ReadAsync(MhtmlCapture.ReadAsync, cancellationToken)
            : capture.ReadAsync(static (warc, cancel) => WarcCapture.ReadAsync(warc, null, cancel), cancellationToken);
        await foreach (var one in inner)
        {
            yield return one;
        }
    }

    /// <summary>The entry of the file, or, where it is a capture of its own, of which format.</summary>
    private async ValueTask<(CaptureEntry? Entry, CaptureFormat Format)> ReadPageAsync(CancellationToken cancellationToken)
    {
        var record = ZipRecord.Of(file);
        if (file.Kind is ZipEntryKind.SymbolicLink or ZipEntryKind.Special)
        {
            return (Skip(record, SkipReasons.NotPage, file.Kind == ZipEntryKind.SymbolicLink ? "a symbolic link" : "a device or pipe"), default);
        }

        try
        {
            if (file.IsCutOff)
            {
                return await IsWarcAsync(cancellationToken) ? (null, CaptureFormat.Warc) : throw file.Problem!.ToException(source.Description.Name, file);
            }

            await using var stream = await container.OpenAsync(file, cancellationToken);
            record = ZipRecord.Of(file, stream);
            var head = new byte[(int)Math.Min(file.Size, CaptureInput.HeadSize)];
            await stream.ReadExactlyAsync(head, cancellationToken);
            var content = ContentSniffer.Sniff(head);
            return content switch
            {
                { Format: CaptureFormat.Warc or CaptureFormat.Mhtml } => (null, content.Format.Value),
                { Format: CaptureFormat.Zip } => throw Error(CaptureErrorCodes.Unsupported, "the file is a ZIP archive inside another one, which is not read"),
                { Family: ContentFamily.Container } => throw Error(CaptureErrorCodes.UnsupportedCompression, $"the file is {content.Name}, which is not read"),
                { Family: ContentFamily.Binary } => (await SkipAsync(stream, record, content.Name, cancellationToken), default),
                _ => (await ReadTextAsync(stream, record, head, cancellationToken), default),
            };
        }
        catch (CaptureException e)
        {
            return (new FailedEntry(e) { Record = record }, default);
        }
    }

    /// <summary>Whether a file that is cut off holds records, of which the first ones may be whole.</summary>
    private async ValueTask<bool> IsWarcAsync(CancellationToken cancellationToken)
    {
        await using var stream = await container.OpenCutOffAsync(file, cancellationToken);
        var head = new byte[CaptureInput.HeadSize];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return ContentSniffer.Sniff(head.AsSpan(0, length)).Format == CaptureFormat.Warc;
    }

    private async ValueTask<CaptureEntry> ReadTextAsync(ZipEntryStream stream, RecordInfo record, byte[] head, CancellationToken cancellationToken)
    {
        if (file.Size > source.Limits.MaxPageBytes)
        {
            throw Error(CaptureErrorCodes.TooLarge, "the file is larger than the limit for a page");
        }

        var payload = new byte[(int)file.Size];
        head.CopyTo(payload, 0);
        await stream.ReadExactlyAsync(payload.AsMemory(head.Length), cancellationToken);
        await stream.DrainAsync(cancellationToken: cancellationToken);
        return PageEntries.Of(source, record, payload, file.Name, isAnyText: !DataFiles.IsData(file.Name));
    }

    /// <summary>What is no text by its first bytes may be a page that is damaged there: it is passed over once its checksum is known to be right.</summary>
    private static async ValueTask<CaptureEntry> SkipAsync(ZipEntryStream stream, RecordInfo record, string detail, CancellationToken cancellationToken)
    {
        await stream.DrainAsync(cancellationToken: cancellationToken);
        return Skip(record, SkipReasons.NotText, detail);
    }

    private static SkippedEntry Skip(RecordInfo record, string reason, string detail) => new(reason, detail) { Record = record };

    private CaptureException Error(string code, string reason) => new ZipProblem(code, reason).ToException(source.Description.Name, file);
}
