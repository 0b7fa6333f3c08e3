namespace ArchiveScrub.Storage.Tests;

/// <summary>Lets somebody else act once, when the first bytes of a capture have been read.</summary>
internal sealed class InterferedCaptureStore(ICaptureStore inner, Func<Task> interfere) : ICaptureStore
{
    private bool _hasInterfered;

    public string? Name => inner.Name;

    public IAsyncEnumerable<CaptureInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default) => inner.ListAsync(prefix, cancellationToken);

    public Task<CaptureInfo?> FindAsync(string name, CancellationToken cancellationToken = default) => inner.FindAsync(name, cancellationToken);

    public async Task<Stream> OpenReadAsync(CaptureInfo capture, CancellationToken cancellationToken = default)
    {
        var stream = await inner.OpenReadAsync(capture, cancellationToken);
        if (_hasInterfered)
        {
            return stream;
        }

        _hasInterfered = true;
        await stream.ReadExactlyAsync(new byte[1], cancellationToken);
        await interfere();
        return stream;
    }
}
