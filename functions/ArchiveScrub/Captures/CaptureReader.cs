using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ArchiveScrub.Captures;
using ArchiveScrub.Captures.Mhtml;
using ArchiveScrub.Captures.Sniffing;
using ArchiveScrub.Captures.Warc;
using ArchiveScrub.Captures.Zip;

namespace ArchiveScrub;

/// <summary>
/// Reads captures, whatever their format. What a capture is, is told by its content first; name and declared media
/// type only decide where the content does not. A reader is immutable and may be used by many threads at once.
/// </summary>
public sealed class CaptureReader(CaptureLimits? limits = null, CaptureReaderOptions? options = null)
{
    private readonly CaptureLimits _limits = limits ?? CaptureLimits.Default;

    /// <summary>What the user chose.</summary>
    public CaptureReaderOptions Options { get; } = options ?? CaptureReaderOptions.Default;

    /// <summary>
    /// Finds out what a capture is and which one. One that is a page is read whole; of any other the bytes are hashed,
    /// unless the description has their hash, and then the stream stands at its first byte again.
    /// </summary>
    /// <param name="stream">The capture, from its first byte; it is read, never closed, and must stay open until the reading is over. A capture that holds many records must be seekable.</param>
    /// <param name="description">What is known of the capture.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CaptureException">The capture is empty, not text, too large or of a format that is not read; see <see cref="CaptureErrorCodes"/>.</exception>
    /// <exception cref="NotSupportedException">The capture holds many records, and <paramref name="stream"/> cannot seek.</exception>
    public async Task<OpenCapture> OpenAsync(Stream stream, CaptureDescription description, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(description);
        using var input = new CaptureInput(stream, description, _limits);
        await input.ReadHeadAsync(cancellationToken);
        if (input.Head.IsEmpty)
        {
            throw new CaptureException(CaptureErrorCodes.Empty, "the capture holds no bytes", description.Name, offset: 0);
        }

        // The head is enough to turn a film or a disk image away before it is read to the limit.
        var content = ContentSniffer.Sniff(input.Head);
        if (content.Family == ContentFamily.Text)
        {
            var page = await SinglePage.ReadAsync(input, cancellationToken);
            return new OpenCapture(page.Capture, CaptureFormat.Page, (_, _) => new CaptureEntry[] { new PageEntry(page) }.ToAsyncEnumerable());
        }

        if (content.Family == ContentFamily.Binary)
        {
            throw new CaptureException(CaptureErrorCodes.NotText, $"the capture is {content.Name}, not text", description.Name, offset: 0);
        }

        var format = content.Format ?? throw new CaptureException(CaptureErrorCodes.UnsupportedCompression, $"the capture is {content.Name}, which this version does not read", description.Name, offset: 0);
        if (!stream.CanSeek)
        {
            throw new NotSupportedException($"{description.Name} is {content.Name}: its stream must be one that can seek.");
        }

        stream.Position = 0;
        var identity = await IdentifyAsync(stream, description, content, cancellationToken);
        var source = new CaptureSource(stream, identity, description, _limits, Options);
        switch (format)
        {
            case CaptureFormat.Warc:
                return new OpenCapture(identity, format, (slice, cancel) => WarcCapture.ReadAsync(source, slice, cancel));
            case CaptureFormat.Zip:
                return new OpenCapture(identity, format, (slice, cancel) => ZipCapture.ReadAsync(source, slice, cancel)) { FindStarts = cancel => ZipCapture.FindStartsAsync(source, cancel) };
            default:
                // Read whole, as any page is: what it holds beside its page are headers.
                var entries = await MhtmlCapture.ReadAsync(source, cancellationToken).ToListAsync(cancellationToken);
                return new OpenCapture(identity, format, (_, _) => entries.ToAsyncEnumerable()) { IsOnePage = entries.OfType<PageEntry>().Count() == 1 };
        }
    }

    /// <summary>
    /// Reads the pages of a capture, one at a time, in its order. What is no page is passed over, and what cannot be
    /// read of a capture with many records as well: <see cref="OpenAsync"/> tells of both.
    /// </summary>
    /// <param name="stream">As for <see cref="OpenAsync"/>.</param>
    /// <param name="description">What is known of the capture.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CaptureException">As for <see cref="OpenAsync"/>, and where a capture cannot be read as a whole. It is thrown from the enumeration, as is what <paramref name="stream"/> throws.</exception>
    public IAsyncEnumerable<Page> ReadAsync(Stream stream, CaptureDescription description, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(description);
        return ReadPagesAsync(stream, description, cancellationToken);
    }

    private async IAsyncEnumerable<Page> ReadPagesAsync(Stream stream, CaptureDescription description, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var capture = await OpenAsync(stream, description, cancellationToken);
        await foreach (var entry in capture.ReadAsync(cancellationToken: cancellationToken))
        {
            if (entry is PageEntry { Page: var page })
            {
                yield return page;
            }
        }
    }

    private static async Task<CaptureIdentity> IdentifyAsync(Stream stream, CaptureDescription description, Content content, CancellationToken cancellationToken)
    {
        var sha256 = description.Sha256;
        if (sha256 is null)
        {
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
            stream.Position = 0;
        }

        return new CaptureIdentity(description.Store, description.Name, stream.Length, sha256, description.ETag, MediaTypeHeader.Parse(description.MediaType).Type ?? content.MediaType);
    }
}
