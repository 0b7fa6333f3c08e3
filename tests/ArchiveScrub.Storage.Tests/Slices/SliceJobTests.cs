using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Storage.Blobs;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>The protocol of parts, with bytes for slices, against the emulator.</summary>
[Collection(AzuriteTests.Name)]
public sealed class SliceJobTests
{
    private const string Name = "a/large.warc.gz";
    private static readonly byte[] Content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(static i => $"record {i}\n")));
    private static readonly ManifestTool Tool = new() { Name = "ArchiveScrub", RuleSet = "sha256:0", Version = "1.0" };

    private readonly Azurite _azurite;
    private readonly BlobContainerClient _captures;
    private readonly BlobContainerClient _results;
    private readonly BlobContainerClient _quarantine;
    private readonly BlobContainerClient _parts;

    public SliceJobTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _azurite = azurite;
        _captures = azurite.NewContainer("captures");
        _results = azurite.NewContainer("clean");
        _quarantine = azurite.NewContainer("quarantine");
        _parts = azurite.NewContainer("parts");
    }

    [SkippableFact]
    public async Task The_worker_that_finds_all_parts_joins_them_and_the_bytes_are_those_of_one_worker()
    {
        var (delivery, messages) = await PlanAsync(7);
        var outcomes = new List<ScrubOutcome>();
        foreach (var message in messages.Reverse())
        {
            outcomes.Add(await Job().RunAsync(delivery, message, new FakeSliceWork(Content)));
        }

        Assert.Equal([.. Enumerable.Repeat(ScrubStatus.SliceDone, 6), ScrubStatus.Scrubbed], outcomes.Select(static outcome => outcome.Status));
        Assert.Equal(7, outcomes[^1].Pages.Pages);
        await AssertJoinedAsync(7);
    }

    [SkippableFact]
    public async Task A_slice_that_is_delivered_again_is_not_scrubbed_again()
    {
        var (delivery, messages) = await PlanAsync(3);
        var work = new FakeSliceWork(Content);
        foreach (var message in messages.Concat(messages))
        {
            await Job().RunAsync(delivery, message, work);
        }

        Assert.Equal(3, work.Scrubbed);
        Assert.Equal(ScrubStatus.AlreadyDone, (await Job().RunAsync(delivery, messages[1], work)).Status);
        await AssertJoinedAsync(3);
    }

    [SkippableFact]
    public async Task Of_all_slices_at_once_each_twice_exactly_one_delivery_joins()
    {
        for (var round = 0; round < 3; round++)
        {
            var (delivery, messages) = await PlanAsync(6, $"{round}/{Name}");
            var statuses = await Task.WhenAll(messages.Concat(messages).Select(message => Task.Run(() => AgainAsync(() => Job().RunAsync(delivery, message, new FakeSliceWork(Content))))));
            Assert.Single(statuses, static outcome => outcome.Status == ScrubStatus.Scrubbed);
            await AssertJoinedAsync(6, $"{round}/{Name}");
        }
    }

    [SkippableFact]
    public async Task Killed_at_any_request_a_slice_is_finished_by_a_redelivery()
    {
        for (var at = 1; ; at++)
        {
            var struck = false;
            foreach (var afterwards in new[] { false, true })
            {
                var name = $"{at}{afterwards}/{Name}";
                var (delivery, messages) = await PlanAsync(2, name);
                await Job().RunAsync(delivery, messages[0], new FakeSliceWork(Content));
                var faults = new FaultPolicy(at, afterwards);
                try
                {
                    await Job(faults).RunAsync(delivery, messages[1], new FakeSliceWork(Content));
                }
                catch (StoreException)
                {
                    // Killed.
                }

                // Either nothing vouches for the results, or they are whole.
                if (await _results.GetBlobClient($"{name}.manifest.json").ExistsAsync())
                {
                    await AssertJoinedAsync(2, name);
                }

                await Job().RunAsync(delivery, messages[1], new FakeSliceWork(Content));
                await AssertJoinedAsync(2, name);
                struck |= faults.Struck;
            }

            if (!struck)
            {
                Assert.True(at > 10, "a job makes some requests");
                return;
            }
        }
    }

    [SkippableFact]
    public async Task Slices_of_a_version_that_is_gone_are_never_joined()
    {
        var (delivery, messages) = await PlanAsync(2);
        await Job().RunAsync(delivery, messages[0], new FakeSliceWork(Content));
        await _captures.GetBlobClient(Name).UploadAsync(BinaryData.FromString("another version"), overwrite: true);
        var outcome = await Job().RunAsync(delivery, messages[1], new FakeSliceWork(Content));
        Assert.Equal(ScrubStatus.Superseded, outcome.Status);
        Assert.Empty(await _results.GetBlobsAsync().ToListAsync());
    }

    [SkippableFact]
    public async Task Parts_of_two_plans_are_kept_apart_and_the_results_are_replaced_whole()
    {
        foreach (var slices in new[] { 2, 5 })
        {
            var (delivery, messages) = await PlanAsync(slices);
            foreach (var message in messages)
            {
                await Job().RunAsync(delivery, message, new FakeSliceWork(Content));
            }

            await AssertJoinedAsync(slices);
        }
    }

    [SkippableFact]
    public async Task A_slice_that_cannot_be_scrubbed_puts_the_capture_into_quarantine_at_once()
    {
        var (delivery, messages) = await PlanAsync(3);
        await Job().RunAsync(delivery, messages[0], new FakeSliceWork(Content));
        await _results.UploadBlobAsync($"{Name}.summary.json", BinaryData.FromString("of an earlier version"));

        var outcome = await Job().RunAsync(delivery, messages[1], new FakeSliceWork(Content) { Fault = new InvalidOperationException("no such slice") });

        Assert.Equal(ScrubStatus.Quarantined, outcome.Status);
        Assert.Equal("no such slice", outcome.Error!.Reason);
        Assert.Equal([$"{Name}.error.json"], await _quarantine.GetBlobsAsync().Select(static blob => blob.Name).ToArrayAsync());
        Assert.Equal(ScrubStatus.SliceDone, (await Job().RunAsync(delivery, messages[2], new FakeSliceWork(Content))).Status);
        Assert.Empty(await _results.GetBlobsAsync().ToListAsync());

        // A store's failure is another matter.
        await Assert.ThrowsAsync<StoreException>(() => Job().RunAsync(delivery, messages[1], new FakeSliceWork(Content) { Fault = new StoreException("no network") }));
    }

    [SkippableFact]
    public async Task A_quarantine_record_goes_when_the_capture_is_joined()
    {
        await _quarantine.UploadBlobAsync($"{Name}.error.json", BinaryData.FromString("{}"));
        var (delivery, messages) = await PlanAsync(1);
        await Job().RunAsync(delivery, messages[0], new FakeSliceWork(Content));
        Assert.Empty(await _quarantine.GetBlobsAsync().ToListAsync());
    }

    private async Task<(Delivery Delivery, SliceMessage[] Messages)> PlanAsync(int count, string name = Name)
    {
        await _captures.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(Content), overwrite: true);
        var store = new BlobCaptureStore(_captures);
        var capture = (await store.FindAsync(name))!;
        var step = Content.Length / count;
        var slices = Enumerable.Range(0, count).Select(i => new CaptureSlice(i * step, i == count - 1 ? Content.Length - (i * step) : step)).ToArray();
        var plan = new FanOutPlan(capture, Convert.ToHexStringLower(SHA256.HashData(Content)), Tool, slices);
        return (new Delivery(store, capture, name), [.. plan.Messages()]);
    }

    private SliceJob Job(FaultPolicy? faults = null) => new(Store(_results, faults), Store(_quarantine, faults), Store(_parts, faults));

    private BlobResultStore Store(BlobContainerClient container, FaultPolicy? faults) =>
        new(faults is null ? container : _azurite.Container(container.Name, new HttpPipelinePolicyAt(faults, HttpPipelinePosition.PerCall)));

    private async Task AssertJoinedAsync(int slices, string name = Name)
    {
        var text = (await _results.GetBlobClient($"{name}.clean.txt").DownloadContentAsync()).Value.Content.ToArray();
        Assert.Equal([.. "head "u8, .. Content], text);
        var ranges = (await _results.GetBlobClient($"{name}.error.json").DownloadContentAsync()).Value.Content.ToString();
        Assert.Equal(slices, ranges.Count(static c => c == ';'));
        var commit = (await _results.GetBlobClient($"{name}.manifest.json").DownloadContentAsync()).Value.Content.ToString();
        Assert.StartsWith($"{Content.Length} ", commit, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(text)), commit, StringComparison.Ordinal);
    }

    private static async Task<ScrubOutcome> AgainAsync(Func<Task<ScrubOutcome>> deliver)
    {
        for (var delivery = 1; ; delivery++)
        {
            try
            {
                return await deliver();
            }
            catch (StoreException) when (delivery < 20)
            {
            }
        }
    }
}
