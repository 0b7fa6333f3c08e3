namespace ArchiveScrub.Captures.Warc;

/// <summary>What stands before the block of a record, WARC or ARC, as far as it matters here.</summary>
internal sealed record RecordHeader
{
    /// <summary>The record type, lower case.</summary>
    public required string Type { get; init; }

    /// <summary>Length of the block in bytes; null where the header does not say, or makes no sense.</summary>
    public long? Length { get; init; }

    /// <summary>See <see cref="RecordInfo.Id"/>.</summary>
    public string? Id { get; init; }

    /// <summary>See <see cref="RecordInfo.Date"/>.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>See <see cref="RecordInfo.TargetUri"/>.</summary>
    public string? TargetUri { get; init; }

    /// <summary>See <see cref="RecordInfo.RefersTo"/>.</summary>
    public string? RefersTo { get; init; }

    /// <summary>See <see cref="RecordInfo.Truncated"/>.</summary>
    public string? Truncated { get; init; }

    /// <summary>The media type of the block.</summary>
    public string? MediaType { get; init; }

    /// <summary>The declared digest of the block.</summary>
    public string? BlockDigest { get; init; }

    /// <summary>The declared digest of the payload.</summary>
    public string? PayloadDigest { get; init; }

    /// <summary>Which segment it is, from 1; null where the record is whole.</summary>
    public int? Segment { get; init; }

    /// <summary>Of a continuation: the id of the first segment.</summary>
    public string? SegmentOrigin { get; init; }

    /// <summary>Of the last segment: the length of all blocks together.</summary>
    public long? SegmentTotal { get; init; }

    /// <summary>What was tolerated.</summary>
    public IReadOnlyList<(string Code, string Message)> Warnings { get; init; } = [];

    /// <summary>The record, as far as the header describes it.</summary>
    /// <param name="place">Where it begins.</param>
    /// <param name="path">Name of the file inside the capture that it stands in.</param>
    public RecordInfo At(RecordPlace place, string? path)
    {
        var warnings = Warnings.Select(warning => new CaptureWarning(warning.Code, warning.Message, place.Offset)).ToList();
        if (Truncated is not null)
        {
            warnings.Add(new CaptureWarning(CaptureWarningCodes.SourceTruncated, $"the crawler broke the record off: {Truncated}", place.Offset));
        }

        return new RecordInfo
        {
            Id = Id,
            Type = Type,
            Offset = place.Offset,
            OffsetInMember = place.InMember,
            Path = path,
            Date = Date,
            TargetUri = TargetUri,
            RefersTo = RefersTo,
            Truncated = Truncated,
            MediaType = MediaType,
            Warnings = warnings,
        };
    }
}
