using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ArchiveScrub.Benchmarks.Measuring;

/// <summary>CPU time, user and system, in nanoseconds: it does not count what a thread waits for, nor what other processes do.</summary>
internal static partial class CpuClock
{
    // POSIX clock_gettime; the numbers differ by system.
    private static readonly int ThreadClock = OperatingSystem.IsMacOS() ? 16 : 3;
    private static readonly int ProcessClock = OperatingSystem.IsMacOS() ? 12 : 2;

    /// <summary>Whether a thread has a clock of its own; elsewhere its time is that of the process.</summary>
    public static bool HasThreads => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Of the thread that asks: without the threads of the runtime that collect garbage or compile in the background.</summary>
    public static long Thread() => HasThreads ? Read(ThreadClock) : Process();

    /// <summary>Of all threads of this process.</summary>
    public static long Process() =>
        HasThreads ? Read(ProcessClock) : (long)System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalNanoseconds;

    /// <summary>Of all processes that this one started and that have ended; 0 where the system does not say.</summary>
    public static unsafe long Children()
    {
        const int Children = -1; // getrusage(2)
        if (!HasThreads)
        {
            return 0;
        }

        var usage = stackalloc long[18]; // two pairs of seconds and microseconds, user and system, and 14 numbers that nobody wants
        return GetUsage(Children, usage) != 0 ? throw new UnreachableException($"getrusage: error {Marshal.GetLastPInvokeError()}")
            : ((usage[0] + usage[2]) * 1_000_000_000) + ((usage[1] + usage[3]) * 1_000);
    }

    private static long Read(int clock)
    {
        if (GetTime(clock, out var time) != 0)
        {
            throw new UnreachableException($"clock_gettime: error {Marshal.GetLastPInvokeError()}");
        }

        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int GetTime(int clock, out TimeSpec time);

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static unsafe partial int GetUsage(int who, long* usage);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
