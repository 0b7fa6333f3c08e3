namespace ArchiveScrub.Captures.Warc;

/// <summary>Reads WARC and ARC files, WET among them: plain, compressed by record, or as a whole.</summary>
internal static class WarcCapture
{
    public static IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSource source, CaptureSlice? slice, CancellationToken cancellationToken) =>
        throw source.Error(CaptureErrorCodes.Unsupported, "the capture is a WARC file, which this version does not read", offset: 0);
}
