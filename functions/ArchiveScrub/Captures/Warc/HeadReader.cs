using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures.Warc;

/// <summary>Reads what stands before the block of a record, WARC or ARC.</summary>
/// <param name="source">The capture.</param>
/// <param name="input">Its members.</param>
/// <param name="search">The way on behind a line that is too long.</param>
internal sealed class HeadReader(CaptureSource source, MemberInput input, RecordSearch search)
{
    /// <summary>Reads the header of a WARC record.</summary>
    public async ValueTask<HeadResult> ReadWarcAsync(RecordPlace place, CancellationToken cancellationToken)
    {
        var block = await new HeaderReader(input, source.Limits).ReadAsync(hasFirstLine: true, cancellationToken);
        if (block is null)
        {
            return TooLong(place);
        }

        if (!block.IsWhole)
        {
            return BrokenOff(place);
        }

        var header = WarcHeader.Read(block, source.Limits);
        return header.Length is null
            ? new HeadResult { Failure = source.Fail(CaptureErrorCodes.RecordInvalid, "the record's header does not say how long the record is", header.At(place, source.Path)) }
            : new HeadResult { Header = header };
    }

    /// <summary>Reads the header line of an ARC record. Behind damage every line is tried, and none is told of.</summary>
    public async ValueTask<HeadResult> ReadArcAsync(RecordPlace place, CancellationToken cancellationToken)
    {
        var (line, isTooLong, isWhole) = await new HeaderReader(input, source.Limits).ReadLineAsync(cancellationToken);
        if (isTooLong)
        {
            await search.SkipLineAsync(cancellationToken);
            return TooLong(place);
        }

        if (!isWhole)
        {
            return BrokenOff(place);
        }

        var header = ArcHeader.Read(line, source.Limits);
        return header?.Length is null
            ? new HeadResult { Failure = source.Fail(CaptureErrorCodes.RecordInvalid, "the line is no header of an ARC record", offset: place.Offset) }
            : new HeadResult { Header = header };
    }

    private HeadResult TooLong(RecordPlace place) =>
        new() { Failure = source.Fail(CaptureErrorCodes.HeaderLimit, "the record's header exceeds the limit", offset: place.Offset) };

    private HeadResult BrokenOff(RecordPlace place) =>
        new() { Fault = input.Fault ?? new MemberFault(CaptureErrorCodes.RecordTruncated, "the record breaks off in its header", place.Offset, IsEnd: !input.IsCompressed) };
}
