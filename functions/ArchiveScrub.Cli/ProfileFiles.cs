using System.Text.Json;

namespace ArchiveScrub.Cli;

/// <summary>Reads and writes files of site profiles.</summary>
internal static class ProfileFiles
{
    /// <summary>What all files know together; the order does not matter.</summary>
    /// <exception cref="UsageException">A file is not there, or no file of site profiles.</exception>
    public static SiteProfiles Read(IEnumerable<string> paths) => paths.Select(ReadOne).Aggregate(SiteProfiles.Empty, static (all, one) => all.Merge(one));

    /// <summary>Checks that a file can be written, before work is done for it.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public static void RequireWritable(string path)
    {
        if (Directory.Exists(path) || !Directory.Exists(FolderOf(path)))
        {
            throw new UsageException(Directory.Exists(path) ? $"cannot write to {path}: it is a folder" : $"cannot write to {path}: there is no folder {FolderOf(path)}");
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, SiteProfiles profiles, CancellationToken cancellationToken)
    {
        var temp = path + ".tmp";
        try
        {
            await File.WriteAllBytesAsync(temp, profiles.Serialize(), cancellationToken);
            File.Move(temp, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write to {path}: {e.Message}");
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";

    private static SiteProfiles ReadOne(string path)
    {
        try
        {
            return SiteProfiles.Deserialize(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {path}: {e.Message}");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path} is no file of site profiles: {e.Message}");
        }
    }
}
