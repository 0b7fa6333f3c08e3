using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArchiveScrub.Storage;

/// <summary>
/// What operators see: a trace and a log line a delivery, and metrics. Whoever runs the job chooses where they go, by
/// the one name of meter and activity source, <see cref="Name"/>.
/// </summary>
public sealed class ScrubTelemetry : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "ArchiveScrub";

    private readonly ActivitySource _activities = new(Name, Scrubber.Version);
    private readonly Meter _meter = new(Name, Scrubber.Version);
    private readonly ScrubMeasures _measures;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;

    /// <summary>Creates it.</summary>
    public ScrubTelemetry(ILogger<ScrubTelemetry>? logger = null, TimeProvider? clock = null)
    {
        _logger = logger ?? NullLogger<ScrubTelemetry>.Instance;
        _clock = clock ?? TimeProvider.System;
        _measures = new ScrubMeasures(_meter);
    }

    /// <summary>Runs the work on a delivery and tells how it went; what it throws is thrown on.</summary>
    /// <param name="work">What is done, in one word: <c>capture</c>, <c>slice</c> or <c>poison</c>.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="run">The work.</param>
    public async Task<ScrubOutcome> ObserveAsync(string work, Delivery delivery, Func<Task<ScrubOutcome>> run)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(run);
        using var activity = _activities.StartActivity($"scrub {work}", ActivityKind.Consumer);
        activity?.SetTag("archivescrub.store", delivery.From.Name)
            .SetTag("archivescrub.capture", delivery.Capture.Name)
            .SetTag("archivescrub.size", delivery.Capture.Size)
            .SetTag("archivescrub.attempt", delivery.Attempt);
        var started = _clock.GetTimestamp();
        if (delivery.Capture.LastModified is { } written)
        {
            // At the start of each try, so that what never ends is seen to grow old.
            _measures.Waited(work, _clock.GetUtcNow() - written);
        }

        try
        {
            var outcome = await run();
            var elapsed = _clock.GetElapsedTime(started);
            activity?.SetTag("archivescrub.status", outcome.Status.ToString()).SetTag("archivescrub.pages", outcome.Pages.Pages);
            _measures.Ended(work, outcome, elapsed);
            Log(work, outcome, elapsed);
            return outcome;
        }
        catch (Exception e)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            _measures.Failed(work, e is OperationCanceledException ? "Cancelled" : "Failed", _clock.GetElapsedTime(started));
            if (e is OperationCanceledException)
            {
                ScrubLog.Cancelled(_logger, work, delivery.Capture.Name, delivery.Attempt);
            }
            else
            {
                ScrubLog.Failed(_logger, e, work, delivery.Capture.Name, delivery.Attempt);
            }

            throw;
        }
    }

    /// <summary>Tells that a capture was cut.</summary>
    public void FannedOut(CaptureInfo capture, int slices)
    {
        ArgumentNullException.ThrowIfNull(capture);
        _measures.FannedOut(slices);
        ScrubLog.FannedOut(_logger, capture.Name, capture.Size, slices);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _activities.Dispose();
        _meter.Dispose();
    }

    private void Log(string work, ScrubOutcome outcome, TimeSpan elapsed)
    {
        var capture = outcome.Delivery.Capture.Name;
        switch (outcome.Status)
        {
            case ScrubStatus.Scrubbed:
                ScrubLog.Scrubbed(_logger, work, capture, outcome.Pages.Pages, outcome.Pages.Flagged, outcome.Pages.Bytes, outcome.Pages.CleanBytes, elapsed.TotalSeconds);
                break;
            case ScrubStatus.Quarantined:
                ScrubLog.Quarantined(_logger, work, capture, outcome.Error?.Code ?? "", outcome.Error?.Reason ?? "", outcome.Error?.Record, outcome.Error?.Offset);
                break;
            case ScrubStatus.Gone:
                ScrubLog.Gone(_logger, work, capture);
                break;
            case ScrubStatus.Failed:
                ScrubLog.Failed(_logger, null, work, capture, outcome.Delivery.Attempt);
                break;
            default:
                ScrubLog.NothingToDo(_logger, work, capture, outcome.Status);
                break;
        }
    }
}
