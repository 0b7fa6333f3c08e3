namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>How this program starts itself once more.</summary>
internal static class OwnProgram
{
    private static readonly bool IsHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    /// <summary>The program's file.</summary>
    public static string File => Environment.ProcessPath!;

    /// <summary>What it must be told first.</summary>
    public static IReadOnlyList<string> Arguments { get; } = IsHosted ? [typeof(OwnProgram).Assembly.Location] : [];
}
