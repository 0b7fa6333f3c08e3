using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>Standard input as a store with one capture, <c>stdin</c>; kept in a temporary file, as it may be of any size and is read more than once.</summary>
internal sealed class StandardInput : IDisposable
{
    /// <summary>The name of the capture.</summary>
    public const string CaptureName = "stdin";

    private readonly string _folder;

    private StandardInput(string folder) => _folder = folder;

    /// <summary>The store; manifests do not name it.</summary>
    public ICaptureStore Store => new FolderCaptureStore(_folder, name: null);

    /// <summary>Reads standard input to its end.</summary>
    public static async Task<StandardInput> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        var standardInput = new StandardInput(Directory.CreateTempSubdirectory("archivescrub-").FullName);
        try
        {
            await using var file = File.Create(Path.Combine(standardInput._folder, CaptureName));
            // A read from a terminal does not end when it is cancelled; then it is left behind.
            await input.CopyToAsync(file, cancellationToken).WaitAsync(cancellationToken);
            return standardInput;
        }
        catch
        {
            standardInput.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
