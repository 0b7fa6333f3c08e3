using System.Runtime.CompilerServices;

namespace ArchiveScrub.Captures.Mhtml;

/// <summary>Reads MHTML files: a page and what belongs to it, as a browser saves them (RFC 2557).</summary>
internal static class MhtmlCapture
{
    public static async IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await MhtmlParser.ReadAsync(source, cancellationToken);
        if (file.Root is not { } root)
        {
            throw source.Error(CaptureErrorCodes.NotText, "the MHTML file has no part that is a page", offset: 0);
        }

        // The file is there for its page: without one it is no page's capture, whatever else is in it.
        var page = EntryOf(source, file, root);
        if (page is FailedEntry failed)
        {
            throw failed.Error;
        }

        if (page is SkippedEntry { Reason: var reason, Detail: var detail })
        {
            throw source.Error(
                reason == SkipReasons.NoText ? CaptureErrorCodes.NoText : CaptureErrorCodes.NotText,
                $"the page of the MHTML file is not text: {detail ?? reason}",
                page.Record);
        }

        foreach (var part in file.Parts)
        {
            yield return part == root ? page : EntryOf(source, file, part);
        }

        if (file.IsCutOff && root != file.Parts[^1])
        {
            yield return new WarningEntry(new CaptureWarning(CaptureWarningCodes.SourceTruncated, "the file ends before its last boundary"));
        }
    }

    private static CaptureEntry EntryOf(CaptureSource source, MhtmlParser file, MhtmlPart part)
    {
        var isRoot = part == file.Root;
        var record = new RecordInfo
        {
            Type = "part",
            Offset = part.Offset,
            Length = part.Length,
            Path = source.Path,
            Id = part.Headers.Id,
            Date = file.Headers.Date,
            TargetUri = isRoot ? RootUri(file, part) : part.Headers.Location,
            MediaType = part.Headers.MediaType,
            Warnings = file.IsCutOff && part == file.Parts[^1]
                ? [new CaptureWarning(CaptureWarningCodes.SourceTruncated, "the file ends before the part's boundary", part.Offset)]
                : [],
        };
        return part switch
        {
            { IsTooLarge: true } => source.Fail(CaptureErrorCodes.TooLarge, "the part is larger than the limit for a page", record),
            { IsKept: true } when isRoot || part.Headers.MediaType is not null => PageEntries.Of(source, record, part.Content, "", isAnyText: isRoot),
            _ => new SkippedEntry(SkipReasons.NotPage, MediaTypeHeader.Parse(part.Headers.MediaType).Type) { Record = record },
        };
    }

    /// <summary>A part may be named by an id that means nothing outside the file; where the page was captured from is then said by the file.</summary>
    private static string? RootUri(MhtmlParser file, MhtmlPart root) =>
        root.Headers.Location is { } location && !location.StartsWith("cid:", StringComparison.OrdinalIgnoreCase)
            ? location
            : file.Headers.SnapshotLocation ?? file.Headers.Location;
}
