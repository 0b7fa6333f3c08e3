using System.Globalization;
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
public sealed class ScrubJob(CaptureReader reader, Scrubber scrubber, IResultStore results, IResultStore quarantine, ScrubJobOptions? options = null, TimeProvider? clock = null) : IDisposable
{
    /// <summary>How often a capture is taken up again that is written, or whose results are, while it is scrubbed.</summary>
    private const int MaxRounds = 5;

    private readonly ScrubJobOptions _options = options ?? new ScrubJobOptions();
    private readonly SemaphoreSlim _workers = new((options ?? new ScrubJobOptions()).Workers);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly JobDocuments _documents = new(scrubber.Tool, options?.Host, clock ?? TimeProvider.System);

    /// <summary>Scrubs a capture, unless that is done already.</summary>
    /// <param name="delivery">The capture.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <param name="stop">When signalled, what is done of a capture that holds many records is kept, and the rest stays to do; one that is a page is finished.</param>
    /// <exception cref="IOException">A store failed; the capture is still to do.</exception>
    /// <exception cref="OperationCanceledException">One of the two was signalled; the capture is still to do.</exception>
    public async Task<ScrubOutcome> RunAsync(Delivery delivery, CancellationToken cancellationToken = default, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        for (var round = 1; ; round++)
        {
            var outcome = await TryRunAsync(delivery, cancellationToken, stop);
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

    /// <inheritdoc/>
    public void Dispose() => _workers.Dispose();

    /// <summary>Scrubs the version of the capture that was delivered; null where it, or its results, were written by others meanwhile.</summary>
    private async Task<ScrubOutcome?> TryRunAsync(Delivery delivery, CancellationToken cancellationToken, CancellationToken stop)
    {
        var started = _clock.GetUtcNow();
        try
        {
            await using var stream = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
            var (opened, capture, error) = await OpenAsync(delivery, stream, cancellationToken);
            if (opened is { IsOnePage: false })
            {
                return await ScrubRecordsAsync(delivery, opened, started, cancellationToken, stop);
            }

            if (delivery.Slice is not null)
            {
                throw new SliceException($"{delivery.Capture.Name} is one page and has no slices");
            }

            var page = opened is null ? null : (await opened.ReadAsync(cancellationToken: cancellationToken).OfType<PageEntry>().SingleAsync(cancellationToken)).Page;
            var pageResults = new PageResults(results, delivery.ResultName);
            var all = new ResultSet(results, delivery.ResultName);
            var entry = new QuarantineEntry(quarantine, delivery.ResultName);

            if (!_options.Force)
            {
                if (page is not null && await pageResults.AreOfAsync(page, scrubber.Tool, cancellationToken))
                {
                    await entry.DeleteAsync(cancellationToken);
                    await all.KeepOnlyAsync(ResultSet.OfPage, cancellationToken);
                    return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.AlreadyDone };
                }

                if (await entry.FindAsync(capture, scrubber.Tool, cancellationToken) is { } record)
                {
                    await all.WithdrawAsync(cancellationToken);
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
                await all.WithdrawAsync(cancellationToken);
                await entry.WriteAsync(_documents.Quarantine(delivery, capture, error!, started), cancellationToken);
                return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = error };
            }

            await entry.DeleteAsync(cancellationToken);
            var manifest = result.Manifest with { Activity = _documents.Activity(delivery, started) };
            return await pageResults.TryCommitAsync(result.CleanText, manifest, cancellationToken)
                ? new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Scrubbed, Pages = PageTally.Of(manifest) }
                : null;
        }
        catch (CaptureChangedException)
        {
            return null;
        }
    }

