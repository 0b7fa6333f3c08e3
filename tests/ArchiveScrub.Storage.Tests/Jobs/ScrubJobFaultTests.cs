using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>A job is killed before and after each of its operations on a store; then a second one runs.</summary>
public sealed class ScrubJobFaultTests
{
    private const string Name = "a.html";

    public static TheoryData<string, string, bool> Histories
    {
        get
        {
            var histories = new TheoryData<string, string, bool>();
            foreach (var before in new[] { "nothing", "article", "older", "jpeg" })
            {
                foreach (var now in new[] { "article", "jpeg" })
                {
                    histories.Add(before, now, false);
                    histories.Add(before, now, true);
                }
            }

            return histories;
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task Killed_at_any_operation_a_capture_is_in_one_of_three_states_and_a_rerun_completes_it(string before, string now, bool force)
    {
        var quiet = await RunAsync(before, now, force, faults: null);
        for (var at = 1; ; at++)
        {
            var struck = false;
            foreach (var afterwards in new[] { false, true })
            {
                var faults = new Faults(at, afterwards);
                Assert.Equal(quiet, await RunAsync(before, now, force, faults));
                struck |= faults.Struck;
            }

            if (!struck)
            {
                Assert.True(at > 2, "the job does some operations");
                return;
            }
        }
    }

    private static async Task<string> RunAsync(string before, string now, bool force, Faults? faults)
    {
        using var bench = new Bench();
        if (before != "nothing")
        {
            Put(bench, before);
            await bench.ScrubAsync(Name);
        }

        Put(bench, now);
        try
        {
            await bench.ScrubAsync(Name, bench.Job(force, faults: faults));
        }
        catch (StoreException)
        {
            // Killed.
        }

        AssertOneState(bench);
        await bench.ScrubAsync(Name);
        AssertOneState(bench);
        Assert.Empty(bench.TempFiles);
        Assert.Equal(now == "jpeg", bench.QuarantineFiles.Length == 1);
        Assert.Equal(now == "jpeg" ? 0 : 2, bench.OutputFiles.Length);
        return string.Join('\n', bench.OutputFiles.Select(bench.Output)) + string.Join('\n', bench.QuarantineFiles);
    }

    private static void Put(Bench bench, string what)
    {
        switch (what)
        {
            case "jpeg":
                bench.Capture(Name, Samples.Jpeg);
                break;
            case "older":
                bench.Capture(Name, Samples.Article("An older version"));
                break;
            default:
                bench.Capture(Name, Samples.Article());
                break;
        }
    }

    /// <summary>A manifest stands beside its own text or not at all, and never beside a quarantine record.</summary>
    private static void AssertOneState(Bench bench)
    {
        var isCommitted = bench.OutputFiles.Contains($"{Name}.manifest.json");
        Assert.False(isCommitted && bench.QuarantineFiles.Length > 0, "results and a quarantine record");
        if (isCommitted)
        {
            var text = Encoding.UTF8.GetBytes(bench.Output($"{Name}.clean.txt"));
            Assert.Equal(bench.Manifest(Name).Result.Clean.Sha256, Convert.ToHexStringLower(SHA256.HashData(text)));
        }
    }
}
