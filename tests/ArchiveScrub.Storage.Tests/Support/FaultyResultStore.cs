using System.Runtime.CompilerServices;

namespace ArchiveScrub.Storage.Tests;

/// <summary>Counts the operations of a store, and fails from the n-th on, before or after doing it: as if the process had been killed there.</summary>
internal sealed class FaultyResultStore(IResultStore inner, Faults faults) : IResultStore
{
    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default) =>
        faults.DoAsync(() => inner.OpenReadAsync(name, cancellationToken));

    public Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default) =>
        faults.DoAsync(async () =>
        {
            await inner.WriteAsync(name, content, cancellationToken);
            return true;
        });

    public Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default) =>
        faults.DoAsync(() => inner.TryCreateAsync(name, content, cancellationToken));

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        faults.DoAsync(() => inner.DeleteAsync(name, cancellationToken));

    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var name in await faults.DoAsync(() => inner.ListAsync(folder, cancellationToken).ToArrayAsync(cancellationToken).AsTask()))
        {
            yield return name;
        }
    }
}

/// <summary>Where a run is killed; one for all stores of a job.</summary>
internal sealed class Faults(int at, bool afterwards)
{
    private int _operations;

    public bool Struck { get; private set; }

    public async Task<T> DoAsync<T>(Func<Task<T>> operation)
    {
        var number = ++_operations;
        if (number > at || (number == at && !afterwards))
        {
            Strike();
        }

        var result = await operation();
        if (number == at)
        {
            Strike();
        }

        return result;
    }

    private void Strike()
    {
        Struck = true;
        throw new StoreException("killed");
    }
}
