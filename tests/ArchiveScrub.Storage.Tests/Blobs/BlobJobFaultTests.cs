using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>A worker is killed before and after each of its requests to the service; then another one takes the capture up.</summary>
[Collection(AzuriteTests.Name)]
public sealed class BlobJobFaultTests
{
    private readonly BlobBench _bench;

    public BlobJobFaultTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _bench = new BlobBench(azurite);
    }

    [SkippableTheory]
    [InlineData("nothing", "article", false)]
    [InlineData("nothing", "jpeg", false)]
    [InlineData("article", "article", true)]
    [InlineData("article", "jpeg", false)]
    [InlineData("older", "article", false)]
    [InlineData("jpeg", "article", false)]
    public async Task Killed_at_any_request_a_capture_is_in_one_of_three_states_and_a_redelivery_completes_it(string before, string now, bool force)
    {
        var quiet = await RunAsync("quiet.html", before, now, force, faults: null);
        for (var at = 1; ; at++)
        {
            var struck = false;
            foreach (var afterwards in new[] { false, true })
            {
                var faults = new FaultPolicy(at, afterwards);
                Assert.Equal(quiet, await RunAsync($"{at}{(afterwards ? 'b' : 'a')}.html", before, now, force, faults));
                struck |= faults.Struck;
            }

            if (!struck)
            {
                Assert.True(at > 6, "a job makes some requests");
                return;
            }
        }
    }

    /// <summary>How a history ends: the kinds of blobs, and the clean text.</summary>
    private async Task<string> RunAsync(string name, string before, string now, bool force, FaultPolicy? faults)
    {
        if (before != "nothing")
        {
            await PutAsync(name, before);
            await _bench.ScrubAsync(name);
        }

        await PutAsync(name, now);
        try
        {
            await _bench.ScrubAsync(name, force, faults);
        }
        catch (StoreException)
        {
            // Killed.
        }

        await _bench.AssertOneStateAsync(name);
        await _bench.ScrubAsync(name);
        await _bench.AssertOneStateAsync(name);
        var end = await _bench.EndAsync(name);
        Assert.Equal(
            now == "jpeg" ? [$"quarantine/{name}.error.json"] : [$"clean/{name}.clean.txt", $"clean/{name}.manifest.json"],
            end.Keys);
        return end.TryGetValue($"clean/{name}.clean.txt", out var text) ? text : "in quarantine";
    }

    private Task PutAsync(string name, string what) => what switch
    {
        "jpeg" => _bench.PutAsync(name, Samples.Jpeg),
        "older" => _bench.PutAsync(name, Samples.Article("An older version")),
        _ => _bench.PutAsync(name, Samples.Article()),
    };
}
