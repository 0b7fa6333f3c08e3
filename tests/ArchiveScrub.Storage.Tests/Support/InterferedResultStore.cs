namespace ArchiveScrub.Storage.Tests;

/// <summary>Lets somebody else act just before a result is created.</summary>
internal sealed class InterferedResultStore(IResultStore inner, Func<Task> interfere) : IResultStore
{
    private bool _hasConflicted;

    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default) => inner.OpenReadAsync(name, cancellationToken);

    public Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default) => inner.WriteAsync(name, content, cancellationToken);

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) => inner.DeleteAsync(name, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default) => inner.ListAsync(folder, cancellationToken);

    public async Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default)
    {
        if (!_hasConflicted)
        {
            await interfere();
        }

        var isCreated = await inner.TryCreateAsync(name, content, cancellationToken);
        _hasConflicted |= !isCreated;
        return isCreated;
    }
}
