namespace ArchiveScrub.Tests.Captures;

/// <summary>Reads all that a capture holds.</summary>
internal static class Entries
{
    public static async Task<List<CaptureEntry>> OfAsync(byte[] capture, string name = "capture", CaptureLimits? limits = null, CaptureReaderOptions? options = null)
    {
        using var stream = new MemoryStream(capture, writable: false);
        return await OfAsync(stream, name, limits, options);
    }

    public static async Task<List<CaptureEntry>> OfAsync(Stream capture, string name = "capture", CaptureLimits? limits = null, CaptureReaderOptions? options = null)
    {
        var open = await new CaptureReader(limits, options).OpenAsync(capture, new CaptureDescription("tests", name));
        var entries = new List<CaptureEntry>();
        await foreach (var entry in open.ReadAsync())
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>The entries up to the one error that is allowed to end a reading.</summary>
    public static async Task<(List<CaptureEntry> Entries, CaptureException? Error)> UntilErrorAsync(byte[] capture, CaptureLimits? limits = null)
    {
        var entries = new List<CaptureEntry>();
        try
        {
            using var stream = new MemoryStream(capture, writable: false);
            var open = await new CaptureReader(limits).OpenAsync(stream, new CaptureDescription("tests", "damaged"));
            await foreach (var entry in open.ReadAsync())
            {
                entries.Add(entry);
            }

            return (entries, null);
        }
        catch (CaptureException e)
        {
            return (entries, e);
        }
    }

    /// <summary>An entry in a line, for comparing readings: what it is, where, and its content.</summary>
    public static string Describe(CaptureEntry entry) => entry switch
    {
        PageEntry { Page: var page } => $"page {Place(entry)} {page.TargetUri} {page.Format} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(page.Payload.Span))}",
        SkippedEntry skipped => $"skipped {Place(entry)} {skipped.Reason} {skipped.Detail}",
        FailedEntry failed => $"failed {Place(entry)} {failed.Error.Message}",
        WarningEntry warning => $"warning {warning.Warning}",
        _ => entry.ToString(),
    };

    private static string Place(CaptureEntry entry) => $"{entry.Record?.Path} {entry.Record?.Offset} {entry.Record?.Length} {entry.Record?.Container}";
}
