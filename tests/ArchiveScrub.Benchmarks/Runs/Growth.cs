using System.Globalization;
using System.Text.Json;
using ArchiveScrub.Benchmarks.Measuring;
using ArchiveScrub.Benchmarks.Pages;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>How time and memory grow with a page of some shape.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Points">A point for each size, the smallest first; those that took too long are missing.</param>
/// <param name="Stopped">Whether the time was over before the largest.</param>
internal sealed record Growth(GrowthShape Shape, IReadOnlyList<GrowthPoint> Points, bool Stopped)
{
    /// <summary>The command that measures a shape in its process.</summary>
    public const string Command = "grow-one";

    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000];
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(300); // of repeats of a small page

    /// <summary>Measures a shape in a process of its own.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="largest">No size beyond it, in bytes.</param>
    /// <param name="limit">After so long the process is ended; what it measured till then counts.</param>
    public static Growth Measure(GrowthShape shape, int largest, TimeSpan limit)
    {
        using var process = ChildProcess.Start(OwnProgram.File, [.. OwnProgram.Arguments, Command, shape.Name, largest.ToString(CultureInfo.InvariantCulture)]);
        using var timer = new Timer(_ => process.Kill(), null, limit, Timeout.InfiniteTimeSpan);
        var errors = process.StandardError.ReadToEndAsync();
        var points = new List<GrowthPoint>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            points.Add(JsonSerializer.Deserialize<GrowthPoint>(line)!);
        }

        process.WaitForExit();
        var isStopped = points.Count < Sizes.Count(size => size <= largest);
        return !isStopped || errors.Result.Length == 0 ? new Growth(shape, points, isStopped)
            : throw new InvalidOperationException($"{shape.Name}: {errors.Result.Trim()}");
    }

    /// <summary>Measures a shape in this process, a line of JSON for each size.</summary>
    public static void Print(GrowthShape shape, int largest, TextWriter output)
    {
        var scrubber = new ScrubbedBytes(shape.Format);
        foreach (var warm in new[] { SamplePage.Html(10_000), SamplePage.Html(100_000), shape.Make(Sizes[0]) })
        {
            Least(new ScrubbedBytes(warm[0] == '<' ? PageFormat.Html : shape.Format), warm);
        }

        foreach (var size in Sizes.Where(size => size <= largest))
        {
            var page = shape.Make(size);
            var (time, error) = Least(scrubber, page);
            output.WriteLine(JsonSerializer.Serialize(new GrowthPoint(page.Length, time / 1e6, PeakMemory.OfThis(), error)));
            output.Flush();
        }
    }

    private static (long Nanoseconds, string? Error) Least(ScrubbedBytes scrubber, byte[] page)
    {
        var least = long.MaxValue;
        string? error = null;
        for (long spent = 0; spent < Enough.TotalNanoseconds;)
        {
            var started = CpuClock.Thread();
            error = scrubber.Take(page);
            var time = CpuClock.Thread() - started;
            least = Math.Min(least, time);
            spent += time;
        }

        return (least, error);
    }

    private sealed class ScrubbedBytes(PageFormat format)
    {
        private static readonly Scrubber Scrubber = new();

        public string? Take(byte[] bytes)
        {
            try
            {
                var result = Scrubber.Scrub(new Page { Capture = new CaptureIdentity(null, "page", bytes.Length, new string('0', 64)), Payload = bytes, Format = format });
                GC.KeepAlive(ManifestJson.Serialize(result.Manifest));
                return null;
            }
            catch (CaptureException e)
            {
                return e.Code;
            }
        }
    }
}
