using System.Runtime.CompilerServices;

namespace ArchiveScrub.Storage;

/// <summary>Cuts a capture into slices of whole records, each of which can be scrubbed on its own: together they are the capture.</summary>
public static class SlicePlan
{
    /// <summary>Finds the slices of a capture, and reads no more of it than that needs.</summary>
    /// <inheritdoc cref="CutAsync"/>
    public static async Task<IReadOnlyList<CaptureSlice>> FindAsync(OpenCapture capture, long size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var slices = new List<CaptureSlice>();
        var start = 0L;
        await foreach (var at in capture.FindStartsAsync(cancellationToken))
        {
            if (at - start >= size)
            {
                slices.Add(new CaptureSlice(start, at - start));
                start = at;
            }
        }

        return [.. slices, new CaptureSlice(start, capture.Identity.Size - start)];
    }

    /// <summary>Reads a capture, and gives its slices as they are found, with what is in them.</summary>
    /// <param name="capture">The capture; one that has no slices is one.</param>
    /// <param name="size">How many bytes of the capture a slice has at least, but for the last.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CaptureException">The capture as a whole cannot be read.</exception>
    public static async IAsyncEnumerable<PlannedSlice> CutAsync(OpenCapture capture, long size, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var start = 0L;
        var records = 0L;
        await foreach (var entry in capture.ReadAsync(cancellationToken: cancellationToken))
        {
            if (capture.HasSlices && entry.StartsAt is { } at && at - start >= size)
            {
                yield return new PlannedSlice(new CaptureSlice(start, at - start), records);
                (start, records) = (at, 0);
            }

            records += entry is WarningEntry ? 0 : 1;
        }

        yield return new PlannedSlice(new CaptureSlice(start, capture.Identity.Size - start), records);
    }
}
