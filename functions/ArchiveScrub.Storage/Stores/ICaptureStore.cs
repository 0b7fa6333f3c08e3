namespace ArchiveScrub.Storage;

/// <summary>
/// Where captures come from: a folder or a blob container. Captures are read, never changed or deleted. A store may be
/// used by many threads at once. What goes wrong is a <see cref="StoreException"/>.
/// </summary>
public interface ICaptureStore
{
    /// <summary>The name by which manifests know the store; null for standard input.</summary>
    string? Name { get; }

    /// <summary>Lists the captures whose names begin with <paramref name="prefix"/>, by name in ordinal order, as they are asked for.</summary>
    IAsyncEnumerable<CaptureInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default);

    /// <summary>The capture of that name as it is now, or null where there is none.</summary>
    Task<CaptureInfo?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Opens a capture for reading from its first byte; the stream can seek.</summary>
    /// <exception cref="CaptureChangedException">The capture is no longer the version that was listed, or is gone.</exception>
    Task<Stream> OpenReadAsync(CaptureInfo capture, CancellationToken cancellationToken = default);
}
