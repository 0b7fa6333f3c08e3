using ArchiveScrub.Storage;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveScrub.Functions;

/// <summary>Captures that come, slices of large ones, and orders to scrub again.</summary>
public sealed class CaptureFunctions(ScrubService service)
{
    /// <summary>A capture came: Event Grid told the platform, which put it into its own queue.</summary>
    [Function(nameof(ScrubCapture))]
    public Task ScrubCapture(
        [BlobTrigger(ServiceNames.Captures + "/{name}", Source = BlobTriggerSource.EventGrid, Connection = ServiceNames.Connection)] BlobClient capture,
        CancellationToken cancellationToken) =>
        service.ScrubAsync(capture.Name, cancellationToken: cancellationToken);

    /// <summary>A slice of a large capture is next.</summary>
    [Function(nameof(ScrubSlice))]
    public Task ScrubSlice(
        [QueueTrigger(ServiceNames.SliceQueue, Connection = ServiceNames.Connection)] string message,
        int dequeueCount,
        CancellationToken cancellationToken) =>
        service.ScrubSliceAsync(message, dequeueCount, cancellationToken);

    /// <summary>An order to scrub a capture, or all whose names begin with a prefix, again.</summary>
    [Function(nameof(Rescrub))]
    public Task Rescrub(
        [QueueTrigger(ServiceNames.RescrubQueue, Connection = ServiceNames.Connection)] string message,
        int dequeueCount,
        CancellationToken cancellationToken) =>
        service.RescrubAsync(message, dequeueCount, cancellationToken);
}
