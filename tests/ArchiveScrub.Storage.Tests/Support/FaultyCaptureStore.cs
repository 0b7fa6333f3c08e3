namespace ArchiveScrub.Storage.Tests;

/// <summary>The stream of the first opening fails when it is read; later ones do not.</summary>
internal sealed class FaultyCaptureStore(ICaptureStore inner, Exception fault) : ICaptureStore
{
    private int _opened;

    public string? Name => inner.Name;

    public IAsyncEnumerable<CaptureInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default) => inner.ListAsync(prefix, cancellationToken);

    public Task<CaptureInfo?> FindAsync(string name, CancellationToken cancellationToken = default) => inner.FindAsync(name, cancellationToken);

    public async Task<Stream> OpenReadAsync(CaptureInfo capture, CancellationToken cancellationToken = default) =>
        ++_opened == 1 ? new FaultyStream(fault) : await inner.OpenReadAsync(capture, cancellationToken);

    private sealed class FaultyStream(Exception fault) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw fault;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw fault;
    }
}
