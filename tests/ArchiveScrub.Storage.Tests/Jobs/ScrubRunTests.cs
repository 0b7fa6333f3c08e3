using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ScrubRunTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Every_capture_is_reported_once_with_its_outcome_and_counted()
    {
        _bench.Capture("a.html", Samples.Article("A"));
        _bench.Capture("b.html", Samples.Jpeg);
        _bench.Capture("c.html", Samples.Article("C"));
        _bench.Capture("d.html", "");
        File.CreateSymbolicLink(_bench.CapturePath("e.html"), "nowhere");
        _bench.Capture("f.html", Samples.Article("F"));
        Directory.CreateDirectory(_bench.OutputPath("f.html.clean.txt"));
        await _bench.ScrubAsync("c.html");

        var totals = new RunTotals();
        var names = new List<string>();
        Assert.True(await new ScrubRun(_bench.Job(), 3).RunAsync(Deliveries(), outcome =>
        {
            totals.Add(outcome);
            names.Add(outcome.Delivery.Capture.Name);
        }));

        Assert.Equal(["a.html", "b.html", "c.html", "d.html", "e.html", "f.html"], names.Order(StringComparer.Ordinal));
        Assert.Equal(6, totals.Captures);
        Assert.Equal(1, totals[ScrubStatus.Scrubbed]);
        Assert.Equal(1, totals[ScrubStatus.AlreadyDone]);
        Assert.Equal(2, totals[ScrubStatus.Quarantined]);
        Assert.Equal(1, totals[ScrubStatus.Gone]);
        Assert.Equal(1, totals[ScrubStatus.Failed]);
        Assert.Equal(1, totals.Pages.Pages);
        Assert.Equal(new Dictionary<string, long> { ["EMPTY"] = 1, ["NOT_TEXT"] = 1 }, totals.Quarantined);
        Assert.Contains("navigation", totals.Pages.Removed.Keys);
    }

    [Fact]
    public async Task When_stopped_it_finishes_what_is_under_way_and_takes_nothing_more()
    {
        for (var i = 0; i < 50; i++)
        {
            _bench.Capture($"{i:00}.html", Samples.Article());
        }

        using var stop = new CancellationTokenSource();
        var outcomes = new List<ScrubOutcome>();
        Assert.False(await new ScrubRun(_bench.Job(), 2).RunAsync(
            Deliveries(),
            outcome =>
            {
                outcomes.Add(outcome);
                stop.Cancel();
            },
            stop.Token));

        Assert.InRange(outcomes.Count, 1, 4);
        Assert.All(outcomes, static outcome => Assert.Equal(ScrubStatus.Scrubbed, outcome.Status));
        Assert.Equal(2 * outcomes.Count, _bench.OutputFiles.Length);
        Assert.Empty(_bench.TempFiles);

        var rest = 0;
        Assert.True(await new ScrubRun(_bench.Job(), 2).RunAsync(Deliveries(), outcome => rest += outcome.Status == ScrubStatus.Scrubbed ? 1 : 0));
        Assert.Equal(50, outcomes.Count + rest);
    }

    [Fact]
    public async Task Captures_are_taken_as_workers_come_free()
    {
        _bench.Capture("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        var (taken, done, mostUnderWay) = (0, 0, 0);
        await new ScrubRun(_bench.Job(), 2).RunAsync(Endless().Take(200), _ => Interlocked.Increment(ref done));
        Assert.Equal(200, done);
        Assert.InRange(mostUnderWay, 1, 5);

        async IAsyncEnumerable<Delivery> Endless()
        {
            while (true)
            {
                await Task.Yield();
                mostUnderWay = Math.Max(mostUnderWay, ++taken - Volatile.Read(ref done));
                yield return delivery with { ResultName = $"{taken}" };
            }
        }
    }

    [Fact]
    public async Task When_the_listing_fails_what_was_taken_is_finished_and_the_error_is_thrown()
    {
        _bench.Capture("a.html", Samples.Article());
        var done = 0;
        await Assert.ThrowsAnyAsync<IOException>(() => new ScrubRun(_bench.Job(), 1).RunAsync(Failing(), _ => done++));
        Assert.Equal(1, done);

        async IAsyncEnumerable<Delivery> Failing()
        {
            yield return await _bench.DeliverAsync("a.html");
            throw new StoreException("the folder went away");
        }
    }

    private IAsyncEnumerable<Delivery> Deliveries() =>
        _bench.Captures.ListAsync().Select(capture => new Delivery(_bench.Captures, capture, capture.Name));
}
