using Xunit;

namespace ArchiveScrub.Storage.Tests;

[Collection(AzuriteTests.Name)]
public sealed class BlobJobTests
{
    private readonly BlobBench _bench;

    public BlobJobTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _bench = new BlobBench(azurite);
    }

    [SkippableFact]
    public async Task Results_carry_labels_that_they_are_found_by()
    {
        await _bench.PutAsync("a b.html", Samples.Article());
        var delivery = (await _bench.DeliverAsync("a b.html")) with { TargetUri = "https://www.example.org/a?b#c", CapturedAt = FixedClock.Now };
        await _bench.Job().RunAsync(delivery);
        var tags = _bench.TagsOf("a b.html.manifest.json");
        Assert.Equal("www.example.org", tags["host"]);
        Assert.Equal("2026-01-02", tags["captured"]);
        Assert.Equal("en", tags["language"]);
        Assert.Equal("no", tags["flagged"]);
        Assert.Equal("a%20b.html", _bench.MetadataOf("a b.html.manifest.json")["capture"]);
        Assert.Equal("a%20b.html", _bench.MetadataOf("a b.html.clean.txt")["capture"]);

        await _bench.PutAsync("empty.html", "<!DOCTYPE html><title>x</title><body><nav><a href='/'>Home</a></nav></body>");
        await _bench.ScrubAsync("empty.html");
        Assert.Equal(["empty.html.manifest.json"], await _bench.FindByTagsAsync("\"flagged\" = 'yes' AND \"flagNoContent\" = 'yes'"));
    }

    [SkippableFact]
    public async Task Delivered_eight_times_at_once_a_capture_ends_as_if_delivered_once()
    {
        await _bench.PutAsync("quiet.html", Samples.Article());
        await _bench.PutAsync("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        var quiet = await _bench.EndAsync("a.html");
        for (var round = 0; round < 5; round++)
        {
            await AllAtOnceAsync(8, () => _bench.ScrubAsync("a.html", force: round % 2 == 0));
            Assert.Equal(quiet, await _bench.EndAsync("a.html"));
        }
    }

    /// <summary>Requests are most of what a page costs (infra/README.md): two writes, six deletes, six that read.</summary>
    [SkippableFact]
    public async Task A_new_capture_takes_fourteen_requests_and_one_that_is_done_eleven()
    {
        await _bench.PutAsync("a.html", Samples.Article());
        var counted = new FaultPolicy(int.MaxValue, afterwards: false);
        await _bench.ScrubAsync("a.html", faults: counted);
        Assert.Equal(14, counted.Requests + 1); // And the one that finds it.
        counted = new FaultPolicy(int.MaxValue, afterwards: false);
        await _bench.ScrubAsync("a.html", faults: counted);
        Assert.Equal(11, counted.Requests + 1);
    }

    [SkippableFact]
    public async Task Of_eight_deliveries_at_once_of_a_new_capture_no_work_shows_twice()
    {
        await _bench.PutAsync("a.html", Samples.Article());
        var outcomes = new System.Collections.Concurrent.ConcurrentBag<ScrubStatus>();
        await AllAtOnceAsync(8, async () => outcomes.Add((await _bench.ScrubAsync("a.html")).Status));
        Assert.Equal(8, outcomes.Count);
        Assert.All(outcomes, static status => Assert.True(status is ScrubStatus.Scrubbed or ScrubStatus.AlreadyDone));
        await _bench.AssertOneStateAsync("a.html");
        Assert.Equal(2, (await _bench.EndAsync("a.html")).Count);
    }

    [SkippableFact]
    public async Task A_capture_that_is_written_again_under_way_ends_with_the_results_of_its_last_version()
    {
        for (var round = 0; round < 3; round++)
        {
            var name = $"{round}.html";
            await _bench.PutAsync(name, Samples.Article("First"));
            var delivery = await _bench.DeliverAsync(name);
            await AllAtOnceAsync(4, async () =>
            {
                await _bench.Job().RunAsync(delivery);
                await _bench.PutAsync(name, Samples.Article("The second version"));
                await _bench.Job().RunAsync(delivery);
            });
            await _bench.ScrubAsync(name);
            await _bench.AssertOneStateAsync(name);
            Assert.StartsWith("The second version\n", (await _bench.EndAsync(name))[$"clean/{name}.clean.txt"], StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task A_capture_that_is_deleted_before_or_while_it_is_read_is_gone_and_leaves_nothing()
    {
        await _bench.PutAsync("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        await _bench.RemoveAsync("a.html");
        Assert.Equal(ScrubStatus.Gone, (await _bench.Job().RunAsync(delivery)).Status);

        await _bench.PutAsync("b.html", new string('x', 9 << 20));
        delivery = await _bench.DeliverAsync("b.html");
        var interfering = new InterferedCaptureStore(_bench.Captures, () => _bench.RemoveAsync("b.html"));
        Assert.Equal(ScrubStatus.Gone, (await _bench.Job().RunAsync(delivery with { From = interfering })).Status);
        Assert.Empty(await _bench.EndAsync("a.html"));
        Assert.Empty(await _bench.EndAsync("b.html"));
    }

    [SkippableFact]
    public async Task What_the_service_refuses_is_thrown_so_that_the_platform_delivers_it_again()
    {
        await _bench.PutAsync("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        var faults = new FaultPolicy(1, afterwards: false);
        await Assert.ThrowsAsync<StoreException>(() => _bench.Job().RunAsync(delivery with { From = _bench.CapturesOf(faults) }));
        Assert.Empty(await _bench.EndAsync("a.html"));
    }

    /// <summary>Jobs may give up when they get into each other's way too often; a redelivery is theirs then, as on the platform.</summary>
    private static Task AllAtOnceAsync(int jobs, Func<Task> job) => Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => Task.Run(async () =>
    {
        for (var delivery = 1; ; delivery++)
        {
            try
            {
                await job();
                return;
            }
            catch (StoreException) when (delivery < 20)
            {
            }
        }
    })));
}
