namespace ArchiveScrub.Quality.Corpora;

/// <summary>Finds the shared material that stands beside the repository on a developer's machine: corpus, seeds.</summary>
internal static class SharedFolder
{
    /// <summary>A folder of it by name, or null where it is absent.</summary>
    public static string? Find(string name)
    {
        if (Repository is not { } root)
        {
            return null;
        }

        var folder = Path.GetFullPath(Path.Combine(root, "..", "shared", name));
        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>The root of the repository that this program was built in or is started in, or null.</summary>
    public static string? Repository => Up(AppContext.BaseDirectory) ?? Up(Directory.GetCurrentDirectory());

    private static string? Up(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ArchiveScrub.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
