using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>Where a command writes what it makes: a file, or standard output, which stays open.</summary>
internal sealed class OutputFile : IAsyncDisposable
{
    private readonly bool _isOwn;

    private OutputFile(Stream stream, bool isOwn) => (Stream, _isOwn) = (stream, isOwn);

    /// <summary>What to write to.</summary>
    public Stream Stream { get; }

    /// <summary>Opens a file, in place of an earlier one, or standard output where none is named.</summary>
    /// <exception cref="StoreException">It cannot be written to.</exception>
    public static OutputFile Open(string? path, Terminal terminal)
    {
        if (path is null)
        {
            return new OutputFile(terminal.Output, isOwn: false);
        }

        try
        {
            return new OutputFile(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), isOwn: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"cannot write to {path}: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stream.FlushAsync();
        if (_isOwn)
        {
            await Stream.DisposeAsync();
        }
    }
}
