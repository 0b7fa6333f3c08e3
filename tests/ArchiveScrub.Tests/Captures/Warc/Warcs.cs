using System.Text;

namespace ArchiveScrub.Tests.Captures.Warc;

/// <summary>Reads WARC files from memory.</summary>
internal static class Warcs
{
    public static async Task<List<CaptureEntry>> ReadAsync(byte[] bytes, string name = "x.warc", CaptureLimits? limits = null, CaptureReaderOptions? options = null, int chunk = int.MaxValue, CaptureSlice? slice = null)
    {
        using var stream = new ChunkedStream(bytes, chunk);
        var capture = await new CaptureReader(limits, options).OpenAsync(stream, new CaptureDescription("tests", name));
        var entries = new List<CaptureEntry>();
        await foreach (var entry in capture.ReadAsync(slice))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public static List<Page> Pages(this IEnumerable<CaptureEntry> entries) => [.. entries.OfType<PageEntry>().Select(static e => e.Page)];

    public static List<FailedEntry> Failures(this IEnumerable<CaptureEntry> entries) => [.. entries.OfType<FailedEntry>()];

    public static string[] Skips(this IEnumerable<CaptureEntry> entries) => [.. entries.OfType<SkippedEntry>().Select(static e => e.Reason)];

    /// <summary>All warnings: of the capture, and of its records.</summary>
    public static string[] Warnings(this IEnumerable<CaptureEntry> entries) =>
        [.. entries.SelectMany(static e => e is WarningEntry w ? [w.Warning] : e.Record?.Warnings ?? []).Select(static w => w.Code)];

    public static string Text(this Page page) => Encoding.UTF8.GetString(page.Payload.Span);

    /// <summary>What an entry says, in a line; without places, which differ between plain and compressed files.</summary>
    public static string Describe(this CaptureEntry entry) => entry switch
    {
        PageEntry { Page: var page } => $"page {page.Record!.Id} {page.TargetUri} {page.CapturedAt:O} {page.Format} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(page.Payload.Span))} {string.Join(',', page.Record.Warnings.Select(static w => w.Code))}",
        SkippedEntry skipped => $"skipped {skipped.Record?.Id} {skipped.Reason} {skipped.Detail}",
        FailedEntry failed => $"failed {failed.Record?.Id} {failed.Error.Code} {failed.IsEnd}",
        WarningEntry warning => $"warning {warning.Warning.Code}",
        _ => "",
    };

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes, writable: false)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, chunk)], cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(count, chunk), cancellationToken);
    }
}
