using System.Runtime.CompilerServices;

namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// A stretch of an archive: the files whose headers begin in it. A slice begins with a file and never inside one, as the
/// checksum of a file is of all of it.
/// </summary>
/// <param name="slice">The stretch; null for all.</param>
/// <param name="size">Size of the archive.</param>
internal sealed class ZipSlice(CaptureSlice? slice, long size)
{
    /// <summary>Whether it begins with the archive: what is said of the archive as a whole is said there.</summary>
    public bool IsFirst => slice is null or { Offset: 0 };

    /// <summary>Whether it ends with the archive: what is missing is told there.</summary>
    public bool IsLast => slice is null || slice.Value.End >= size;

    /// <summary>Whether a file belongs to it.</summary>
    public bool Holds(ZipEntry file) => slice is not { } stretch || (file.HeaderOffset >= stretch.Offset && file.HeaderOffset < stretch.End);

    /// <summary>Says of the first entry of a file that a slice may begin with it.</summary>
    public static async IAsyncEnumerable<CaptureEntry> BeginAsync(ZipEntry file, IAsyncEnumerable<CaptureEntry> entries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? start = file.HeaderOffset;
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            yield return start is null ? entry : entry with { StartsAt = start };
            start = null;
        }
    }
}
