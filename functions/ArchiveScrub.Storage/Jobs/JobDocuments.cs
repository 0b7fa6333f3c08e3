namespace ArchiveScrub.Storage;

/// <summary>What jobs write of their own: who did it and when, why a capture is in quarantine, what a capture came to.</summary>
/// <param name="tool">The tool.</param>
/// <param name="host">The machine's name.</param>
/// <param name="clock">The time.</param>
internal sealed class JobDocuments(ManifestTool tool, string? host, TimeProvider clock)
{
    /// <summary>Whether the capture, or what the scrubber makes of it, is at fault: anything but a store and the user.</summary>
    public static bool IsOfCapture(Exception e) => e is not (IOException or UnauthorizedAccessException or OperationCanceledException);

    /// <summary>Type and message of what nobody foresaw; no stack, which would show paths of the machine.</summary>
    public static QuarantineError Describe(Exception e) => e is CaptureException capture
        ? new QuarantineError { Code = capture.Code, Reason = capture.Reason, Record = capture.Record, Offset = capture.Offset }
        : new QuarantineError { Code = CaptureErrorCodes.InternalError, Reason = $"{e.GetType().Name}: {e.Message}" };

    /// <summary>Which capture a delivery brought.</summary>
    public static CaptureIdentity Identify(Delivery delivery, string sha256) => new(
        delivery.From.Name,
        delivery.Capture.Name,
        delivery.Capture.Size,
        sha256,
        delivery.Capture.ETag,
        delivery.MediaType ?? delivery.Capture.MediaType);

    /// <summary>A run over a capture that ends now.</summary>
    public ManifestActivity Activity(Delivery delivery, DateTimeOffset started) => new()
    {
        Attempt = delivery.Attempt,
        Ended = clock.GetUtcNow(),
        Host = host,
        Started = started,
    };

    /// <summary>Why a capture is in quarantine.</summary>
    public QuarantineRecord Quarantine(Delivery delivery, CaptureIdentity capture, QuarantineError error, DateTimeOffset started) => new()
    {
        Activity = Activity(delivery, started),
        Capture = OfCapture(capture),
        Error = error,
        Tool = tool,
    };

    /// <summary>The summary of a capture with many records, as long as nothing is counted.</summary>
    public CaptureSummary Summary(Delivery delivery, CaptureIdentity capture, IReadOnlyList<string> readingOptions, DateTimeOffset started) => new()
    {
        Activity = Activity(delivery, started),
        Capture = OfCapture(capture),
        Options = readingOptions,
        Pages = new SummaryPages { Bytes = 0, CleanBytes = 0, Flagged = 0, Scrubbed = 0 },
        Records = new SummaryRecords { Seen = 0 },
        Tool = tool,
    };

    private static ManifestCapture OfCapture(CaptureIdentity capture) => new()
    {
        ETag = capture.ETag,
        MediaType = capture.MediaType,
        Name = capture.Name,
        Sha256 = capture.Sha256,
        Size = capture.Size,
        Store = capture.Store,
    };
}
