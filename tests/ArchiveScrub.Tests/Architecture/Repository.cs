namespace ArchiveScrub.Tests.Architecture;

/// <summary>The source code that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Source files below a folder, by their path from the root, without what is generated.</summary>
    public static IReadOnlyList<SourceFile> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(static f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(static f => !f.Split('/').Any(static s => s is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(static f => new SourceFile(f, File.ReadAllLines(Path.Combine(Root, f)))),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ArchiveScrub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not stand in the repository.");
    }
}

/// <summary>A file of the repository.</summary>
internal sealed record SourceFile(string Path, string[] Lines)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The lines without remarks.</summary>
    public IEnumerable<string> Code => Lines.Where(static l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal));
}
