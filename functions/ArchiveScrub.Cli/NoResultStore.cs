using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>Keeps nothing: for records of a run that writes no files.</summary>
internal sealed class NoResultStore : IResultStore
{
    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult<Stream?>(null);

    /// <inheritdoc/>
    public Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(false);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<string>();
}
