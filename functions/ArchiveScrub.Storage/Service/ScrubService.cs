using System.Globalization;

namespace ArchiveScrub.Storage;

/// <summary>
/// What happens when the platform calls: a capture came, a slice or an order is next in its queue, a message is
/// poisoned. Every call may come many times. What it throws is for the platform to try again; a capture that cannot be
/// scrubbed is in quarantine when the call returns.
/// </summary>
public sealed class ScrubService : IDisposable
{
    private readonly ScrubServiceParts _parts;
    private readonly ScrubTelemetry _telemetry;
    private readonly ISlicing? _slicing;
    private readonly ManifestTool _tool;
    private readonly ScrubJob _job;
    private readonly ScrubJob _again;
    private readonly SliceJob _slices;
    private readonly PoisonJob _poison;

    /// <summary>Creates the service.</summary>
    /// <param name="parts">What it works with.</param>
    /// <param name="reader">Reads captures.</param>
    /// <param name="scrubber">Scrubs pages.</param>
    /// <param name="telemetry">Is told of everything.</param>
    /// <param name="slicing">Cuts large captures; without it none is cut.</param>
    /// <param name="options">How the job goes about its work.</param>
    /// <param name="clock">The time.</param>
    public ScrubService(ScrubServiceParts parts, CaptureReader reader, Scrubber scrubber, ScrubTelemetry telemetry, ISlicing? slicing = null, ScrubJobOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(scrubber);
        options ??= new ScrubJobOptions();
        _parts = parts;
        _telemetry = telemetry;
        _slicing = slicing;
        _tool = scrubber.Tool;
        _job = new ScrubJob(reader, scrubber, parts.Results, parts.Quarantine, options with { Force = false }, clock);
        _again = new ScrubJob(reader, scrubber, parts.Results, parts.Quarantine, options with { Force = true }, clock);
        _slices = new SliceJob(parts.Results, parts.Quarantine, parts.PartStore);
        _poison = new PoisonJob(_tool, parts.Results, parts.Quarantine, options, clock);
    }

    /// <summary>A capture came, or is to be scrubbed again: it is scrubbed, or cut where it is large.</summary>
    /// <param name="name">Its name in the container.</param>
    /// <param name="attempt">Which delivery it is, from 1, where that is known.</param>
    /// <param name="force">Whether it is scrubbed even if that is done.</param>
    /// <param name="cancellationToken">Stops the work; the capture is still to do.</param>
    public async Task<ScrubOutcome> ScrubAsync(string name, int attempt = 1, bool force = false, CancellationToken cancellationToken = default)
    {
        var delivery = await DeliverAsync(name, attempt, cancellationToken);
        return await _telemetry.ObserveAsync("capture", delivery, async () =>
        {
            if (delivery.Capture.LastModified is null)
            {
                return Gone(delivery);
            }

            return _slicing is not null && await _slicing.CutAsync(delivery, cancellationToken) is { } plan
                ? await FanOutAsync(delivery, plan, force, cancellationToken)
                : await (force ? _again : _job).RunAsync(delivery, cancellationToken);
        });
    }

    /// <summary>A slice is next in its queue.</summary>
    /// <param name="message">A <see cref="SliceMessage"/>.</param>
    /// <param name="attempt">Which delivery it is, from 1.</param>
    /// <param name="cancellationToken">Stops the work; the slice is still to do.</param>
    /// <exception cref="FormatException">The message is none of ours.</exception>
    public async Task<ScrubOutcome> ScrubSliceAsync(string message, int attempt = 1, CancellationToken cancellationToken = default)
    {
        var slice = ServiceJson.Read(message, ServiceJson.Default.SliceMessage);
        var delivery = await DeliverAsync(slice.Capture, attempt, cancellationToken);
        var outcome = await _telemetry.ObserveAsync("slice", delivery, async () =>
        {
            if (delivery.Capture.LastModified is null || delivery.Capture.ETag != slice.ETag || _slicing is null)
            {
                return Gone(delivery);
            }

            // After a deployment the other slices may have been done by the version before: the capture is cut anew, once.
            return slice.Tool == FanOutPlan.ToolId(_tool)
                ? await _slices.RunAsync(delivery, slice, _slicing.WorkOn(delivery, slice.Sha256), cancellationToken)
                : new ScrubOutcome { Delivery = delivery, Status = slice.Slice == 1 ? ScrubStatus.Superseded : ScrubStatus.Gone, Failure = "it was cut for another version of the scrubber" };
        });
        if (outcome.Status == ScrubStatus.Superseded)
        {
            await _parts.RescrubQueue.SendAsync(ServiceJson.Write(new RescrubMessage { Capture = slice.Capture }), cancellationToken);
        }

        return outcome;
    }

    /// <summary>A blob trigger is poisoned: its capture gets a quarantine record.</summary>
    /// <param name="message">A <see cref="PoisonedBlob"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="FormatException">The message is none of ours.</exception>
    public Task<ScrubOutcome> GiveUpBlobAsync(string message, CancellationToken cancellationToken = default)
    {
        var poisoned = ServiceJson.Read(message, ServiceJson.Default.PoisonedBlob);
        return poisoned.ContainerName == _parts.Captures.Name
            ? GiveUpAsync(poisoned.BlobName, poisoned.ETag, "every delivery of the capture failed", cancellationToken)
            : throw new FormatException($"the poisoned blob is in the container {poisoned.ContainerName}, not in {_parts.Captures.Name}");
    }

