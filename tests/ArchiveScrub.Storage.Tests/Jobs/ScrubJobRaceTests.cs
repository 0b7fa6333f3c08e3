using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ScrubJobRaceTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Many_jobs_at_once_on_one_capture_end_in_the_same_results_as_one()
    {
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        var expected = Results();
        for (var round = 0; round < 10; round++)
        {
            File.Delete(_bench.OutputPath("a.html.manifest.json"));
            await AllAtOnceAsync(8, () => _bench.ScrubAsync("a.html", _bench.Job(force: round % 2 == 0)));
            Assert.Equal(expected, Results());
            Assert.Empty(_bench.TempFiles);
        }
    }

    [Fact]
    public async Task Jobs_with_different_options_end_in_results_that_belong_together()
    {
        _bench.Capture("a.html", Samples.Article());
        for (var round = 0; round < 10; round++)
        {
            var turn = 0;
            await AllAtOnceAsync(4, () => _bench.ScrubAsync("a.html", _bench.Job(text: Interlocked.Increment(ref turn) % 2 == 0 ? TextScope.Full : TextScope.Body)));
            AssertTogether();
        }
    }

    [Fact]
    public async Task Results_that_another_job_commits_in_between_are_replaced_whole()
    {
        _bench.Capture("a.html", Samples.Article());
        var job = _bench.Job(beforeCommit: () => _bench.ScrubAsync("a.html", _bench.Job(text: TextScope.Body)));
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html", job)).Status);
        AssertTogether();
        Assert.Empty(_bench.Manifest("a.html").Tool.Options);
    }

    [Fact]
    public async Task A_version_that_comes_just_before_the_commit_is_the_one_that_stays()
    {
        _bench.Capture("a.html", Samples.Article("First"));
        var isFirst = true;
        var job = _bench.Job(beforeCommit: () =>
        {
            if (isFirst)
            {
                _bench.Capture("a.html", Samples.Article("The second version"));
            }

            isFirst = false;
            return Task.CompletedTask;
        });
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html", job)).Status);
        AssertTogether();
        Assert.StartsWith("The second version\n", _bench.Output("a.html.clean.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capture_that_is_written_all_the_time_is_given_up_and_stays_to_do()
    {
        var version = 0;
        _bench.Capture("a.html", Samples.Article("Version 0"));
        var job = _bench.Job(beforeCommit: () =>
        {
            _bench.Capture("a.html", Samples.Article($"Version {new string('I', ++version)}"));
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<StoreException>(() => _bench.ScrubAsync("a.html", job));
        Assert.Empty(_bench.QuarantineFiles);
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html")).Status);
    }

    [Fact]
    public async Task A_capture_that_is_written_again_under_way_ends_with_the_results_of_its_last_version()
    {
        for (var round = 0; round < 10; round++)
        {
            _bench.Capture("a.html", Samples.Article("First"));
            var delivery = await _bench.DeliverAsync("a.html");
            await AllAtOnceAsync(4, async () =>
            {
                await _bench.Job().RunAsync(delivery);
                _bench.Capture("a.html", Samples.Article("The second version"));
                await _bench.Job().RunAsync(delivery);
            });
            await _bench.ScrubAsync("a.html");
            AssertTogether();
            Assert.StartsWith("The second version\n", _bench.Output("a.html.clean.txt"), StringComparison.Ordinal);
        }
    }

    /// <summary>Jobs may give up when they get into each other's way too often; a second delivery is theirs then, as on the platform.</summary>
    private static Task AllAtOnceAsync(int jobs, Func<Task> job) => Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => Task.Run(async () =>
    {
        for (var delivery = 1; ; delivery++)
        {
            try
            {
                await job();
                return;
            }
            catch (IOException) when (delivery < 20)
            {
            }
        }
    })));

    private (string Text, string Manifest) Results() => (_bench.Output("a.html.clean.txt"), _bench.Output("a.html.manifest.json"));

    private void AssertTogether()
    {
        var text = Encoding.UTF8.GetBytes(_bench.Output("a.html.clean.txt"));
        Assert.Equal(_bench.Manifest("a.html").Result.Clean.Sha256, Convert.ToHexStringLower(SHA256.HashData(text)));
    }
}
