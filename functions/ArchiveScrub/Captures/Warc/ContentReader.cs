using System.Globalization;
using ArchiveScrub.Captures.Compression;
using ArchiveScrub.Captures.Http;

namespace ArchiveScrub.Captures.Warc;

/// <summary>
/// Reads the block of one record: tells by the header, and the HTTP header in the block, whether it can be a page, holds
/// the body where it can, and passes over it where not. Digests are checked either way.
/// </summary>
internal sealed class ContentReader(CaptureSource source, RecordHeader header, RecordBlock block)
{
    private const int MaxWarcinfo = 64 * 1024;
    private const string RobotsPath = "/robots.txt";

    private static ReadOnlySpan<byte> OurSoftware => "software: ArchiveScrub/"u8;

    private readonly List<CaptureWarning> _warnings = [];
    private RecordDigest? _payloadDigest;
    private HttpHead? _http;
    private string? _mediaType = header.MediaType;

    /// <summary>Whether it is the description of a file that ArchiveScrub wrote.</summary>
    public bool IsOurWarcinfo { get; private set; }

    /// <summary>What was tolerated in the block.</summary>
    public IReadOnlyList<CaptureWarning> Warnings => _warnings;

    /// <summary>The record with what the block says of it.</summary>
    public RecordInfo Complete(RecordInfo record) => record with
    {
        HttpStatus = _http?.Status,
        MediaType = _mediaType,
        PayloadDigest = _payloadDigest,
    };

    /// <summary>Makes the entry, unless what is known of the whole record says that it is none.</summary>
    public CaptureEntry Finish(RecordInfo record, Func<RecordInfo, CaptureEntry> finish)
    {
        var warnings = record.Warnings;
        if (warnings.Any(static w => w.Code == CaptureWarningCodes.GzipTrailerMissing) && warnings.Any(static w => w.Code == CaptureWarningCodes.DigestMismatch))
        {
            // Nothing says that the data is whole, and something that it is not.
            return source.Fail(CaptureErrorCodes.GzipTruncated, "the compressed data breaks off", record);
        }

        return source.Options.Mode == ReadingMode.Strict && warnings is [var first, ..]
            ? source.Fail(first.Code, first.Message, record, first.Offset)
            : finish(record);
    }

