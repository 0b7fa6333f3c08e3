using System.Security.Cryptography;

namespace ArchiveScrub.Storage;

/// <summary>
/// Scrubs one capture from end to end, so that it is in exactly one of three states, whenever the job is stopped and
/// however many run on it at once: results written (the manifest is there and names the capture's bytes), quarantined
/// (the record is there), or still to do (neither). Each step that leaves one state passes through "still to do".
/// </summary>
/// <remarks>
/// What is wrong with the capture ends in quarantine. What is wrong with a store is thrown as an <see cref="IOException"/>
/// and may be tried again.
/// </remarks>
public sealed class ScrubJob(CaptureReader reader, Scrubber scrubber, IResultStore results, IResultStore quarantine, ScrubJobOptions? options = null, TimeProvider? clock = null)
{
    /// <summary>How often a capture is taken up again that is written, or whose results are, while it is scrubbed.</summary>
    private const int MaxRounds = 5;

    private readonly ScrubJobOptions _options = options ?? new ScrubJobOptions();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Scrubs a capture, unless that is done already.</summary>
    /// <exception cref="IOException">A store failed; the capture is still to do.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled; the capture is still to do.</exception>
    public async Task<ScrubOutcome> RunAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        for (var round = 1; ; round++)
        {
            var outcome = await TryRunAsync(delivery, cancellationToken);
            var now = await delivery.From.FindAsync(delivery.Capture.Name, cancellationToken);
            if (outcome is not null && (now is null || now == delivery.Capture))
            {
                return outcome;
            }

            if (now is null)
            {
                return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Gone, Failure = $"{delivery.Capture.Name} is not there: it was deleted, or is a link that leads nowhere" };
            }

            if (round == MaxRounds)
            {
                throw new StoreException($"{delivery.Capture.Name} or its results are written by others all the time");
            }

            delivery = delivery with { Capture = now };
        }
    }

    /// <summary>Scrubs the version of the capture that was delivered; null where it, or its results, were written by others meanwhile.</summary>
    private async Task<ScrubOutcome?> TryRunAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var started = _clock.GetUtcNow();
        try
        {
            var (page, capture, error) = await ReadAsync(delivery, cancellationToken);
            var pageResults = new PageResults(results, delivery.ResultName);
            var entry = new QuarantineEntry(quarantine, delivery.ResultName);

            if (!_options.Force)
            {
                if (page is not null && await pageResults.AreOfAsync(page, scrubber.Tool, cancellationToken))
                {
                    await entry.DeleteAsync(cancellationToken);
                    return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.AlreadyDone };
                }

                if (await entry.FindAsync(capture, scrubber.Tool, cancellationToken) is { } record)
                {
                    await pageResults.WithdrawAsync(cancellationToken);
                    return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = record.Error };
                }
            }

            ScrubResult? result = null;
            if (page is not null)
            {
                (result, error) = Scrub(page, cancellationToken);
            }

            if (result is null)
            {
                await pageResults.WithdrawAsync(cancellationToken);
                await entry.WriteAsync(Record(delivery, capture, error!, started), cancellationToken);
                return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = error };
            }

            await entry.DeleteAsync(cancellationToken);
            var manifest = result.Manifest with { Activity = Activity(delivery, started) };
            return await pageResults.TryCommitAsync(result.CleanText, manifest, cancellationToken)
                ? new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Scrubbed, Pages = PageTally.Of(manifest) }
                : null;
        }
        catch (CaptureChangedException)
        {
            return null;
        }
    }

    /// <summary>Reads the capture: its page, or why it has none.</summary>
    private async Task<(Page? Page, CaptureIdentity Capture, QuarantineError? Error)> ReadAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var description = new CaptureDescription(
            delivery.From.Name,
            delivery.Capture.Name,
            delivery.Capture.ETag,
            delivery.MediaType ?? delivery.Capture.MediaType,
            delivery.TargetUri,
            delivery.CapturedAt);
        QuarantineError error;
        await using (var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken))
        {
            try
            {
                // Captures with many pages will have results of their own form beside PageResults.
                var page = await reader.ReadAsync(stream, description, cancellationToken).SingleAsync(cancellationToken);
                return (page, page.Capture, null);
            }
            catch (Exception e) when (IsOfCapture(e))
            {
                error = Describe(e);
            }
        }

        await using var again = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(again, cancellationToken));
        var capture = new CaptureIdentity(description.Store, description.Name, delivery.Capture.Size, sha256, description.ETag, description.MediaType);
        return (null, capture, error);
    }

    private (ScrubResult? Result, QuarantineError? Error) Scrub(Page page, CancellationToken cancellationToken)
    {
        try
        {
            return (scrubber.Scrub(page, cancellationToken), null);
        }
        catch (Exception e) when (IsOfCapture(e))
        {
            return (null, Describe(e));
        }
    }

    /// <summary>Whether the capture, or what the scrubber makes of it, is at fault: anything but a store and the user.</summary>
    private static bool IsOfCapture(Exception e) => e is not (IOException or UnauthorizedAccessException or OperationCanceledException);

    /// <summary>Type and message of what nobody foresaw; no stack, which would show paths of the machine.</summary>
    private static QuarantineError Describe(Exception e) => e is CaptureException capture
        ? new QuarantineError { Code = capture.Code, Reason = capture.Reason, Record = capture.Record, Offset = capture.Offset }
        : new QuarantineError { Code = CaptureErrorCodes.InternalError, Reason = $"{e.GetType().Name}: {e.Message}" };

    private QuarantineRecord Record(Delivery delivery, CaptureIdentity capture, QuarantineError error, DateTimeOffset started) => new()
    {
        Activity = Activity(delivery, started),
        Capture = new ManifestCapture
        {
            ETag = capture.ETag,
            MediaType = capture.MediaType,
            Name = capture.Name,
            Sha256 = capture.Sha256,
            Size = capture.Size,
            Store = capture.Store,
        },
        Error = error,
        Tool = scrubber.Tool,
    };

    private ManifestActivity Activity(Delivery delivery, DateTimeOffset started) => new()
    {
        Attempt = delivery.Attempt,
        Ended = _clock.GetUtcNow(),
        Host = _options.Host,
        Started = started,
    };
}
