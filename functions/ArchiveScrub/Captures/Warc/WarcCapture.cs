using System.Runtime.CompilerServices;
using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures.Warc;

/// <summary>Reads WARC and ARC files, WET among them: plain, compressed by record, or as a whole.</summary>
internal static class WarcCapture
{
    private const int LookLength = 64;

    /// <summary>Reads a file, or a file inside another one.</summary>
    /// <exception cref="CaptureException">It holds neither WARC nor ARC records.</exception>
    public static async IAsyncEnumerable<CaptureEntry> ReadAsync(CaptureSource source, CaptureSlice? slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (slice is { Offset: > 0 })
        {
            // Who wrote the file stands in its first record.
            source = source with { HoldsCleanText = await IsOursAsync(source, cancellationToken) };
        }

        var start = slice?.Offset ?? 0;
        if (source.Stream.CanSeek)
        {
            source.Stream.Position = start;
        }

        var (input, isArc, warnings) = await OpenAsync(source, start, cancellationToken);
        using (input)
        {
            foreach (var warning in start == 0 ? warnings : [])
            {
                yield return new WarningEntry(warning);
            }

            await foreach (var entry in new WarcReader(source, input, slice, isArc).ReadAsync(cancellationToken))
            {
                yield return entry;
            }
        }
    }

    private static async Task<bool> IsOursAsync(CaptureSource source, CancellationToken cancellationToken)
    {
        source.Stream.Position = 0;
        var (input, isArc, _) = await OpenAsync(source, 0, cancellationToken);
        using (input)
        {
            var reader = new WarcReader(source, input, new CaptureSlice(0, 1), isArc);
            await foreach (var _ in reader.ReadAsync(cancellationToken))
            {
                // Only the description counts.
            }

            return reader.IsOurs;
        }
    }

    /// <summary>Opens the first member, and looks at what it holds.</summary>
    private static async Task<(MemberInput Input, bool IsArc, IReadOnlyList<CaptureWarning> Warnings)> OpenAsync(CaptureSource source, long start, CancellationToken cancellationToken)
    {
        var warnings = new List<CaptureWarning>();
        MemberInput input = await OpenLayerAsync(source, new ByteInput(source.Stream, start), cancellationToken);
        try
        {
            var name = source.Path ?? source.Description.Name;
            if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) != input.IsCompressed && HasName(name))
            {
                warnings.Add(new CaptureWarning(CaptureWarningCodes.NameMisleads, input.IsCompressed ? "the file is compressed, and its name does not say so" : "the file is not compressed, as its name says", 0));
            }

            if (input.IsCompressed && input.Available.StartsWith(GzipHeader.Magic))
            {
                warnings.Add(new CaptureWarning(CaptureWarningCodes.GzipTwice, "the file is compressed twice; offsets are those in the file that is compressed once", 0));
                input = await OpenLayerAsync(source, new ByteInput(new MemberStream(input), 0), cancellationToken);
            }

            // A first member or line that is damaged says nothing; what follows it does.
            var isDamaged = input.Available[..Math.Min(input.Available.Length, LookLength)].IndexOf("\nWARC-"u8) > 0;
            if (input.Available.StartsWith(RecordSearch.Magic) || isDamaged || (input.Available.IsEmpty && input.Fault is not null))
            {
                return (input, false, warnings);
            }

            return ArcHeader.MayStart(input.Available) ? (input, true, warnings) : throw NoRecords(source, input);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    private static async Task<MemberInput> OpenLayerAsync(CaptureSource source, ByteInput raw, CancellationToken cancellationToken)
    {
        await raw.FillAsync(GzipHeader.Magic.Length, cancellationToken);
        MemberInput input = raw.Available.StartsWith(GzipHeader.Magic)
            ? new GzipInput(raw, source.Limits, static bytes => bytes.StartsWith(RecordSearch.Magic) || ArcHeader.MayStart(bytes) || bytes.StartsWith(GzipHeader.Magic))
            : new PlainInput(raw);
        await input.NextAsync(cancellationToken);
        await input.FillAsync(LookLength, cancellationToken);
        return input;
    }

    private static bool HasName(string name) =>
        name.Contains(".warc", StringComparison.OrdinalIgnoreCase) || name.Contains(".arc", StringComparison.OrdinalIgnoreCase) || name.Contains(".wet", StringComparison.OrdinalIgnoreCase);

    private static CaptureException NoRecords(CaptureSource source, MemberInput input) => input.Available switch
    {
        [0x28, 0xB5, 0x2F, 0xFD, ..] => source.Error(CaptureErrorCodes.UnsupportedCompression, "the capture is compressed with Zstandard, which this version does not read", offset: 0),
        _ when input.IsCompressed && input.Available.StartsWith(GzipHeader.Magic) => source.Error(CaptureErrorCodes.Unsupported, "the capture is compressed more than twice", offset: 0),
        _ => source.Error(CaptureErrorCodes.Unsupported, $"the capture is {(input.IsCompressed ? "a gzip file" : "a file")} that holds no WARC or ARC records", offset: 0),
    };
}
