using System.ComponentModel;
using System.Diagnostics;

namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>Another program, run to its end.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It is not there, or failed.</exception>
    public static string Run(string file, IEnumerable<string> arguments)
    {
        using var process = Start(file, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"{file} failed with code {process.ExitCode}: {LastLine(errors.Result + "\n" + output)}");
    }

    /// <summary>Starts it; its output must be read.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public static Process Start(string file, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{file}: {e.Message}", e);
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last] ? last : "it printed nothing";
}
