namespace ArchiveScrub.Storage;

/// <summary>
/// Where results go: a folder or a blob container. A result is there whole or not at all, whatever happens while it is
/// written. Names come from <see cref="ResultNames"/>. A store may be used by many threads and processes at once. What
/// goes wrong is a <see cref="StoreException"/>.
/// </summary>
public interface IResultStore
{
    /// <summary>Opens a result for reading, or gives null where there is none.</summary>
    Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Writes a result, in place of an earlier one of the name.</summary>
    Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default);

    /// <summary>Writes a result where there is none of the name; false where there is one, which then stays as it is.</summary>
    Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default);

    /// <summary>Deletes a result; false where there is none.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Lists the results that lie in a folder, not those in folders of it, by their whole names, in no order.</summary>
    IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default);
}