    /// <summary>A slice is poisoned: its capture gets a quarantine record, as it cannot be joined without it.</summary>
    /// <param name="message">A <see cref="SliceMessage"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="FormatException">The message is none of ours.</exception>
    public Task<ScrubOutcome> GiveUpSliceAsync(string message, CancellationToken cancellationToken = default)
    {
        var slice = ServiceJson.Read(message, ServiceJson.Default.SliceMessage);
        var reason = string.Create(CultureInfo.InvariantCulture, $"every delivery of slice {slice.Slice} of {slice.Of} failed (bytes {slice.Offset} to {slice.Offset + slice.Length})");
        return GiveUpAsync(slice.Capture, slice.ETag, reason, cancellationToken);
    }

    /// <summary>An order to scrub again is poisoned: the capture that it names gets a quarantine record; of a prefix, nothing is known of any capture.</summary>
    /// <param name="message">A <see cref="RescrubMessage"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="FormatException">The message is none of ours.</exception>
    public async Task GiveUpRescrubAsync(string message, CancellationToken cancellationToken = default)
    {
        if (ServiceJson.Read(message, ServiceJson.Default.RescrubMessage).Capture is { } name)
        {
            await GiveUpAsync(name, etag: null, "every try to scrub the capture again failed", cancellationToken);
        }
    }

    /// <summary>An order to scrub again: a capture is scrubbed; of a prefix each capture gets an order of its own, page by page.</summary>
    /// <param name="message">A <see cref="RescrubMessage"/>.</param>
    /// <param name="attempt">Which delivery it is, from 1.</param>
    /// <param name="cancellationToken">Stops the work; the order is still to do.</param>
    /// <exception cref="FormatException">The message is none of ours.</exception>
    public async Task RescrubAsync(string message, int attempt = 1, CancellationToken cancellationToken = default)
    {
        var order = ServiceJson.Read(message, ServiceJson.Default.RescrubMessage);
        if (order.Capture is { } name)
        {
            await ScrubAsync(name, attempt, order.Force, cancellationToken);
            return;
        }

        var prefix = order.Prefix ?? throw new FormatException("an order names a capture or a prefix; the empty prefix means all");
        var (captures, next) = await _parts.Captures.PageAsync(prefix, order.Marker, cancellationToken);
        if (next is not null)
        {
            // First, so that what follows is under way even if this page has to be done again.
            await _parts.RescrubQueue.SendAsync(ServiceJson.Write(order with { Marker = next }), cancellationToken);
        }

        foreach (var capture in captures)
        {
            await _parts.RescrubQueue.SendAsync(ServiceJson.Write(new RescrubMessage { Capture = capture.Name, Force = order.Force }), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _job.Dispose();
        _again.Dispose();
    }

    private static ScrubOutcome Gone(Delivery delivery) =>
        new() { Delivery = delivery, Status = ScrubStatus.Gone, Failure = $"{delivery.Capture.Name} is not there, or is another version than the one that was meant" };

    /// <summary>The capture as it is now; without a time where it is not there.</summary>
    private async Task<Delivery> DeliverAsync(string name, int attempt, CancellationToken cancellationToken) =>
        new(_parts.Captures, await _parts.Captures.FindAsync(name, cancellationToken) ?? new CaptureInfo(name, 0), name) { Attempt = attempt };

    private async Task<ScrubOutcome> FanOutAsync(Delivery delivery, FanOutPlan plan, bool force, CancellationToken cancellationToken)
    {
        if (!force && await Committed.IsByAsync(_parts.Results, delivery.ResultName, plan.Sha256, _tool, cancellationToken))
        {
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.AlreadyDone };
        }

        if (!force && await new QuarantineEntry(_parts.Quarantine, delivery.ResultName).FindAsync(JobDocuments.Identify(delivery, plan.Sha256), _tool, cancellationToken) is { } record)
        {
            return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Quarantined, Error = record.Error };
        }

        foreach (var message in plan.Messages())
        {
            await _parts.SliceQueue.SendAsync(ServiceJson.Write(message), cancellationToken);
        }

        _telemetry.FannedOut(delivery.Capture, plan.Slices.Count);
        return new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.FannedOut };
    }

    private async Task<ScrubOutcome> GiveUpAsync(string name, string? etag, string reason, CancellationToken cancellationToken)
    {
        var delivery = await DeliverAsync(name, 1, cancellationToken);
        return await _telemetry.ObserveAsync("poison", delivery, async () =>
            delivery.Capture.LastModified is null || (!string.IsNullOrEmpty(etag) && delivery.Capture.ETag?.Trim('"') != etag.Trim('"'))
                ? Gone(delivery)
                : await _poison.RunAsync(delivery, reason, cancellationToken));
    }
}
