using System.Security.Cryptography;

namespace ArchiveScrub.Captures.Compression;

/// <summary>
/// The block of a record: so many bytes of a member, hashed as they go by. It may end early, where the member does.
/// </summary>
internal sealed class RecordBlock(MemberInput input, long length) : ByteWindow
{
    private readonly List<IncrementalHash> _hashes = [];
    private long _remaining = length;

    /// <summary>Whether the member ended before the block did.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>How many bytes are still to come.</summary>
    public long Remaining => _remaining;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Available
    {
        get
        {
            var available = input.Available;
            return available.Length <= _remaining ? available : available[..(int)_remaining];
        }
    }

    /// <summary>Hashes the bytes from here on.</summary>
    public void Hash(IncrementalHash? hash)
    {
        if (hash is not null)
        {
            _hashes.Add(hash);
        }
    }

    /// <inheritdoc/>
    public override void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _remaining);
        foreach (var hash in _hashes)
        {
            hash.AppendData(input.Available[..count]);
        }

        input.Advance(count);
        _remaining -= count;
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        var wanted = (int)Math.Min(count, _remaining);
        if (input.Available.Length < wanted && !await input.FillAsync(wanted, cancellationToken))
        {
            IsBroken = true;
            return false;
        }

        return wanted == count;
    }

    /// <summary>Reads the rest; null where it is more than the limit, which is then passed over as well.</summary>
    public async ValueTask<Memory<byte>?> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        if (_remaining > limit)
        {
            await SkipAsync(cancellationToken);
            return null;
        }

        // No more is set aside at once than came in: a declared length is only a claim.
        var bytes = new byte[(int)Math.Min(_remaining, 1 << 20)];
        var filled = 0;
        while (await NextAsync(cancellationToken) is var next and > 0)
        {
            if (filled + next > bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(filled + _remaining, Math.Max(2L * bytes.Length, filled + next)));
            }

            Available[..next].CopyTo(bytes.AsSpan(filled));
            filled += next;
            Advance(next);
        }

        return bytes.AsMemory(0, filled);
    }

    /// <summary>Passes over the rest.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is var next and > 0)
        {
            Advance(next);
        }
    }

    private async ValueTask<int> NextAsync(CancellationToken cancellationToken)
    {
        if (_remaining > 0 && Available.IsEmpty)
        {
            await FillAsync(1, cancellationToken);
        }

        return Available.Length;
    }
}
