namespace ArchiveScrub;

/// <summary>
/// The one door: a page goes in, clean text and its manifest come out. A scrubber is immutable and may be used by many
/// threads at once; the same page, version and options give the same result, byte for byte.
/// </summary>
public sealed class Scrubber(ScrubOptions? options = null)
{
    private readonly ScrubOptions _options = options ?? new ScrubOptions();

    /// <summary>Scrubs a page.</summary>
    /// <exception cref="CaptureException">The page cannot be scrubbed, whatever is tried.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public ScrubResult Scrub(Page page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        throw new NotSupportedException(_options.ToString());
    }
}
