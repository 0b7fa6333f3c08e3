namespace ArchiveScrub.Captures;

/// <summary>A capture that holds many records, or a file inside it that does, ready to be read.</summary>
/// <param name="Stream">Its bytes, from <see cref="CaptureSlice.Offset"/> or the first on. Seekable where it is the capture itself; of a file inside another, forward only.</param>
/// <param name="Identity">The capture.</param>
/// <param name="Description">What is known of it besides.</param>
/// <param name="Limits">What the reading may cost.</param>
/// <param name="Options">What the user chose.</param>
/// <param name="Path">Name of the file inside the capture that <paramref name="Stream"/> holds; null for the capture itself.</param>
internal sealed record CaptureSource(
    Stream Stream,
    CaptureIdentity Identity,
    CaptureDescription Description,
    CaptureLimits Limits,
    CaptureReaderOptions Options,
    string? Path = null)
{
    /// <summary>Whether its conversion records hold clean text, written by ArchiveScrub.</summary>
    public bool HoldsCleanText { get; init; }

    /// <summary>An error that names the capture, and the file inside it.</summary>
    public CaptureException Error(string code, string reason, RecordInfo? record = null, long? offset = null, Exception? cause = null) => new(
        code,
        Path is null ? reason : $"{Path}: {reason}",
        Description.Name,
        record?.Id,
        offset ?? record?.Offset,
        cause);

    /// <summary>A record that cannot be read.</summary>
    public FailedEntry Fail(string code, string reason, RecordInfo? record = null, long? offset = null, Exception? cause = null) =>
        new(Error(code, reason, record, offset, cause)) { Record = record };
}