    /// <summary>Reads the block, and gives what makes the entry once all of the record is known.</summary>
    public async ValueTask<Func<RecordInfo, CaptureEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        using var digest = DeclaredDigest.Parse(header.PayloadDigest);
        switch (header.Type)
        {
            case "response" when IsHttp:
            case "arc":
                return await ReadResponseAsync(digest, cancellationToken);
            case "response" or "resource" or "conversion":
                return await ReadPayloadAsync(digest, cancellationToken);
            case "revisit":
                await block.SkipAsync(cancellationToken);
                return Skip(SkipReasons.Revisit, header.RefersTo);
            case "warcinfo":
                await ReadWarcinfoAsync(cancellationToken);
                return Skip(SkipReasons.NotContent, header.Type);
            case "request" or "metadata" or "filedesc":
                await SkipAsync(digest, cancellationToken);
                return Skip(SkipReasons.NotContent, header.Type);
            default:
                await SkipAsync(digest, cancellationToken);
                return Skip(SkipReasons.UnknownType, header.Type);
        }
    }

    private async ValueTask ReadWarcinfoAsync(CancellationToken cancellationToken)
    {
        if (await block.ReadAsync(MaxWarcinfo, cancellationToken) is { } fields)
        {
            IsOurWarcinfo = fields.Span.StartsWith(OurSoftware) || fields.Span.IndexOf([(byte)'\n', .. OurSoftware]) >= 0;
        }
    }

    private bool IsHttp => header.MediaType is null || MediaTypeHeader.Parse(header.MediaType).Type is "application/http" or "application/http-response";

    private async ValueTask<Func<RecordInfo, CaptureEntry>> ReadResponseAsync(DeclaredDigest? digest, CancellationToken cancellationToken)
    {
        if (header.Type == "arc" && !(header.TargetUri ?? "").StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadPayloadAsync(digest, cancellationToken);
        }

        _http = await HttpHead.ReadAsync(block, source.Limits, cancellationToken);
        if (_http is null)
        {
            await block.SkipAsync(cancellationToken);
            return Fail(CaptureErrorCodes.HeaderLimit, "the HTTP header exceeds the limit");
        }

        _mediaType = _http.MediaType;
        foreach (var oddity in _http.Oddities)
        {
            Warn(oddity == HeaderReader.BareLineEnds ? CaptureWarningCodes.HeaderMalformed : CaptureWarningCodes.HttpMalformed, oddity);
        }

        var skip = WhyNot(_http);
        if (skip is not null)
        {
            await SkipAsync(digest, cancellationToken);
            return skip;
        }

        var body = await ReadBodyAsync(digest, cancellationToken);
        return body is null ? TooLarge() : Decode(body.Value, digest);
    }

    private async ValueTask<Func<RecordInfo, CaptureEntry>> ReadPayloadAsync(DeclaredDigest? digest, CancellationToken cancellationToken)
    {
        if (IsRobots())
        {
            await SkipAsync(digest, cancellationToken);
            return Skip(SkipReasons.Robots);
        }

        if (!PageTypes.MayBePage(MediaTypeHeader.Parse(_mediaType).Type))
        {
            await SkipAsync(digest, cancellationToken);
            return Skip(SkipReasons.NotText, MediaTypeHeader.Parse(_mediaType).Type);
        }

        var body = await ReadBodyAsync(digest, cancellationToken);
        if (body is null)
        {
            return TooLarge();
        }

        Check(digest);
        return PageOf(body.Value);
    }

    private Func<RecordInfo, CaptureEntry>? WhyNot(HttpHead http)
    {
        if (http.Status is { } status && !source.Options.Statuses.Contains(status))
        {
            return Skip(status is >= 300 and < 400 ? SkipReasons.Redirect : SkipReasons.Status, status.ToString(CultureInfo.InvariantCulture));
        }

        var type = MediaTypeHeader.Parse(http.MediaType).Type;
        return IsRobots() ? Skip(SkipReasons.Robots)
            : !PageTypes.MayBePage(type) ? Skip(SkipReasons.NotText, type)
            : null;
    }

    private async ValueTask<Memory<byte>?> ReadBodyAsync(DeclaredDigest? digest, CancellationToken cancellationToken)
    {
        block.Hash(digest?.Hash);
        // Chunk sizes take room, too; what is too large without them is found later.
        return await block.ReadAsync(source.Limits.MaxPageBytes + (source.Limits.MaxPageBytes / 8), cancellationToken);
    }

    private async ValueTask SkipAsync(DeclaredDigest? digest, CancellationToken cancellationToken)
    {
        block.Hash(digest?.Hash);
        await block.SkipAsync(cancellationToken);
        Check(digest);
    }

    /// <summary>Undoes transfer and content coding.</summary>
    private Func<RecordInfo, CaptureEntry> Decode(Memory<byte> stored, DeclaredDigest? digest)
    {
        var body = stored;
        if (_http!.IsChunked)
        {
            // The digest is of the bytes as they are stored, or without chunks: crawlers differ.
            body = ChunkedCoding.Decode(stored, out var oddity);
            Warn(CaptureWarningCodes.TransferEncodingInvalid, oddity);
        }

        ReadOnlyMemory<byte> payload = body;
        Check(digest, () => payload);
        if (_http.Codings.Count > ContentCoding.MaxNesting)
        {
            return Fail(CaptureErrorCodes.ExpansionLimit, $"the body is compressed {_http.Codings.Count} times");
        }

        foreach (var coding in _http.Codings.Reverse())
        {
            if (!ContentCoding.IsKnown(coding))
            {
                if (coding is "zstd" or "compress" or "x-compress" or "dcb" or "dcz")
                {
                    return Fail(CaptureErrorCodes.UnsupportedCompression, $"the body is compressed with {coding}, which this version does not read");
                }

                Warn(CaptureWarningCodes.ContentEncodingInvalid, $"the content coding {coding} is not known");
                continue;
            }

            var (decoded, outcome) = new ContentCoding(source.Limits).Decode(payload, coding);
            switch (outcome)
            {
                case CodingOutcome.TooLarge:
                    return TooLarge();
                case CodingOutcome.TooDense:
                    return Fail(CaptureErrorCodes.ExpansionLimit, $"the body unpacks to more than {source.Limits.MaxExpansionRatio} times its size");
                case CodingOutcome.NotCoded:
                    Warn(CaptureWarningCodes.ContentEncodingInvalid, payload.IsEmpty ? null : $"the body is not in the content coding {coding}, as its header says");
                    break;
                default:
                    Warn(CaptureWarningCodes.ContentEncodingInvalid, outcome == CodingOutcome.Partial ? $"the body breaks off in the content coding {coding}" : null);
                    payload = decoded;
                    break;
            }
        }

        return payload.Length > source.Limits.MaxPageBytes ? TooLarge() : PageOf(payload);
    }

    private Func<RecordInfo, CaptureEntry> PageOf(ReadOnlyMemory<byte> payload) =>
        record => PageEntries.Of(source, record, payload, Path());

    private Func<RecordInfo, CaptureEntry> TooLarge() =>
        Fail(CaptureErrorCodes.TooLarge, string.Create(CultureInfo.InvariantCulture, $"the page is larger than the limit of {source.Limits.MaxPageBytes} bytes"));

    private static Func<RecordInfo, CaptureEntry> Skip(string reason, string? detail = null) =>
        record => new SkippedEntry(reason, detail) { Record = record };

    private Func<RecordInfo, CaptureEntry> Fail(string code, string reason) => record => source.Fail(code, reason, record);

    private void Check(DeclaredDigest? digest, Func<ReadOnlyMemory<byte>?>? otherwise = null)
    {
        _payloadDigest = digest?.Check(otherwise);
        Warn(_payloadDigest, "payload");
    }

    /// <summary>Says what is wrong with a digest, where something is.</summary>
    public void Warn(RecordDigest? digest, string what)
    {
        if (digest is { Matches: not true })
        {
            Warn(
                digest.Matches is null ? CaptureWarningCodes.DigestUnknown : CaptureWarningCodes.DigestMismatch,
                digest.Matches is null ? $"the {what} digest {digest.Declared} cannot be checked" : $"the {what} digest is {digest.Declared}, that of the bytes {digest.Computed}");
        }
    }

    private void Warn(string code, string? message)
    {
        if (message is not null)
        {
            _warnings.Add(new CaptureWarning(code, message));
        }
    }

    private bool IsRobots() => Path().Equals(RobotsPath, StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of the target URI, with its slash; the whole where it is no URI with an authority.</summary>
    private string Path()
    {
        var uri = WarcHeader.Unbracket(header.TargetUri) ?? "";
        var authority = uri.IndexOf("://", StringComparison.Ordinal);
        var slash = authority < 0 ? 0 : uri.IndexOf('/', authority + 3);
        var end = uri.AsSpan().IndexOfAny('?', '#');
        end = end < 0 ? uri.Length : end;
        return slash < 0 || slash > end ? "/" : uri[slash..end];
    }
}
