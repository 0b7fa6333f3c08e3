namespace ArchiveScrub.Storage;

/// <summary>Lets clean texts through and nothing else.</summary>
internal sealed class TextsOnlyStore(IResultStore inner) : IResultStore
{
    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult<Stream?>(null);

    /// <inheritdoc/>
    public Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default) =>
        name.EndsWith(ResultForm.CleanText.Suffix, StringComparison.Ordinal) ? inner.WriteAsync(name, content, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(false);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<string>();
}
