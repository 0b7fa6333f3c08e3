namespace ArchiveScrub.Captures.Compression;

/// <summary>
/// A capture as a row of members, each read from its first byte to its last: gzip members, unpacked, or the stretches
/// of a plain file that its reader takes one after the other.
/// </summary>
internal abstract class MemberInput : ByteWindow, IDisposable
{
    /// <summary>Offset of the member's first byte in the capture.</summary>
    public long Offset { get; protected set; }

    /// <summary>How many bytes the member takes there; null before its end is known.</summary>
    public abstract long? Length { get; }

    /// <summary>How many of the member's bytes were passed over, unpacked as they are.</summary>
    public abstract long Position { get; }

    /// <summary>Why the member ended, where it should not have.</summary>
    public MemberFault? Fault { get; protected set; }

    /// <summary>What stood before the member and may have been one; null where nothing did.</summary>
    public MemberFault? Gap { get; protected set; }

    /// <summary>What was tolerated since this was emptied.</summary>
    public List<CaptureWarning> Warnings { get; } = [];

    /// <summary>Whether members are compressed, so that each has an end of its own.</summary>
    public abstract bool IsCompressed { get; }

    /// <summary>Goes on to the next member, past the rest of this one; false where there is none.</summary>
    public abstract ValueTask<bool> NextAsync(CancellationToken cancellationToken);

    /// <summary>Takes the place that is reached for the start of the member; what is compressed has starts of its own.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Goes back to a place of the capture, and takes it for the start of a member; false where that cannot be done.</summary>
    public abstract bool TryReturn(long offset);

    /// <inheritdoc/>
    public abstract void Dispose();
}
