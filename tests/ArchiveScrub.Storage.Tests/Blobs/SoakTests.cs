using System.Collections.Concurrent;
using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace ArchiveScrub.Storage.Tests;

/// <summary>
/// Many captures, each delivered one to four times, to workers that are killed at random requests: every capture ends
/// in exactly one result or quarantine record, byte for byte that of a quiet run. The variable
/// <c>ARCHIVESCRUB_SOAK</c> says how many captures; unless set, few.
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class SoakTests
{
    private const int Workers = 16;
    private const int MostRequests = 20; // A job makes about fourteen.

    // The emulator looks through all that it holds at every request: at 2,000 blobs it takes three times as long to create and delete one as at 200.
    private const int Round = 250;

    private readonly Azurite _azurite;
    private readonly ITestOutputHelper _output;
    private readonly ConcurrentDictionary<ScrubStatus, int> _statuses = new();
    private int _deliveries;
    private int _kills;

    public SoakTests(Azurite azurite, ITestOutputHelper output)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _azurite = azurite;
        _output = output;
    }

    [SkippableFact]
    public async Task Every_capture_ends_in_exactly_one_place_as_in_a_quiet_run()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("ARCHIVESCRUB_SOAK"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 60;
        foreach (var captures in Enumerable.Range(0, count).Chunk(Round))
        {
            await SoakAsync(captures);
        }

        _output.WriteLine($"{count} captures, {_deliveries} deliveries, {_kills} killed or in each other's way; {string.Join(", ", _statuses.Select(static status => $"{status.Key} {status.Value}"))}");
    }

    private async Task SoakAsync(int[] captures)
    {
        var bench = new BlobBench(_azurite);
        var names = captures.Select(static i => string.Create(CultureInfo.InvariantCulture, $"{i % 100:00}/{i:000000}.html")).ToArray();
        await InParallelAsync(names, name => bench.PutAsync(name, ContentOf(name)));
        await InParallelAsync(names, name => bench.ScrubAsync(name));
        var quiet = await bench.EndAsync("");
        await bench.ClearAsync();

        // One seed a delivery: which runs meet differs from time to time, what each of them suffers does not.
        var deliveries = captures.SelectMany((capture, i) => Enumerable.Range(0, 1 + new Random(capture).Next(4)).Select(n => (Name: names[i], Seed: (capture * 10) + n))).ToArray();
        new Random(captures[0]).Shuffle(deliveries);
        _deliveries += deliveries.Length;
        await InParallelAsync(deliveries, delivery => DeliverAsync(bench, delivery.Name, new Random(delivery.Seed)));

        var ends = await bench.EndAsync("");
        Assert.Equal(quiet.Keys, ends.Keys);
        Assert.All(quiet, end => Assert.Equal(end.Value, ends[end.Key]));
        Assert.Equal(names.Length, ends.Keys.Count(static name => name.EndsWith(".manifest.json", StringComparison.Ordinal) || name.EndsWith(".error.json", StringComparison.Ordinal)));
        await bench.ClearAsync();
        await InParallelAsync(names, bench.RemoveAsync);
    }

    /// <summary>Delivers a capture until a worker lives to see the end of it.</summary>
    private async Task DeliverAsync(BlobBench bench, string name, Random random)
    {
        while (true)
        {
            try
            {
                // Some tries are left alone, or a capture could be poisoned by bad luck.
                var faults = random.Next(3) > 0 ? new FaultPolicy(1 + random.Next(MostRequests), random.Next(2) == 0) : null;
                var outcome = await bench.ScrubAsync(name, faults: faults);
                _statuses.AddOrUpdate(outcome.Status, 1, static (_, before) => before + 1);
                return;
            }
            catch (StoreException)
            {
                Interlocked.Increment(ref _kills);
            }
        }
    }

    private static byte[] ContentOf(string name) => name[^6] is '7'
        ? Samples.Jpeg
        : System.Text.Encoding.UTF8.GetBytes(Samples.Article($"The bridge of {name} is closed"));

    private static Task InParallelAsync<T>(IEnumerable<T> items, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (item, _) => await act(item));
}
