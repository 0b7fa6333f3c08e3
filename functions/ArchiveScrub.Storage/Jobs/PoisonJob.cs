using System.Security.Cryptography;

namespace ArchiveScrub.Storage;

/// <summary>
/// Takes captures that were delivered as often as the platform delivers anything, and failed every time: each gets a
/// quarantine record, unless another delivery has brought it to an end meanwhile.
/// </summary>
/// <remarks>The record's code is <see cref="CaptureErrorCodes.GivenUp"/>; a later delivery scrubs the capture as if it were not there.</remarks>
public sealed class PoisonJob(ManifestTool tool, IResultStore results, IResultStore quarantine, ScrubJobOptions? options = null, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly JobDocuments _documents = new(tool, options?.Host, clock ?? TimeProvider.System);

    /// <summary>Gives a capture up.</summary>
    /// <param name="delivery">The capture.</param>
    /// <param name="reason">What is known of the failures, in one line.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">A store failed; the capture is still to do.</exception>
    public async Task<ScrubOutcome> RunAsync(Delivery delivery, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var started = _clock.GetUtcNow();
        string sha256;
        try
        {
            await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }
        catch (CaptureChangedException e)
        {
            // The version that failed is gone; one that came after it has a delivery of its own.
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Gone, Failure = e.Message };
        }

        if (await Committed.IsByAsync(results, delivery.ResultName, sha256, tool, cancellationToken))
        {
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.AlreadyDone };
        }

        // What is there was made of an earlier version, or by another one of the tool.
        await new ResultSet(results, delivery.ResultName).WithdrawAsync(cancellationToken);
        var record = _documents.Quarantine(delivery, JobDocuments.Identify(delivery, sha256), new QuarantineError { Code = CaptureErrorCodes.GivenUp, Reason = reason }, started);

        // One that is there says more.
        await new QuarantineEntry(quarantine, delivery.ResultName).TryCreateAsync(record, cancellationToken);
        return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = record.Error };
    }
}