    private async Task<ScrubOutcome?> ScrubRecordsAsync(Delivery delivery, OpenCapture opened, DateTimeOffset started, CancellationToken cancellationToken, CancellationToken stop)
    {
        var capture = opened.Identity;
        var readingOptions = OptionNames();
        var recordResults = new RecordResults(results, delivery.ResultName);
        var all = new ResultSet(results, delivery.ResultName);
        var entry = new QuarantineEntry(quarantine, delivery.ResultName);
        if (!_options.Force && !_options.TextsOnly)
        {
            if (await recordResults.AreOfAsync(capture, scrubber.Tool, readingOptions, cancellationToken))
            {
                await entry.DeleteAsync(cancellationToken);
                await all.KeepOnlyAsync(ResultSet.OfRecords, cancellationToken);
                if (delivery.Slice is null)
                {
                    await all.DeletePartsAsync(cancellationToken);
                }

                return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.AlreadyDone };
            }

            if (await entry.FindAsync(capture, scrubber.Tool, cancellationToken) is { } record)
            {
                await all.WithdrawAsync(cancellationToken);
                return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = record.Error };
            }
        }

        var entriesAreFiles = _options.TextFiles || _options.TextsOnly;
        var entries = new EntryScrubber(scrubber, _workers, entriesAreFiles);
        var run = new RecordScrub(_options.TextsOnly ? new TextsOnlyStore(results) : results, delivery.ResultName, opened, entries, scrubber.Tool, readingOptions, hasWet: !entriesAreFiles, _options);
        try
        {
            if (_options.TextFiles)
            {
                // Texts that are written over must not be vouched for.
                await recordResults.RevokeAsync(cancellationToken);
            }

            if (delivery.Slice is { } slice)
            {
                await run.RunAsync(slice.Offset, Math.Min(slice.End, capture.Size), isOnePart: true, stop, cancellationToken);
                return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.SliceDone, Pages = run.Pages, Records = run.Records };
            }

            await run.CompleteAsync(anew: _options.Force, stop, cancellationToken);
        }
        catch (CaptureException e) when (delivery.Slice is { Offset: > 0 })
        {
            // The capture was opened, so that it is the slice that is wrong.
            throw new SliceException($"{delivery.Capture.Name}: no slice begins at byte {delivery.Slice.Value.Offset.ToString(CultureInfo.InvariantCulture)}: {e.Reason}");
        }
        catch (CaptureException e)
        {
            var error = JobDocuments.Describe(e);
            await all.WithdrawAsync(cancellationToken);
            await all.DeleteFoldersAsync(cancellationToken);
            await entry.WriteAsync(_documents.Quarantine(delivery, capture, error, started), cancellationToken);
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = error };
        }

        await entry.DeleteAsync(cancellationToken);
        if (_options.TextsOnly)
        {
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Scrubbed, Pages = run.Pages, Records = run.Records };
        }

        var isCommitted = await run.TryCommitAsync(() => _documents.Summary(delivery, capture, readingOptions, started), cancellationToken);
        return isCommitted ? new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Scrubbed, Pages = run.Pages, Records = run.Records } : null;
    }

    /// <summary>Opens the capture, or says why it cannot be read.</summary>
    private async Task<(OpenCapture? Opened, CaptureIdentity Capture, QuarantineError? Error)> OpenAsync(Delivery delivery, Stream stream, CancellationToken cancellationToken)
    {
        var description = new CaptureDescription(
            delivery.From.Name,
            delivery.Capture.Name,
            delivery.Capture.ETag,
            delivery.MediaType ?? delivery.Capture.MediaType,
            delivery.TargetUri,
            delivery.CapturedAt);
        QuarantineError error;
        try
        {
            var opened = await reader.OpenAsync(stream, description, cancellationToken);
            return (opened, opened.Identity, null);
        }
        catch (Exception e) when (JobDocuments.IsOfCapture(e))
        {
            error = JobDocuments.Describe(e);
        }

        await using var again = await delivery.From.OpenReadAsync(delivery.Capture, cancellationToken);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(again, cancellationToken));
        return (null, JobDocuments.Identify(delivery, sha256), error);
    }

    /// <summary>What a user chose that changes the results, as <c>name=value</c>, sorted.</summary>
    private List<string> OptionNames()
    {
        var names = new List<string>();
        if (reader.Options.Mode == ReadingMode.Strict)
        {
            names.Add("mode=strict");
        }

        if (!reader.Options.Statuses.SetEquals(CaptureReaderOptions.Default.Statuses))
        {
            names.Add("status=" + string.Join(',', reader.Options.Statuses.Order()));
        }

        if (_options.TextFiles)
        {
            names.Add("text-files=true");
        }

        return names;
    }

    private (ScrubResult? Result, QuarantineError? Error) Scrub(Page page, CancellationToken cancellationToken)
    {
        try
        {
            return (scrubber.Scrub(page, cancellationToken), null);
        }
        catch (Exception e) when (JobDocuments.IsOfCapture(e))
        {
            return (null, JobDocuments.Describe(e));
        }
    }
}
