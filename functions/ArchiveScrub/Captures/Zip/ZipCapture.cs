namespace ArchiveScrub.Captures.Zip;

/// <summary>Reads ZIP archives: WACZ, and folders of pages.</summary>
internal static class ZipCapture
{
    public static IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSource source, CancellationToken cancellationToken) =>
        throw source.Error(CaptureErrorCodes.Unsupported, "the capture is a ZIP archive, which this version does not read", offset: 0);
}
