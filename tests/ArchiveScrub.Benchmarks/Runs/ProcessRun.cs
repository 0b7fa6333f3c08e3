using System.Diagnostics;
using ArchiveScrub.Benchmarks.Measuring;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>A program from its start to its end, or until a file is there.</summary>
/// <param name="Milliseconds">Wall time.</param>
/// <param name="CpuMilliseconds">CPU time of the whole process, to its end; 0 where the system does not say.</param>
/// <param name="PeakBytes">The most physical memory that it had till then; 0 where it was gone too soon to be asked.</param>
internal sealed record ProcessRun(double Milliseconds, double CpuMilliseconds, long PeakBytes)
{
    /// <summary>Runs it.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="result">The file that is waited for; null to wait for the end.</param>
    /// <param name="every">How often is looked.</param>
    /// <exception cref="InvalidOperationException">It failed, or ended without the file.</exception>
    public static ProcessRun Start(string file, IReadOnlyList<string> arguments, string? result, TimeSpan every)
    {
        var before = CpuClock.Children();
        var started = Stopwatch.GetTimestamp();
        using var process = ChildProcess.Start(file, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        double? time = null;
        long peak = 0;
        while (!process.WaitForExit(every))
        {
            if (time is null)
            {
                peak = Math.Max(peak, PeakMemory.Of(process));
                time = result is not null && File.Exists(result) ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : null;
            }
        }

        time ??= Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        process.WaitForExit();
        if (process.ExitCode != 0 || (result is not null && !File.Exists(result)))
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)} failed with code {process.ExitCode}: {errors.Result.Trim()} {output.Result.Trim()}");
        }

        return new ProcessRun(time.Value, (CpuClock.Children() - before) / 1e6, peak);
    }
}
