using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ScrubTelemetryTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;
    private readonly List<string> _measured = [];
    private readonly List<Activity> _ended = [];
    private readonly Recorder _log = new();
    private readonly ScrubTelemetry _telemetry;

    public ScrubTelemetryTests()
    {
        // Others of the name are at work in other tests: only what this one creates is listened to.
        var isMine = false;
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => isMine,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ended.Add,
        };
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (isMine)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value > 0 ? 1 : 0, tags));
        _meters.Start();
        ActivitySource.AddActivityListener(_activities);
        isMine = true;
        _telemetry = new ScrubTelemetry(_log);
        isMine = false;
    }

    public void Dispose()
    {
        _telemetry.Dispose();
        _meters.Dispose();
        _activities.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task A_scrubbed_capture_is_counted_traced_and_logged()
    {
        _bench.Capture("a.html", Samples.Article());
        await ObserveAsync(() => _bench.ScrubAsync("a.html"));
        Assert.Contains("archivescrub.deliveries 1 work=capture status=Scrubbed", _measured);
        Assert.Contains("archivescrub.pages 1", _measured);
        Assert.Contains(_measured, static line => line.StartsWith("archivescrub.removed ", StringComparison.Ordinal) && line.EndsWith("kind=navigation", StringComparison.Ordinal));
        Assert.Contains("archivescrub.duration 1 work=capture status=Scrubbed", _measured);
        Assert.Contains("archivescrub.age 1 work=capture", _measured);
        var activity = Assert.Single(_ended);
        Assert.Equal("scrub capture", activity.OperationName);
        Assert.Equal("a.html", activity.GetTagItem("archivescrub.capture"));
        Assert.Equal("Scrubbed", activity.GetTagItem("archivescrub.status"));
        Assert.Equal([1000], _log.Events);
    }

    [Fact]
    public async Task A_quarantined_capture_is_a_warning_with_its_code()
    {
        _bench.Capture("a.html", Samples.Jpeg);
        await ObserveAsync(() => _bench.ScrubAsync("a.html"));
        Assert.Contains("archivescrub.quarantined 1 code=NOT_TEXT", _measured);
        Assert.Equal([1002], _log.Events);
    }

    [Fact]
    public async Task What_is_thrown_is_counted_and_thrown_on()
    {
        _bench.Capture("a.html", Samples.Article());
        await Assert.ThrowsAsync<StoreException>(() => ObserveAsync(static () => throw new StoreException("no network")));
        await Assert.ThrowsAsync<OperationCanceledException>(() => ObserveAsync(static () => throw new OperationCanceledException()));
        Assert.Contains("archivescrub.deliveries 1 work=capture status=Failed", _measured);
        Assert.Contains("archivescrub.deliveries 1 work=capture status=Cancelled", _measured);
        Assert.Equal(ActivityStatusCode.Error, _ended[0].Status);
        Assert.Equal([1004, 1005], _log.Events);
    }

    private async Task ObserveAsync(Func<Task<ScrubOutcome>> run) => await _telemetry.ObserveAsync("capture", await _bench.DeliverAsync("a.html"), run);

    private void Measured(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = $"{instrument.Name} {value}";
        foreach (var (key, tag) in tags)
        {
            line += $" {key}={tag}";
        }

        _measured.Add(line);
    }

    private sealed class Recorder : ILogger<ScrubTelemetry>
    {
        public List<int> Events { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Events.Add(eventId.Id);
    }
}
