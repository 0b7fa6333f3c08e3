namespace ArchiveScrub.Storage;

/// <summary>
/// Captures in a folder and the folders under it: every file whose name, and whose folders' names, do not begin with a
/// dot. Links to files are followed, links to folders are not.
/// </summary>
/// <remarks>
/// A file has no entity tag; the version of a capture is told by its size and the time it was written. The time does not
/// go into manifests, where it would make results differ from machine to machine.
/// </remarks>
public sealed class FolderCaptureStore : ICaptureStore
{
    private const FileOptions ReadOptions = FileOptions.Asynchronous | FileOptions.SequentialScan;

    private readonly string _root;
    private readonly string[] _resultFolders;

    /// <summary>Creates the store.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="name">The name by which manifests know it; the folder's own name in most cases.</param>
    /// <param name="resultFolders">Folders that results go to: results in them and under them are not captures.</param>
    public FolderCaptureStore(string root, string? name, IEnumerable<string>? resultFolders = null)
    {
        _root = WithSlash(Path.GetFullPath(root));
        _resultFolders = [.. (resultFolders ?? []).Select(static folder => WithSlash(Path.GetFullPath(folder)))];
        Name = name;
    }

    /// <inheritdoc/>
    public string? Name { get; }

    /// <inheritdoc/>
    /// <remarks>A folder that cannot be read is listed by its name with a slash at the end; opening that says why.</remarks>
    public IAsyncEnumerable<CaptureInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return List(prefix, cancellationToken).ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public Task<CaptureInfo?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IsInside(name))
        {
            return Task.FromResult<CaptureInfo?>(null);
        }

        try
        {
            return Task.FromResult(Stat(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(name, e);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(CaptureInfo capture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(Open(capture));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CaptureChangedException($"{capture.Name} is no longer there", e);
        }
        catch (Exception e) when (e is (IOException and not StoreException) or UnauthorizedAccessException)
        {
            throw CannotRead(capture.Name, e);
        }
    }

    private static StoreException CannotRead(string name, Exception e) => new($"cannot read {name}: {e.Message}", e);

    private static DateTimeOffset LastWritten(DateTime utc) => new(utc, TimeSpan.Zero);

    private static string WithSlash(string folder) => Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;

    /// <summary>Whether a name, wherever it comes from, stays in the folder.</summary>
    private static bool IsInside(string name) =>
        name.Length > 0
        && !Path.IsPathRooted(name)
        && !name.Contains('\0', StringComparison.Ordinal)
        && !name.Split('/', Path.DirectorySeparatorChar).Any(static component => component is "." or "..");

    private Stream Open(CaptureInfo capture)
    {
        var path = _root + capture.Name;
        if (!IsInside(capture.Name) || capture.Name.EndsWith('/'))
        {
            Directory.GetFiles(path); // Says why the folder could not be listed.
            throw new StoreException($"cannot read {capture.Name}: it is a folder");
        }

        if (capture.Size == 0 && Stat(capture.Name) == capture)
        {
            // Not opened: a pipe or a device has no size either, and would block.
            return Stream.Null;
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, ReadOptions);
        if (stream.Length == capture.Size && LastWritten(File.GetLastWriteTimeUtc(stream.SafeFileHandle)) == capture.LastModified)
        {
            return stream;
        }

        stream.Dispose();
        throw new CaptureChangedException($"{capture.Name} has been written again");
    }

    private IEnumerable<CaptureInfo> List(string prefix, CancellationToken cancellationToken)
    {
        // Entries still to come, the next one on top: a folder is read when its turn comes.
        var pending = new Stack<(string Folder, FolderEntry Entry)>();
        pending.Push(("", new FolderEntry("", IsFolder: true)));
        while (pending.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = next.Folder + next.Entry.Key;
            if (!next.Entry.IsFolder)
            {
                if (name.StartsWith(prefix, StringComparison.Ordinal) && !IsOwnResult(name))
                {
                    yield return Listed(name);
                }
            }
            else if (name.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(name, StringComparison.Ordinal))
            {
                if (Entries(name) is not { } entries)
                {
                    yield return new CaptureInfo(name, 0);
                    continue;
                }

                for (var i = entries.Length - 1; i >= 0; i--)
                {
                    pending.Push((name, entries[i]));
                }
            }
        }
    }

    private FolderEntry[]? Entries(string folder)
    {
        try
        {
            return FolderEntry.Of(_root + folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return folder.Length == 0 ? throw CannotRead(_root, e) : null;
        }
    }

    private CaptureInfo Listed(string name)
    {
        try
        {
            return Stat(name) ?? new CaptureInfo(name, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening it will say what is wrong.
            return new CaptureInfo(name, 0);
        }
    }

    /// <summary>The file as it is now; null where there is none, or a link leads nowhere.</summary>
    private CaptureInfo? Stat(string name)
    {
        FileSystemInfo file = new FileInfo(_root + name);
        if (file.LinkTarget is not null)
        {
            file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        }

        return file is FileInfo { Exists: true } found
            ? new CaptureInfo(name, found.Length, LastModified: LastWritten(found.LastWriteTimeUtc))
            : null;
    }

    private bool IsOwnResult(string name) =>
        ResultNames.IsResult(name) && Array.Exists(_resultFolders, folder => (_root + name).StartsWith(folder, StringComparison.Ordinal));
}
