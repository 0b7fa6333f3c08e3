using System.Runtime.CompilerServices;
using ArchiveScrub.Captures;
using ArchiveScrub.Captures.Sniffing;

namespace ArchiveScrub;

/// <summary>
/// Reads the pages of a capture, whatever its format. What a capture is, is told by its content first; name and declared
/// media type only decide where the content does not. A reader is immutable and may be used by many threads at once.
/// </summary>
/// <remarks>This version reads HTML and plain-text captures, a page each.</remarks>
public sealed class CaptureReader(CaptureLimits? limits = null)
{
    private readonly CaptureLimits _limits = limits ?? CaptureLimits.Default;

    /// <summary>Reads the pages, one at a time, in the order of the capture.</summary>
    /// <param name="stream">The capture, from its first byte; need not be seekable. It is read, never closed.</param>
    /// <param name="description">What is known of the capture.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CaptureException">
    /// The capture is empty, not text, too large or of a format that is not read; see <see cref="CaptureErrorCodes"/>.
    /// It is thrown from the enumeration, as is what <paramref name="stream"/> throws.
    /// </exception>
    public IAsyncEnumerable<Page> ReadAsync(Stream stream, CaptureDescription description, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(description);
        return ReadPagesAsync(stream, description, cancellationToken);
    }

    private async IAsyncEnumerable<Page> ReadPagesAsync(Stream stream, CaptureDescription description, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var input = new CaptureInput(stream, description, _limits);
        await input.ReadHeadAsync(cancellationToken);
        if (input.Head.IsEmpty)
        {
            throw new CaptureException(CaptureErrorCodes.Empty, "the capture holds no bytes", description.Name, offset: 0);
        }

        // The head is enough to turn a film or a disk image away before it is read to the limit.
        var content = ContentSniffer.Sniff(input.Head);
        switch (content.Family)
        {
            case ContentFamily.Text:
                yield return await SinglePage.ReadAsync(input, cancellationToken);
                break;
            case ContentFamily.Container:
                throw new CaptureException(CaptureErrorCodes.Unsupported, $"the capture is {content.Name}, which this version does not read", description.Name, offset: 0);
            default:
                throw new CaptureException(CaptureErrorCodes.NotText, $"the capture is {content.Name}, not text", description.Name, offset: 0);
        }
    }
}
