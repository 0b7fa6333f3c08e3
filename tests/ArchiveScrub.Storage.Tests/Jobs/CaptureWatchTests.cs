using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class CaptureWatchTests
{
    private static readonly FolderCaptureStore Store = new("nowhere", "test");
    private readonly List<Delivery> _there = [];

    [Fact]
    public async Task Each_version_of_a_capture_is_delivered_once()
    {
        Put("a", "1");
        Put("b", "1");
        Assert.Equal(["a 1", "b 1", "-", "a 2", "c 1", "-", "-"], await LookAsync(
            () => { },
            () =>
            {
                Put("a", "2");
                Put("c", "1");
            },
            () => { }));
    }

    [Fact]
    public async Task A_failure_is_delivered_again_until_the_last_try()
    {
        Put("a", "1");
        var tries = new List<int>();
        var looks = 0;
        using var stop = new CancellationTokenSource();
        var watch = new CaptureWatch(() => _there.ToAsyncEnumerable(), TimeSpan.FromMilliseconds(1), TimeProvider.System);
        await foreach (var delivery in watch.DeliverAsync(stop.Token, _ => Stop(++looks == 20)))
        {
            tries.Add(delivery.Attempt);
            watch.Report(new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Failed, Failure = "no network" });
        }

        Assert.Equal(Enumerable.Range(1, CaptureWatch.MaxAttempts), tries);

        void Stop(bool isEnough)
        {
            if (isEnough)
            {
                stop.Cancel();
            }
        }
    }

    private void Put(string name, string tag)
    {
        _there.RemoveAll(delivery => delivery.ResultName == name);
        _there.Add(new Delivery(Store, new CaptureInfo(name, 1, tag), name));
    }

    /// <summary>What is delivered, look by look, with an act before each.</summary>
    private async Task<string[]> LookAsync(params Action[] acts)
    {
        var seen = new List<string>();
        var looks = 0;
        using var stop = new CancellationTokenSource();
        acts[0]();
        var watch = new CaptureWatch(() => _there.ToArray().ToAsyncEnumerable(), TimeSpan.FromMilliseconds(1), TimeProvider.System);
        await foreach (var delivery in watch.DeliverAsync(stop.Token, Next))
        {
            seen.Add($"{delivery.Capture.Name} {delivery.Capture.ETag}");
            watch.Report(new ScrubOutcome { Delivery = delivery, Status = ScrubStatus.Scrubbed });
        }

        return [.. seen];

        void Next(int delivered)
        {
            seen.Add("-");
            if (++looks == acts.Length)
            {
                stop.Cancel();
            }
            else
            {
                acts[looks]();
            }
        }
    }
}
