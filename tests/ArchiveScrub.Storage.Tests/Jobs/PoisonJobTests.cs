using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class PoisonJobTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    private PoisonJob Job => new(new Scrubber().Tool, _bench.Results, _bench.Quarantine, new ScrubJobOptions { Host = "bench" }, new FixedClock());

    [Fact]
    public async Task A_capture_that_is_given_up_gets_a_record_and_is_scrubbed_when_it_is_delivered_again()
    {
        _bench.Capture("a.html", Samples.Article());
        var outcome = await Job.RunAsync(await _bench.DeliverAsync("a.html"), "five deliveries failed");
        Assert.Equal(ScrubStatus.Quarantined, outcome.Status);
        Assert.Equal(new QuarantineError { Code = "GIVEN_UP", Reason = "five deliveries failed" }, _bench.Record("a.html").Error);

        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html")).Status);
        Assert.Empty(_bench.QuarantineFiles);
    }

    [Fact]
    public async Task One_that_another_delivery_has_done_is_left_alone()
    {
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        Assert.Equal(ScrubStatus.AlreadyDone, (await Job.RunAsync(await _bench.DeliverAsync("a.html"), "")).Status);
        Assert.Empty(_bench.QuarantineFiles);
        Assert.Equal(2, _bench.OutputFiles.Length);
    }

    [Fact]
    public async Task Results_of_an_older_version_do_not_count_as_done()
    {
        _bench.Capture("a.html", Samples.Article("Old"));
        await _bench.ScrubAsync("a.html");
        _bench.Capture("a.html", Samples.Article("New"));
        Assert.Equal(ScrubStatus.Quarantined, (await Job.RunAsync(await _bench.DeliverAsync("a.html"), "")).Status);
    }

    [Fact]
    public async Task A_record_that_says_more_stays()
    {
        _bench.Capture("a.html", Samples.Jpeg);
        await _bench.ScrubAsync("a.html");
        await Job.RunAsync(await _bench.DeliverAsync("a.html"), "");
        Assert.Equal(CaptureErrorCodes.NotText, _bench.Record("a.html").Error.Code);
    }

    [Fact]
    public async Task A_version_that_is_gone_needs_no_record()
    {
        _bench.Capture("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        File.Delete(_bench.CapturePath("a.html"));
        Assert.Equal(ScrubStatus.Gone, (await Job.RunAsync(delivery, "")).Status);
        Assert.Empty(_bench.QuarantineFiles);
    }
}
