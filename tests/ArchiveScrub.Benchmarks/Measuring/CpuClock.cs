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

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
