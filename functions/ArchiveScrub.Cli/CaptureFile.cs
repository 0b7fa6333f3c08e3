using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>Opens a capture that a command line names as a file, to look into it.</summary>
internal static class CaptureFile
{
    /// <summary>Reads a file; false where it is no capture that can be read, which the user is told, or where the reading says so.</summary>
    public static async Task<bool> ReadAsync(string path, Terminal terminal, Func<OpenCapture, Task<bool>> read, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"there is no file {path}");
        }

        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            var capture = await new CaptureReader().OpenAsync(stream, new CaptureDescription(null, Path.GetFileName(path)), cancellationToken);
            return await read(capture);
        }
        catch (CaptureException e)
        {
            terminal.Tell(e.Message);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"cannot read {path}: {e.Message}", e);
        }
    }
}
