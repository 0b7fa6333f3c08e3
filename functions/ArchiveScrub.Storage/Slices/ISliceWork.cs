namespace ArchiveScrub.Storage;

/// <summary>What is done with the slices of one capture. The protocol around it knows nothing of what they hold.</summary>
public interface ISliceWork
{
    /// <summary>The forms of results that are joined, part after part.</summary>
    IReadOnlyList<ResultForm> Forms { get; }

    /// <summary>The form that commits the joined results.</summary>
    ResultForm Commit { get; }

    /// <summary>Scrubs a slice and writes what comes of it.</summary>
    /// <param name="slice">The stretch of the capture.</param>
    /// <param name="isFirst">Whether it is the capture's first: what stands once at the head of a result is its.</param>
    /// <param name="outputs">A stream for each of <see cref="Forms"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What there is to tell of the part, for <see cref="JoinAsync"/>.</returns>
    Task<byte[]> ScrubAsync(CaptureSlice slice, bool isFirst, IReadOnlyList<Stream> outputs, CancellationToken cancellationToken);

    /// <summary>Makes the document that commits the results.</summary>
    /// <param name="parts">What the parts told, in their order.</param>
    /// <param name="outputs">Size and hash of what was joined, for each of <see cref="Forms"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<SliceJoin> JoinAsync(IReadOnlyList<byte[]> parts, IReadOnlyList<SliceOutput> outputs, CancellationToken cancellationToken);

    /// <summary>Makes the record of a capture that cannot be scrubbed, as one of its slices cannot.</summary>
    /// <param name="fault">What was thrown at the slice; no store is to blame for it.</param>
    QuarantineRecord Refuse(Exception fault);

    /// <summary>Whether two documents commit the same results; what differs by run does not count.</summary>
    bool AreSame(byte[] one, byte[] other);
}
