namespace ArchiveScrub.Storage;

/// <summary>Cuts captures of many records into slices of whole records, or of whole files.</summary>
/// <param name="reader">Reads captures.</param>
/// <param name="scrubber">Scrubs pages.</param>
/// <param name="sliceBytes">Captures of more bytes than this are cut, and a slice has at least as many, but for the last.</param>
/// <param name="options">How a job goes about its work.</param>
/// <param name="clock">The time.</param>
public sealed class RecordSlicing(CaptureReader reader, Scrubber scrubber, long sliceBytes, ScrubJobOptions? options = null, TimeProvider? clock = null) : ISlicing, IDisposable
{
    private readonly ScrubJobOptions _options = options ?? new ScrubJobOptions();
    private readonly SemaphoreSlim _workers = new((options ?? new ScrubJobOptions()).Workers);

    /// <inheritdoc/>
    public async Task<FanOutPlan?> CutAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (delivery.Capture.Size <= sliceBytes)
        {
            return null;
        }

        try
        {
            await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
            var opened = await reader.OpenAsync(stream, Describe(delivery, null), cancellationToken);
            return opened.HasSlices
                ? new FanOutPlan(delivery.Capture, opened.Identity.Sha256, scrubber.Tool, await SlicePlan.FindAsync(opened, sliceBytes, cancellationToken))
                : null;
        }
        catch (Exception e) when (e is CaptureException or CaptureChangedException)
        {
            // The job says what is wrong with it, or takes up the version that there is now.
            return null;
        }
    }

    /// <inheritdoc/>
    public ISliceWork WorkOn(Delivery delivery, string sha256)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return new RecordSliceWork(delivery, Describe(delivery, sha256), reader, scrubber, _workers, _options, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public void Dispose() => _workers.Dispose();

    private static CaptureDescription Describe(Delivery delivery, string? sha256) =>
        new(delivery.From.Name, delivery.Capture.Name, delivery.Capture.ETag, delivery.Capture.MediaType, Sha256: sha256);
}
