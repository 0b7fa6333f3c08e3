using System.Globalization;

namespace ArchiveScrub.Captures.Zip;

/// <summary>
/// A ZIP archive that is read without trust: nothing is unpacked to disk, names are data, and every entry is checked
/// before and while it is read. Entries are read one at a time.
/// </summary>
internal sealed class ZipContainer
{
    private readonly ZipSource _source;
    private readonly string _capture;
    private readonly CaptureLimits _limits;

    private ZipContainer(ZipSource source, string capture, CaptureLimits limits, ZipDirectory directory)
    {
        _source = source;
        _capture = capture;
        _limits = limits;
        Contents = directory;
    }

    public ZipDirectory Contents { get; }

    /// <summary>Reads the directory.</summary>
    /// <param name="stream">The archive; it can seek.</param>
    /// <param name="capture">Name of the capture, for errors.</param>
    /// <param name="limits">What the reading may cost.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CaptureException">There are more entries than the limit, or no entry at all can be found.</exception>
    public static async ValueTask<ZipContainer> OpenAsync(Stream stream, string capture, CaptureLimits limits, CancellationToken cancellationToken)
    {
        var source = new ZipSource(stream);
        var directory = await new ZipDirectoryReader(source, capture, limits.MaxContainerFiles).ReadAsync(cancellationToken);
        return new ZipContainer(source, capture, limits, directory);
    }

    /// <summary>Opens an entry of the directory, to be read before another one is opened.</summary>
    /// <exception cref="CaptureException">The entry has a problem, or its own header disagrees with the directory.</exception>
    public async ValueTask<ZipEntryStream> OpenAsync(ZipEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Problem is { } problem)
        {
            throw problem.ToException(_capture, entry);
        }

        return await OpenCheckedAsync(entry, cancellationToken);
    }

    /// <summary>Opens what is there of an entry that is cut off: nothing tells whether it is right.</summary>
    /// <exception cref="CaptureException">It cannot be read at all.</exception>
    public async ValueTask<ZipEntryStream> OpenCutOffAsync(ZipEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Problem is { Code: not CaptureErrorCodes.RecordTruncated } problem)
        {
            throw problem.ToException(_capture, entry);
        }

        var header = await LocalHeader.ReadAsync(_source, entry.HeaderOffset, cancellationToken);
        return new ZipEntryStream(_source, _capture, _limits, entry, header!.DataOffset);
    }

    private async ValueTask<ZipEntryStream> OpenCheckedAsync(ZipEntry entry, CancellationToken cancellationToken)
    {
        if (!_limits.IsExpansionAllowed(entry.CompressedSize, entry.Size))
        {
            throw new ZipProblem(
                CaptureErrorCodes.ExpansionLimit,
                string.Create(CultureInfo.InvariantCulture, $"the entry unpacks to more than {_limits.MaxExpansionRatio} times its size")).ToException(_capture, entry);
        }

        if (await LocalHeader.ReadAsync(_source, entry.HeaderOffset, cancellationToken) is not { } header)
        {
            throw new ZipProblem(CaptureErrorCodes.ContainerDamaged, "there is no entry header where the directory says").ToException(_capture, entry);
        }

        return Disagreement(entry, header) is { } what
            ? throw new ZipProblem(CaptureErrorCodes.ContainerDamaged, $"the entry's own header disagrees with the directory on its {what}").ToException(_capture, entry)
            : new ZipEntryStream(_source, _capture, _limits, entry, header.DataOffset);
    }

    private static string? Disagreement(ZipEntry entry, LocalHeader header)
    {
        var local = header.Entry;
        var isSized = !local.IsStreamed;
        return !local.RawName.Span.SequenceEqual(entry.RawName.Span) ? "name"
            : local.Method != entry.Method ? "compression"
            : local.IsEncrypted ? "encryption"
            : isSized && (local.Size != entry.Size || local.CompressedSize != entry.CompressedSize) ? "size"
            : isSized && local.Crc32 != entry.Crc32 ? "CRC-32"
            : null;
    }
}
