using System.Diagnostics;
using System.Globalization;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Robustness;

/// <summary>
/// Scrubs every page of the corpus three times: once to verify, once with one job and once with several, on the clock.
/// Nothing but <see cref="CaptureException"/> may be thrown, conservation must hold, and every pass must give the same bytes.
/// </summary>
internal sealed class RobustnessCheck(Corpus corpus)
{
    private readonly Scrubber _scrubber = new();

    /// <summary>Runs the passes and prints speed and memory.</summary>
    /// <returns>What is wrong, a sentence each; empty where nothing is.</returns>
    public IReadOnlyList<string> Run(IReadOnlyList<string> ids, IReadOnlyList<PageFormat> formats, int jobs, TextWriter output, CancellationToken cancellation)
    {
        var wrong = new List<string>();
        foreach (var format in formats)
        {
            var name = format == PageFormat.Html ? "html" : "text";
            var verified = Pass(ids, format, jobs, verify: true, cancellation); // and warms up
            var alone = Pass(ids, format, 1, verify: false, cancellation);
            Report(output, name, ids, 1, alone);
            var together = Pass(ids, format, jobs, verify: false, cancellation);
            Report(output, name, ids, jobs, together);
            for (var i = 0; i < ids.Count; i++)
            {
                if (verified.Outcomes[i].Error is { } error)
                {
                    wrong.Add($"{name} {ids[i]}: {error}");
                }

                if (verified.Outcomes[i].Digest != alone.Outcomes[i].Digest || alone.Outcomes[i].Digest != together.Outcomes[i].Digest)
                {
                    wrong.Add($"{name} {ids[i]}: a second run gave other bytes");
                }
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{"",-6}{ids.Count} pages, {verified.Outcomes.Count(outcome => outcome.IsRefused)} refused with a CaptureException, {verified.Outcomes.Count(outcome => outcome.Error is not null)} wrong; peak working set so far {PeakMegabytes()} MB"));
        }

        return wrong;
    }

    private PassResult Pass(IReadOnlyList<string> ids, PageFormat format, int jobs, bool verify, CancellationToken cancellation)
    {
        var outcomes = new Outcome[ids.Count];
        var started = Stopwatch.GetTimestamp();
        Parallel.For(
            0,
            ids.Count,
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
            i => outcomes[i] = Outcome.Of(_scrubber, corpus.Read(ids[i], format).ToPage(), verify, cancellation));
        return new PassResult(outcomes, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static void Report(TextWriter output, string format, IReadOnlyList<string> ids, int jobs, PassResult pass)
    {
        var times = pass.Outcomes.Select(outcome => outcome.Milliseconds).Order().ToArray();
        var slowest = Array.FindIndex(pass.Outcomes, outcome => outcome.Milliseconds == times[^1]);
        var megabytes = pass.Outcomes.Sum(outcome => (long)outcome.Bytes) / 1e6;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{format,-6}{jobs} job{(jobs == 1 ? " " : "s")} {times.Length / pass.Seconds,8:0} pages/s {megabytes / pass.Seconds,7:0.0} MB/s (reading and unzipping included); scrubbing, ms a page: p50 {times[times.Length / 2]:0.00}, p95 {times[times.Length * 95 / 100]:0.00}, max {times[^1]:0.0} ({ids[slowest]})"));
    }

    /// <summary>The largest working set of this process so far, in MB.</summary>
    public static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1_000_000;
    }

    private sealed record PassResult(Outcome[] Outcomes, double Seconds);

    private sealed record Outcome(string Digest, bool IsRefused, string? Error, double Milliseconds, int Bytes)
    {
        public static Outcome Of(Scrubber scrubber, Page page, bool verify, CancellationToken cancellation)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                var result = scrubber.Scrub(page, cancellation);
                var elapsed = Elapsed(started);

                // The manifest's digest covers the manifest and, through its hash, the clean text; that both are true is verified.
                return new Outcome(result.Manifest.Digest ?? "", IsRefused: false, verify ? Broken(result) : null, elapsed, page.Payload.Length);
            }
            catch (CaptureException e)
            {
                return new Outcome(e.Message, IsRefused: true, null, Elapsed(started), page.Payload.Length);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return new Outcome(e.Message, IsRefused: false, $"{e.GetType().Name}: {e.Message}", Elapsed(started), page.Payload.Length);
            }
        }

        private static string? Broken(ScrubResult result)
        {
            var problems = ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText);
            return problems.Count == 0 ? null : string.Join(" ", problems);
        }

        private static double Elapsed(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
