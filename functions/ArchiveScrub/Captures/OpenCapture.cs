namespace ArchiveScrub;

/// <summary>A capture whose format is known and that can be read, once.</summary>
public sealed class OpenCapture
{
    private readonly Func<CaptureSlice?, CancellationToken, IAsyncEnumerable<CaptureEntry>> _read;

    internal OpenCapture(CaptureIdentity identity, CaptureFormat format, Func<CaptureSlice?, CancellationToken, IAsyncEnumerable<CaptureEntry>> read)
    {
        Identity = identity;
        Format = format;
        _read = read;
        IsOnePage = format == CaptureFormat.Page;
    }

    /// <summary>Which capture it is.</summary>
    public CaptureIdentity Identity { get; }

    /// <summary>What it is.</summary>
    public CaptureFormat Format { get; }

    /// <summary>Whether it is one page and no more: an HTML or text file, an MHTML file that is no frameset.</summary>
    public bool IsOnePage { get; internal init; }

    /// <summary>
    /// Whether slices of it can be read: records stand in it one after the other, or files. A slice of a ZIP archive or
    /// WACZ is of whole files.
    /// </summary>
    public bool HasSlices => Format is CaptureFormat.Warc or CaptureFormat.Zip;

    /// <summary>Finds where slices may begin, where that needs less than reading everything.</summary>
    internal Func<CancellationToken, IAsyncEnumerable<long>>? FindStarts { get; init; }

    /// <summary>Reads what the capture holds, in its order. Memory does not depend on its size.</summary>
    /// <param name="slice">The stretch that is read; all of it unless given.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CaptureException">The capture as a whole cannot be read. What is wrong with a record of it is a <see cref="FailedEntry"/>.</exception>
    /// <exception cref="ArgumentException">A slice is asked for and the capture has none.</exception>
    public IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSlice? slice = null, CancellationToken cancellationToken = default) =>
        slice is null || HasSlices
            ? _read(slice, cancellationToken)
            : throw new ArgumentException($"{Identity.Name} is one page, or holds pages that belong together, and has no slices", nameof(slice));

    /// <summary>Finds the places where slices may begin, in order; none where there are no slices.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CaptureException">The capture as a whole cannot be read.</exception>
    public IAsyncEnumerable<long> FindStartsAsync(CancellationToken cancellationToken = default) =>
        !HasSlices ? AsyncEnumerable.Empty<long>()
        : FindStarts is { } find ? find(cancellationToken)
        : _read(null, cancellationToken).Where(static entry => entry.StartsAt is not null).Select(static entry => entry.StartsAt!.Value);
}
