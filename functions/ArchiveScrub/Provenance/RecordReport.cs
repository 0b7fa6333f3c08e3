using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveScrub;

/// <summary>
/// What became of a record that did not give clean text: a line of <c>NAME.records.jsonl.gz</c>. With the manifests it
/// accounts for every record of a capture. Members are declared in the order in which they are written.
/// </summary>
public sealed record RecordReport
{
    /// <summary>The JSON Schema (draft 2020-12) of a line.</summary>
    public static string Schema { get; } = LoadSchema();

    /// <summary>Why: of <see cref="SkipReasons"/>, <see cref="CaptureErrorCodes"/> or <see cref="CaptureWarningCodes"/>.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>When the record was captured.</summary>
    [JsonPropertyName("date")]
    public DateTimeOffset? Date { get; init; }

    /// <summary>More on the reason: a media type, a status, the record referred to, or a sentence.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    /// <summary>Byte offset in the capture, of the record or of what is wrong.</summary>
    [JsonPropertyName("offset")]
    public long? Offset { get; init; }

    /// <summary><c>skipped</c>, <c>failed</c> or <c>warning</c>.</summary>
    [JsonPropertyName("outcome")]
    public required string Outcome { get; init; }

    /// <summary>The record; absent for what belongs to none.</summary>
    [JsonPropertyName("record")]
    public ManifestRecord? Record { get; init; }

    /// <summary>Where it was captured from, verbatim.</summary>
    [JsonPropertyName("targetUri")]
    public string? TargetUri { get; init; }

    /// <summary>The report on an entry; null for a page.</summary>
    public static RecordReport? Of(CaptureEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var record = entry.Record is { } info ? ManifestRecord.Of(info, info.TargetUri) : null;
        return entry switch
        {
            SkippedEntry skipped => Report("skipped", skipped.Reason, skipped.Detail, entry.Record?.Offset),
            FailedEntry failed => Report("failed", failed.Error.Code, failed.Error.Reason, failed.Error.Offset),
            WarningEntry { Warning: var warning } => Report("warning", warning.Code, warning.Message, warning.Offset),
            _ => null,
        };

        RecordReport Report(string outcome, string code, string? detail, long? offset) => new()
        {
            Code = code,
            Date = entry.Record?.Date,
            Detail = detail,
            Offset = offset,
            Outcome = outcome,
            Record = record,
            TargetUri = entry.Record?.TargetUri,
        };
    }

    /// <summary>The line, without a line end: canonical JSON as manifests are.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Canonical.RecordReport);

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static RecordReport Parse(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ManifestJson.Canonical.RecordReport) ?? throw new JsonException("The report is null.");

    private static string LoadSchema()
    {
        using var stream = typeof(RecordReport).Assembly.GetManifestResourceStream("ArchiveScrub.record-1.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
