using System.Diagnostics;
using System.Text.Json;

namespace ArchiveScrub.Benchmarks.Measuring;

/// <summary>Measures a contestant in a process of its own: passes that warm up, a full one at least, then passes that count.</summary>
internal static class MeasuringLoop
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Runs it: <c>LIST PASSES SECONDS</c>, a file with the path of a page a line, how many passes count, and how long all
    /// may take; a pass is not begun then, but one always counts. Prints the measurement as a line of JSON.
    /// </summary>
    public static void Run(Contestant contestant, string version, string list, int passes, TimeSpan limit, TextWriter output)
    {
        output.WriteLine(JsonSerializer.Serialize(Measure(contestant, version, File.ReadAllLines(list), passes, limit)));
    }

    private static Measurement Measure(Contestant contestant, string version, string[] files, int passes, TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        do
        {
            new Pass(contestant, files).Run();
        }
        while (Stopwatch.GetElapsedTime(started) < WarmUp); // over a few pages, compiling goes on behind the first passes

        var done = new List<Pass>();
        do
        {
            done.Add(new Pass(contestant, files));
            done[^1].Run();
        }
        while (done.Count < passes && Stopwatch.GetElapsedTime(started) < limit);

        return new Measurement
        {
            Version = version,
            Passes = done.Count,
            PageNanoseconds = [.. files.Select((_, i) => done.Min(pass => pass.PageNanoseconds[i]))],
            ProcessNanoseconds = done.Sum(pass => pass.ProcessNanoseconds),
            ThreadNanoseconds = CpuClock.HasThreads ? done.Sum(pass => pass.PageNanoseconds.Sum()) : null,
            PageBytes = files.Sum(file => new FileInfo(file).Length),
            AllocatedBytes = done[0].Allocated.Sum(),
            WorstAllocation = files.Select((file, i) => done[0].Allocated[i] / Math.Max(1.0, new FileInfo(file).Length)).Max(),
            PeakBytes = PeakMemory.OfThis(),
            Failures = done[0].Failures,
        };
    }

    private sealed class Pass(Contestant contestant, string[] files)
    {
        private long _size;

        public long[] PageNanoseconds { get; } = new long[files.Length];

        public long[] Allocated { get; } = new long[files.Length];

        public long ProcessNanoseconds { get; private set; }

        public int Failures { get; private set; }

        public void Run()
        {
            for (var i = 0; i < files.Length; i++)
            {
                contestant.Load(files[i]);
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var process = CpuClock.Process();
                var thread = CpuClock.Thread();
                try
                {
                    _size += contestant.Run();
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    Failures++;
                }

                PageNanoseconds[i] = CpuClock.Thread() - thread;
                ProcessNanoseconds += CpuClock.Process() - process;
                Allocated[i] = GC.GetAllocatedBytesForCurrentThread() - allocated;
            }

            GC.KeepAlive(_size);
        }
    }
}
