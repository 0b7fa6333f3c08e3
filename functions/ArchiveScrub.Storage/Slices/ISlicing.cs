namespace ArchiveScrub.Storage;

/// <summary>Knows which captures are worth cutting, and what is done with their slices.</summary>
public interface ISlicing
{
    /// <summary>Cuts a capture; null where it is scrubbed in one go.</summary>
    /// <exception cref="IOException">A store failed.</exception>
    Task<FanOutPlan?> CutAsync(Delivery delivery, CancellationToken cancellationToken = default);

    /// <summary>The work on the slices of a capture.</summary>
    /// <param name="delivery">The capture, in the version that was cut.</param>
    /// <param name="sha256">SHA-256 of all of it, lower-case hex.</param>
    ISliceWork WorkOn(Delivery delivery, string sha256);
}
