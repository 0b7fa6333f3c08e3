using System.Security.Cryptography;

namespace ArchiveScrub.Provenance;

/// <summary>Hashes (SHA-256) what is written to it and holds no more of it than it must.</summary>
internal sealed class HashingBuffer : ByteBuffer
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The hash of everything written so far.</summary>
    public byte[] Hash()
    {
        Take();
        return _hash.GetHashAndReset();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _hash.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void MakeRoom(int size)
    {
        Take();
        if (Capacity < size)
        {
            base.MakeRoom(size);
        }
    }

    private void Take()
    {
        _hash.AppendData(Written);
        Clear();
    }
}
