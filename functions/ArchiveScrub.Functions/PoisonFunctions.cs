using ArchiveScrub.Storage;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveScrub.Functions;

/// <summary>What failed as often as the platform tries: each capture gets a quarantine record.</summary>
public sealed class PoisonFunctions(ScrubService service)
{
    /// <summary>A capture.</summary>
    [Function(nameof(QuarantinePoison))]
    public Task QuarantinePoison([QueueTrigger(ServiceNames.BlobPoisonQueue, Connection = ServiceNames.Connection)] string message, CancellationToken cancellationToken) =>
        service.GiveUpBlobAsync(message, cancellationToken);

    /// <summary>A slice.</summary>
    [Function(nameof(QuarantineSlicePoison))]
    public Task QuarantineSlicePoison([QueueTrigger(ServiceNames.SlicePoisonQueue, Connection = ServiceNames.Connection)] string message, CancellationToken cancellationToken) =>
        service.GiveUpSliceAsync(message, cancellationToken);

    /// <summary>An order to scrub again.</summary>
    [Function(nameof(QuarantineRescrubPoison))]
    public Task QuarantineRescrubPoison([QueueTrigger(ServiceNames.RescrubPoisonQueue, Connection = ServiceNames.Connection)] string message, CancellationToken cancellationToken) =>
        service.GiveUpRescrubAsync(message, cancellationToken);
}
