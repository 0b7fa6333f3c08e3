using System.Diagnostics;
using System.Globalization;

namespace ArchiveScrub.Benchmarks.Measuring;

/// <summary>The most physical memory that a process had at once, in bytes.</summary>
internal static class PeakMemory
{
    /// <summary>Of this process.</summary>
    public static long OfThis()
    {
        using var process = Process.GetCurrentProcess();
        return Of(process);
    }

    /// <summary>Of a process that runs; 0 where it has just ended.</summary>
    public static long Of(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux() ? HighWater(process.Id) : process.PeakWorkingSet64;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary><c>VmHWM</c> of Linux, in kB of 1,024 bytes (proc_pid_status(5)); a process that is a zombie has none.</summary>
    private static long HighWater(int id)
    {
        const string Name = "VmHWM:";
        foreach (var line in File.ReadLines($"/proc/{id}/status"))
        {
            if (line.StartsWith(Name, StringComparison.Ordinal))
            {
                return long.Parse(line.AsSpan(Name.Length, line.Length - Name.Length - "kB".Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
            }
        }

        return 0;
    }
}
