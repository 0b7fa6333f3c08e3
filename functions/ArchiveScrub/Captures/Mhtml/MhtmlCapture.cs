namespace ArchiveScrub.Captures.Mhtml;

/// <summary>Reads MHTML files: a page and what belongs to it, as a browser saves them (RFC 2557).</summary>
internal static class MhtmlCapture
{
    public static IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSource source, CancellationToken cancellationToken) =>
        throw source.Error(CaptureErrorCodes.Unsupported, "the capture is an MHTML file, which this version does not read", offset: 0);
}
