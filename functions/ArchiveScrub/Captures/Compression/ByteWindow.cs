namespace ArchiveScrub.Captures.Compression;

/// <summary>Bytes that are read from front to back, with a look at those that come next.</summary>
internal abstract class ByteWindow
{
    /// <summary>The bytes that are at hand; more may follow.</summary>
    public abstract ReadOnlySpan<byte> Available { get; }

    /// <summary>Passes over bytes that are at hand.</summary>
    public abstract void Advance(int count);

    /// <summary>Sees to it that so many bytes are at hand; false where there are fewer left, which then all are.</summary>
    public abstract ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken);
}
