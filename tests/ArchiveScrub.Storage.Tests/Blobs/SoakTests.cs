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
    private const int MostRequests = 16; // A job makes about ten.

    private readonly BlobBench _bench;
    private readonly ITestOutputHelper _output;

    public SoakTests(Azurite azurite, ITestOutputHelper output)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _bench = new BlobBench(azurite);
        _output = output;
    }

    [SkippableFact]
    public async Task Every_capture_ends_in_exactly_one_place_as_in_a_quiet_run()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("ARCHIVESCRUB_SOAK"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 60;
        var names = Enumerable.Range(0, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{i % 100:00}/{i:000000}.html")).ToArray();
        await InParallelAsync(names, name => _bench.PutAsync(name, ContentOf(name)));

        await InParallelAsync(names, name => _bench.ScrubAsync(name));
        var quiet = await EndsAsync();
        await _bench.ClearAsync();

        // One seed a delivery: which runs meet differs from time to time, what each of them suffers does not.
        var deliveries = names.SelectMany((name, i) => Enumerable.Range(0, 1 + new Random(i).Next(4)).Select(n => (Name: name, Seed: (i * 10) + n))).ToArray();
        new Random(1).Shuffle(deliveries);
        var statuses = new ConcurrentDictionary<ScrubStatus, int>();
        var kills = 0;
        await InParallelAsync(deliveries, async delivery =>
        {
            var random = new Random(delivery.Seed);
            while (true)
            {
                try
                {
                    // The last tries are left alone, or a capture could be poisoned by bad luck.
                    var faults = random.Next(3) > 0 ? new FaultPolicy(1 + random.Next(MostRequests), random.Next(2) == 0) : null;
                    var outcome = await _bench.ScrubAsync(delivery.Name, faults: faults);
                    statuses.AddOrUpdate(outcome.Status, 1, static (_, before) => before + 1);
                    return;
                }
                catch (StoreException)
                {
                    Interlocked.Increment(ref kills);
                }
            }
        });

        var ends = await EndsAsync();
        _output.WriteLine($"{count} captures, {deliveries.Length} deliveries, {kills} killed or in each other's way; {string.Join(", ", statuses.Select(static status => $"{status.Key} {status.Value}"))}");
        Assert.Equal(quiet.Keys, ends.Keys);
        Assert.All(quiet, end => Assert.Equal(end.Value, ends[end.Key]));
        Assert.Equal(count, ends.Keys.Count(static name => name.EndsWith(".manifest.json", StringComparison.Ordinal) || name.EndsWith(".error.json", StringComparison.Ordinal)));
    }

    private static byte[] ContentOf(string name) => name[^6] is '7'
        ? Samples.Jpeg
        : System.Text.Encoding.UTF8.GetBytes(Samples.Article($"The bridge of {name} is closed"));

    private static Task InParallelAsync<T>(IEnumerable<T> items, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (item, _) => await act(item));

    private Task<IReadOnlyDictionary<string, string>> EndsAsync() => _bench.EndAsync("");
}
