using ArchiveScrub.Captures.Sniffing;

namespace ArchiveScrub.Captures;

/// <summary>Makes pages of the contents of records: text becomes a page, and anything else is passed over with the reason.</summary>
internal static class PageEntries
{
    /// <summary>A URI without the angle brackets that some writers put around it.</summary>
    public static string? Unbracket(string? uri) => uri?.Trim() is { } trimmed ? trimmed is ['<', .., '>'] ? trimmed[1..^1] : trimmed : null;

    /// <summary>The entry of a record's content.</summary>
    /// <param name="source">The capture.</param>
    /// <param name="record">The record, complete with its warnings.</param>
    /// <param name="payload">The content after transfer and content decoding; the entry keeps it.</param>
    /// <param name="name">A name that may tell what it is where nothing else does: a file's name, a URI's path.</param>
    /// <param name="isAnyText">Whether any text is a page where no type is declared: that of a file whose name does not say otherwise.</param>
    public static CaptureEntry Of(CaptureSource source, RecordInfo record, ReadOnlyMemory<byte> payload, string name, bool isAnyText = false)
    {
        if (source.Options.Mode == ReadingMode.Strict && record.Warnings is [var warning, ..])
        {
            return source.Fail(warning.Code, warning.Message, record, warning.Offset);
        }

        var declared = MediaTypeHeader.Parse(record.MediaType);
        var content = ContentSniffer.Sniff(payload.Span[..Math.Min(payload.Length, CaptureInput.HeadSize)]);
        if (content.Family != ContentFamily.Text)
        {
            return new SkippedEntry(SkipReasons.NotText, content.Name) { Record = record };
        }

        // A declared type is better evidence than a name, which on the web tells how a page is made.
        var format = FormatSniffer.Sniff(payload.Span, declared.Type is null ? name : "", declared.Type);
        if (!(isAnyText && declared.Type is null) && !PageTypes.MayBePage(declared.Type, format))
        {
            return new SkippedEntry(SkipReasons.NotText, declared.Type) { Record = record };
        }

        var page = new Page
        {
            Capture = source.Identity,
            Record = record,
            Payload = payload,
            Format = format,
            IsCleanText = source.HoldsCleanText && record.Type == "conversion",
            TargetUri = Unbracket(record.TargetUri) ?? source.Description.TargetUri,
            CapturedAt = record.Date ?? source.Description.CapturedAt,
            MediaType = declared.Type,
            DeclaredCharset = declared.Charset,
        };
        try
        {
            BlankCheck.ThrowIfNoText(payload.Span, source.Description.Name);
            BlankCheck.ThrowIfOnlyExoticBlanks(page);
            return new PageEntry(page) { Record = record };
        }
        catch (CaptureException e) when (e.Code is CaptureErrorCodes.NoText or CaptureErrorCodes.NotText)
        {
            return new SkippedEntry(e.Code == CaptureErrorCodes.NoText ? SkipReasons.NoText : SkipReasons.NotText) { Record = record };
        }
    }
}
