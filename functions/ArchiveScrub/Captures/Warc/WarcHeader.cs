using System.Globalization;

namespace ArchiveScrub.Captures.Warc;

/// <summary>Reads the header of a WARC record (WARC 1.1 sections 4 and 5; 1.0 and 0.18 differ in nothing that matters here).</summary>
internal static class WarcHeader
{
    private static readonly string[] KnownVersions = ["WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17"];

    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyyMMddHHmmss",
    ];

    public static RecordHeader Read(HeaderBlock block, CaptureLimits limits)
    {
        var warnings = block.Oddities.Select(static oddity => (CaptureWarningCodes.HeaderMalformed, oddity)).ToList();
        if (!KnownVersions.Contains(block.FirstLine.TrimEnd(), StringComparer.Ordinal))
        {
            Warn($"the version {Clip(block.FirstLine)} is not known");
        }

        var type = block["WARC-Type"]?.ToLowerInvariant() ?? "";
        if (type.Length == 0)
        {
            Warn("there is no WARC-Type");
        }

        var id = Unbracket(block["WARC-Record-ID"]);
        if (id is null)
        {
            Warn("there is no WARC-Record-ID");
        }

        var date = ParseDate(block["WARC-Date"]);
        if (date is null)
        {
            Warn(block["WARC-Date"] is { } text ? $"the WARC-Date {Clip(text)} is no date" : "there is no WARC-Date");
        }

        var uri = block["WARC-Target-URI"];
        if (uri is ['<', .., '>'])
        {
            Warn("the WARC-Target-URI stands in angle brackets");
        }

        return new RecordHeader
        {
            Type = type,
            Length = Length(block, limits, Warn),
            Id = id,
            Date = date,
            TargetUri = uri,
            RefersTo = Unbracket(block["WARC-Refers-To"]) ?? block["WARC-Refers-To-Target-URI"],
            Truncated = block["WARC-Truncated"],
            MediaType = block["Content-Type"],
            BlockDigest = block["WARC-Block-Digest"],
            PayloadDigest = block["WARC-Payload-Digest"],
            Segment = int.TryParse(block["WARC-Segment-Number"], NumberStyles.None, CultureInfo.InvariantCulture, out var segment) ? segment : null,
            SegmentOrigin = Unbracket(block["WARC-Segment-Origin-ID"]),
            SegmentTotal = long.TryParse(block["WARC-Segment-Total-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null,
            Warnings = warnings,
        };

        void Warn(string message) => warnings.Add((CaptureWarningCodes.HeaderInvalid, message));
    }

    /// <summary>A <c>WARC-Date</c>, or a part of one; or an ARC date, 14 digits.</summary>
    public static DateTimeOffset? ParseDate(string? value) =>
        DateTimeOffset.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    /// <summary>A URI without the angle brackets that <c>WARC-Record-ID</c> and its like have.</summary>
    public static string? Unbracket(string? value)
    {
        var uri = value?.Trim();
        return string.IsNullOrEmpty(uri) ? null : uri is ['<', .., '>'] ? uri[1..^1] : uri;
    }

    /// <summary>Two that agree are one; two that do not are none.</summary>
    private static long? Length(HeaderBlock block, CaptureLimits limits, Action<string> warn)
    {
        var declared = block.All("Content-Length").ToArray();
        if (declared.Length > 1)
        {
            warn("Content-Length stands twice");
        }

        return declared.Distinct(StringComparer.Ordinal).ToArray() is [var one]
            && long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= limits.MaxRecordBytes
            ? length
            : null;
    }

    private static string Clip(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
