namespace ArchiveScrub.Benchmarks.Runs;

/// <summary>The working tree that the benchmarks were built from: they build and run other parts of it.</summary>
internal static class Repository
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path in it.</summary>
    public static string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The commit, with a plus where files differ from it; null where git does not say.</summary>
    public static string? Commit()
    {
        try
        {
            var commit = ChildProcess.Run("git", ["-C", Root, "rev-parse", "--short=10", "HEAD"]).Trim();
            var changes = ChildProcess.Run("git", ["-C", Root, "status", "--porcelain", "--untracked-files=no", "--", "functions"]);
            return changes.Length == 0 ? commit : commit + "+";
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ArchiveScrub.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run inside the repository, with 'dotnet run'.");
    }
}
