namespace ArchiveScrub.Storage;

/// <summary>
/// Results in a folder. A result is written to a temporary file, flushed to the disk and renamed into place. The folder
/// is made when the first result is written.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="temp">Where temporary files go; on the same file system as <paramref name="root"/>.</param>
public sealed class FolderResultStore(string root, TempFolder temp) : IResultStore
{
    private readonly string _root = Path.GetFullPath(root);

    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = Resolve(name);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"cannot read the result {name}: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default) =>
        WriteAsync(
            name,
            content,
            static (source, destination) =>
            {
                File.Move(source, destination, overwrite: true);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default) =>
        WriteAsync(name, content, FileLink.TryMove, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = Resolve(name);
        var isThere = File.Exists(path);
        try
        {
            File.Delete(path);
            DeleteIfEmpty(Path.GetDirectoryName(path)!);
        }
        catch (DirectoryNotFoundException)
        {
            // Then there is no such result either.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"cannot delete the result {name}: {e.Message}", e);
        }

        return Task.FromResult(isThere);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = Resolve(folder);
        try
        {
            return Directory.GetFiles(path).Select(file => $"{folder}/{Path.GetFileName(file)}").ToAsyncEnumerable();
        }
        catch (DirectoryNotFoundException)
        {
            return AsyncEnumerable.Empty<string>();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"cannot list the results in {folder}: {e.Message}", e);
        }
    }

    private async Task<bool> WriteAsync(string name, ResultContent content, Func<string, string, bool> place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var path = Resolve(name);
        var temporary = temp.NewPath();
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
            {
                await content.WriteToAsync(stream, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            if (Place(temporary, path, place))
            {
                return true;
            }

            File.Delete(temporary);
            return false;
        }
        catch (Exception e)
        {
            Discard(temporary);
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new StoreException($"cannot write the result {name}: {e.Message}", e);
            }

            throw;
        }
    }

    private static bool Place(string temporary, string path, Func<string, string, bool> place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return place(temporary, path);
        }
        catch (DirectoryNotFoundException)
        {
            // The folder was empty, and another run took it away.
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return place(temporary, path);
        }
    }

    /// <summary>A folder of parts, or of pages' texts, goes with its last one.</summary>
    private static void DeleteIfEmpty(string folder)
    {
        if (!folder.EndsWith(ResultNames.PartsFolder, StringComparison.Ordinal) && !folder.EndsWith(ResultNames.PagesFolder, StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            Directory.Delete(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is not empty yet.
        }
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is a left-over then, and the next run deletes it.
        }
    }

    private string Resolve(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ResultNames.IsSafe(name)
            ? Path.Combine(_root, name)
            : throw new ArgumentException($"'{name}' is not a name of ResultNames.", nameof(name));
    }
}
