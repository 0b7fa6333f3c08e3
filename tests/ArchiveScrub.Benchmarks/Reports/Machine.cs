using System.Globalization;
using System.Runtime.InteropServices;

namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>The kind of machine that was measured on; not which one.</summary>
internal static class Machine
{
    /// <summary>Cores, processor, system and runtime.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores{Processor()}, {System()} {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}");

    private static string System() => OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsWindows() ? "Windows" : "another system";

    private static string Processor()
    {
        const string Information = "/proc/cpuinfo";
        var model = File.Exists(Information) ? File.ReadLines(Information).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model is null ? "" : " of " + model[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
