namespace ArchiveScrub;

/// <summary>What a user may choose about the reading of captures that hold many records.</summary>
public sealed record CaptureReaderOptions
{
    /// <summary>The options that are used where none are given.</summary>
    public static CaptureReaderOptions Default { get; } = new();

    /// <summary>What becomes of records that are not as their format demands; lenient unless set.</summary>
    public ReadingMode Mode { get; init; } = ReadingMode.Lenient;

    /// <summary>The HTTP status codes whose responses are pages; 200 unless set. A record without a status counts as one of them.</summary>
    public IReadOnlySet<int> Statuses { get; init; } = new SortedSet<int> { 200 };
}
