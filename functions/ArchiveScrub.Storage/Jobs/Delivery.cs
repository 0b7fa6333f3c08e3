namespace ArchiveScrub.Storage;

/// <summary>A capture that is to be scrubbed. The same one may be delivered many times, and to several workers at once.</summary>
/// <param name="From">The store that the capture stands in.</param>
/// <param name="Capture">The capture, as it was listed.</param>
/// <param name="ResultName">The name that its results get; a form's suffix is put behind it. Any string; see <see cref="ResultNames"/>.</param>
public sealed record Delivery(ICaptureStore From, CaptureInfo Capture, string ResultName)
{
    /// <summary>The stretch of the capture that is to be scrubbed; all of it unless set.</summary>
    public CaptureSlice? Slice { get; init; }

    /// <summary>Which delivery it is, from 1, where that is counted.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>When the capture was made, where the user says so.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The media type, where the user says so; it comes before the store's.</summary>
    public string? MediaType { get; init; }

    /// <summary>Where the page was captured from, where the user says so.</summary>
    public string? TargetUri { get; init; }
}
