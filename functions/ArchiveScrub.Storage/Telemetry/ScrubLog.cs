using Microsoft.Extensions.Logging;

namespace ArchiveScrub.Storage;

/// <summary>The log lines, each with its event id: 1000s are ends of deliveries, 1100s what a large capture goes through.</summary>
internal static partial class ScrubLog
{
    [LoggerMessage(1000, LogLevel.Information, "Scrubbed {Work} {Capture}: {Pages} pages, {Flagged} flagged, {Bytes} bytes in, {CleanBytes} out, {Seconds:0.000} s")]
    public static partial void Scrubbed(ILogger logger, string work, string capture, long pages, long flagged, long bytes, long cleanBytes, double seconds);

    [LoggerMessage(1001, LogLevel.Information, "Nothing to do for {Work} {Capture}: {Status}")]
    public static partial void NothingToDo(ILogger logger, string work, string capture, ScrubStatus status);

    [LoggerMessage(1002, LogLevel.Warning, "Quarantined {Work} {Capture}: {Code}, {Reason} (record {Record}, offset {Offset})")]
    public static partial void Quarantined(ILogger logger, string work, string capture, string code, string reason, string? record, long? offset);

    [LoggerMessage(1003, LogLevel.Information, "Gone before it was read: {Work} {Capture}")]
    public static partial void Gone(ILogger logger, string work, string capture);

    [LoggerMessage(1004, LogLevel.Error, "Failed at {Work} {Capture}, attempt {Attempt}; it is still to do")]
    public static partial void Failed(ILogger logger, Exception? exception, string work, string capture, int attempt);

    [LoggerMessage(1005, LogLevel.Information, "Stopped at {Work} {Capture}, attempt {Attempt}; it is still to do")]
    public static partial void Cancelled(ILogger logger, string work, string capture, int attempt);

    [LoggerMessage(1100, LogLevel.Information, "Cut {Capture} of {Size} bytes into {Slices} slices")]
    public static partial void FannedOut(ILogger logger, string capture, long size, int slices);
}
