using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>
/// A capture that is written again as something else has the results of what it is now and nothing else, on every store
/// and wherever a job is killed.
/// </summary>
public abstract class OverwrittenCaptureContract
{
    internal const string Name = "a/capture";

    private static readonly Scrubber Scrubber = new();

    public static TheoryData<string, string> Histories
    {
        get
        {
            string[] kinds = ["page", "crawl", "texts", "picture"];
            var histories = new TheoryData<string, string>();
            foreach (var before in kinds)
            {
                foreach (var now in kinds.Where(now => now != before).Append("other " + before))
                {
                    histories.Add(before, now);
                }
            }

            return histories;
        }
    }

    /// <summary>How many operations lie between two at which jobs are killed.</summary>
    protected abstract int Stride { get; }

    [SkippableTheory]
    [MemberData(nameof(Histories))]
    public async Task Its_results_are_those_of_what_it_is_now(string before, string now)
    {
        var quiet = await RunAsync(null, now, faults: null);
        Assert.NotEmpty(quiet);
        for (var at = 0; ; at += Stride)
        {
            // At 0 nobody is killed.
            var faults = at == 0 ? null : new Faults(at, afterwards: at % 2 == 0);
            Assert.Equal(quiet, await RunAsync(before, now, faults));
            if (faults is { Struck: false })
            {
                Assert.True(at > 2, "the job does some operations");
                return;
            }
        }
    }

    internal abstract OverwrittenBench Open();

    private async Task<string[]> RunAsync(string? before, string now, Faults? faults)
    {
        using var bench = Open();
        if (before is not null)
        {
            await ScrubAsync(bench, before, faults: null);
        }

        try
        {
            await ScrubAsync(bench, now, faults);
        }
        catch (StoreException)
        {
            // Killed: redelivered.
            await ScrubAsync(bench, now, faults: null);
        }

        return await bench.EndAsync();
    }

    private static async Task ScrubAsync(OverwrittenBench bench, string what, Faults? faults)
    {
        await bench.PutAsync(what.Split(' ')[^1] switch
        {
            "page" => System.Text.Encoding.UTF8.GetBytes(Samples.Article(what)),
            "picture" => [.. Samples.Jpeg, (byte)what.Length],
            _ => SampleWarc.Crawl(what.StartsWith("other", StringComparison.Ordinal) ? 3 : 6),
        });
        var options = new ScrubJobOptions { TextFiles = what.EndsWith("texts", StringComparison.Ordinal), PartBytes = 2_000, Workers = 1, Host = "bench" };
        using var job = new ScrubJob(
            new CaptureReader(),
            Scrubber,
            faults is null ? bench.Results : new FaultyResultStore(bench.Results, faults),
            faults is null ? bench.Quarantine : new FaultyResultStore(bench.Quarantine, faults),
            options,
            new FixedClock());
        await job.RunAsync(new Delivery(bench.Captures, (await bench.Captures.FindAsync(Name))!, Name));
    }
}

/// <summary>Stores for a capture and what comes of it.</summary>
/// <param name="Captures">Where the capture is.</param>
/// <param name="Results">Where results go.</param>
/// <param name="Quarantine">Where quarantine records go.</param>
/// <param name="PutAsync">Writes the capture.</param>
/// <param name="EndAsync">Names everything that there is in the end.</param>
internal sealed record OverwrittenBench(ICaptureStore Captures, IResultStore Results, IResultStore Quarantine, Func<byte[], Task> PutAsync, Func<Task<string[]>> EndAsync) : IDisposable
{
    public Action Close { get; init; } = static () => { };

    public void Dispose() => Close();
}

public sealed class OverwrittenFolderTests : OverwrittenCaptureContract
{
    protected override int Stride => 1;

    internal override OverwrittenBench Open()
    {
        var bench = new Bench();
        return new OverwrittenBench(
            bench.Captures,
            bench.Results,
            bench.Quarantine,
            content =>
            {
                bench.Capture(Name, content);
                return Task.CompletedTask;
            },
            () => Task.FromResult<string[]>([.. bench.OutputFiles, .. bench.QuarantineFiles]))
        {
            Close = bench.Dispose,
        };
    }
}

[Collection(AzuriteTests.Name)]
public sealed class OverwrittenBlobTests : OverwrittenCaptureContract
{
    private readonly Azurite _azurite;

    public OverwrittenBlobTests(Azurite azurite)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _azurite = azurite;
    }

    protected override int Stride => 7; // The folder tests are the thorough ones.

    internal override OverwrittenBench Open()
    {
        var bench = new BlobBench(_azurite);
        return new OverwrittenBench(bench.Captures, bench.Results, bench.Quarantine, content => bench.PutAsync(Name, content), async () => [.. (await bench.EndAsync(Name)).Keys]);
    }
}
