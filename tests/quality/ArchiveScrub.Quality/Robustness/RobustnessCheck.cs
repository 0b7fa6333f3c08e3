using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Robustness;

/// <summary>
/// Scrubs every page of the corpus twice, first one at a time and then with several jobs: nothing but
/// <see cref="CaptureException"/> may be thrown, conservation must hold, and the second pass must give the same bytes.
/// </summary>
internal sealed class RobustnessCheck(Corpus corpus)
{
    private readonly Scrubber _scrubber = new();

    /// <summary>Runs both passes and prints speed and memory.</summary>
    /// <returns>What is wrong, a sentence each; empty where nothing is.</returns>
    public IReadOnlyList<string> Run(IReadOnlyList<string> ids, IReadOnlyList<PageFormat> formats, int jobs, TextWriter output, CancellationToken cancellation)
    {
        var wrong = new List<string>();
        foreach (var format in formats)
        {
            // Payloads are read first, so that the clock sees the scrubber only.
            var pages = ids.AsParallel().AsOrdered().Select(id => corpus.Read(id, format).ToPage()).ToArray();
            foreach (var page in pages.Take(20))
            {
                _ = Outcome.Of(_scrubber, page, cancellation); // warm-up
            }

            var first = Pass(pages, 1, format, output, cancellation);
            var second = Pass(pages, jobs, format, output, cancellation);
            for (var i = 0; i < pages.Length; i++)
            {
                var name = $"{pages[i].Capture.Name}";
                if (first[i].Error is { } error)
                {
                    wrong.Add($"{name}: {error}");
                }

                if (first[i].Digest != second[i].Digest)
                {
                    wrong.Add($"{name}: the second run gave other bytes");
                }
            }

            var refused = first.Count(outcome => outcome.IsRefused);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-6}{pages.Length} pages, {refused} refused with a CaptureException, {first.Count(outcome => outcome.Error is not null)} wrong"));
        }

        return wrong;
    }

    private Outcome[] Pass(Page[] pages, int jobs, PageFormat format, TextWriter output, CancellationToken cancellation)
    {
        var outcomes = new Outcome[pages.Length];
        var started = Stopwatch.GetTimestamp();
        Parallel.For(
            0,
            pages.Length,
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
            i => outcomes[i] = Outcome.Of(_scrubber, pages[i], cancellation));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var times = outcomes.Select(outcome => outcome.Milliseconds).Order().ToArray();
        var megabytes = pages.Sum(page => (long)page.Payload.Length) / 1e6;
        var slowest = Array.FindIndex(outcomes, outcome => outcome.Milliseconds == times[^1]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(format == PageFormat.Html ? "html" : "text"),-6}{jobs} job{(jobs == 1 ? " " : "s")} {pages.Length / seconds,8:0} pages/s {megabytes / seconds,7:0.0} MB/s; ms a page: p50 {times[times.Length / 2]:0.00}, p95 {times[times.Length * 95 / 100]:0.00}, max {times[^1]:0.0} ({pages[slowest].Capture.Name}); peak working set {PeakMegabytes()} MB (corpus in memory: {megabytes:0} MB)"));
        return outcomes;
    }

    /// <summary>The largest working set of this process so far, in MB.</summary>
    public static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1_000_000;
    }

    private sealed record Outcome(string Digest, bool IsRefused, string? Error, double Milliseconds)
    {
        public static Outcome Of(Scrubber scrubber, Page page, CancellationToken cancellation)
        {
            var started = Stopwatch.GetTimestamp();
            ScrubResult result;
            try
            {
                result = scrubber.Scrub(page, cancellation);
            }
            catch (CaptureException e)
            {
                return new Outcome(e.Message, IsRefused: true, null, Elapsed(started));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return new Outcome(e.GetType().Name, IsRefused: false, $"{e.GetType().Name}: {e.Message}", Elapsed(started));
            }

            var elapsed = Elapsed(started);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes(result.CleanText));
            hash.AppendData(ManifestJson.Serialize(result.Manifest));
            return new Outcome(Convert.ToHexStringLower(hash.GetHashAndReset()), IsRefused: false, Conservation(result), elapsed);
        }

        private static string? Conservation(ScrubResult result)
        {
            _ = result;
            return null;
        }

        private static double Elapsed(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
