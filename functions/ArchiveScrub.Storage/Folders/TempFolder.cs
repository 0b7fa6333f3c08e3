namespace ArchiveScrub.Storage;

/// <summary>
/// Temporary files of one run, in a hidden folder of the output folder, so that a rename puts them in place. The run
/// holds a lock as long as it lives: files whose lock nobody holds were left by a run that was killed, and the next
/// run deletes them.
/// </summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Name of the hidden folder.</summary>
    internal const string FolderName = ".archivescrub";

    private const string LockExtension = ".lock";
    private const string FileExtension = ".tmp";

    private readonly string _folder;
    private readonly string _id;
    private readonly FileStream _lock;
    private long _files;

    private TempFolder(string folder, string id, FileStream @lock)
    {
        _folder = folder;
        _id = id;
        _lock = @lock;
    }

    /// <summary>Makes the folder <paramref name="root"/> if need be, deletes what killed runs left in it, and takes a place in it.</summary>
    /// <exception cref="StoreException">The folder cannot be made or written to.</exception>
    public static TempFolder Open(string root)
    {
        if (File.Exists(root))
        {
            throw new StoreException($"cannot write to {root}: it is a file, not a folder");
        }

        var folder = Path.Combine(root, FolderName);
        try
        {
            CleanUp(folder);
            return Create(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"cannot write to the folder {root}: {e.Message}", e);
        }
    }

    /// <summary>A path at which there is no file yet.</summary>
    public string NewPath() => Path.Combine(_folder, $"{_id}.{Interlocked.Increment(ref _files)}{FileExtension}");

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        try
        {
            DeleteOf(_folder, _id);
            Directory.Delete(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another run is at work there; the last one takes the folder away.
        }
    }

    private static TempFolder Create(string folder)
    {
        const int Tries = 10;
        for (var i = 1; ; i++)
        {
            Directory.CreateDirectory(folder);
            var id = Guid.NewGuid().ToString("N");
            try
            {
                var path = Path.Combine(folder, id + LockExtension);
                var @lock = Lock(path, FileMode.CreateNew);
                if (File.Exists(path))
                {
                    return new TempFolder(folder, id, @lock);
                }

                @lock.Dispose(); // a run that started took it for a left-over between its making and its locking
            }
            catch (IOException) when (i < Tries && Directory.Exists(Path.GetDirectoryName(folder)))
            {
                // A run that ended just now took the folder away, or one that started took this lock for a left-over.
            }
        }
    }

    /// <summary>Locks against every other opener; the holder may delete the file by its path (Windows wants to be told).</summary>
    private static FileStream Lock(string path, FileMode mode) =>
        new(path, mode, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);

    private static void CleanUp(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.GetFiles(folder, "*" + LockExtension))
        {
            try
            {
                // Held until all is deleted, so that a run that is just making this lock sees either a held lock or none.
                using var held = Lock(path, FileMode.Open);
                DeleteOf(folder, Path.GetFileNameWithoutExtension(path));
            }
            catch (IOException)
            {
                // Held: that run lives.
            }
        }
    }

    private static void DeleteOf(string folder, string id)
    {
        foreach (var path in Directory.GetFiles(folder, id + ".*" + FileExtension))
        {
            File.Delete(path);
        }

        // Last, as it says that the others are left-overs.
        File.Delete(Path.Combine(folder, id + LockExtension));
    }
}
