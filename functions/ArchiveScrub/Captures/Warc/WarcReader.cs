using System.Globalization;
using System.Runtime.CompilerServices;
using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures.Warc;

/// <summary>
/// Reads records one after the other, and finds its way on behind damage: in compressed files with the next gzip member,
/// in plain ones with the next line that begins a record.
/// </summary>
/// <param name="source">The capture.</param>
/// <param name="input">Its members; the first one is open.</param>
/// <param name="slice">The stretch that is read; null for all.</param>
/// <param name="isArc">Whether the records are ARC records.</param>
internal sealed class WarcReader(CaptureSource source, MemberInput input, CaptureSlice? slice, bool isArc)
{
    /// <summary>How many bytes of plain files are read twice, at most, to find records inside others that claim too much.</summary>
    private const long MaxReread = 1L << 30;

    private readonly List<CaptureEntry> _ready = [];
    private readonly Segments _segments = new(source);
    private CaptureSource _source = source;
    private MemberFault? _told;
    private long _reread;
    private bool _isLost;
    private bool _isDone;

    /// <summary>Whether the file's description says that ArchiveScrub wrote it.</summary>
    public bool IsOurs => _source.HoldsCleanText;

    /// <summary>What begins a WARC record.</summary>
    public static ReadOnlySpan<byte> Magic => "WARC/"u8;

    public async IAsyncEnumerable<CaptureEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isOpen = true;
        while (isOpen)
        {
            Notice();
            var isFirst = true;
            while (!_isDone && await ReadRecordAsync(isFirst, cancellationToken))
            {
                isFirst = false;
                foreach (var entry in Take())
                {
                    yield return entry;
                }

                if (!input.IsCompressed)
                {
                    break;
                }
            }

            isOpen = !_isDone && await input.NextAsync(cancellationToken);
            if (isOpen && _ready is [.., FailedEntry { IsEnd: true } failed])
            {
                _ready[^1] = failed with { IsEnd = false };
            }

            foreach (var entry in Take())
            {
                yield return entry;
            }
        }

        Notice();
        _ready.AddRange(_segments.Finish());
        foreach (var entry in Take())
        {
            yield return entry;
        }
    }

    private CaptureEntry[] Take()
    {
        CaptureEntry[] entries = [.. _ready];
        _ready.Clear();
        return entries;
    }

    /// <summary>Tells of what stood between members.</summary>
    private void Notice()
    {
        if (input.Gap is { } gap)
        {
            _ready.Add(_source.Fail(gap.Code, gap.Reason, offset: gap.Offset));
        }

        foreach (var warning in input.Warnings)
        {
            _ready.Add(new WarningEntry(warning));
        }

        input.Warnings.Clear();
    }

    /// <summary>Reads a record, or what stands in the place of one; false where the member holds no more.</summary>
    private async ValueTask<bool> ReadRecordAsync(bool isFirst, CancellationToken cancellationToken)
    {
        await SkipLineEndsAsync(cancellationToken);
        if (!input.IsCompressed)
        {
            input.Begin();
        }

        if (isFirst && slice is { } stretch && input.Offset >= stretch.End)
        {
            _isDone = true;
            return false;
        }

        if (!await input.FillAsync(1, cancellationToken))
        {
            if (input.Fault is { } fault && fault != _told)
            {
                _ready.Add(Failed(fault, null));
            }

            return false;
        }

        var place = new RecordPlace(input.Offset, input.IsCompressed ? input.Position : 0);
        if (!isArc)
        {
            await input.FillAsync(Magic.Length, cancellationToken);
            if (!input.Available.StartsWith(Magic))
            {
                return await FindRecordAsync(place, cancellationToken);
            }
        }

        var header = isArc ? await ReadArcHeaderAsync(place, cancellationToken) : await ReadWarcHeaderAsync(place, cancellationToken);
        if (header is not null)
        {
            var at = _ready.Count;
            var mayStart = isFirst && !_segments.AreOpen;
            await ReadContentAsync(place, header, isFirst, cancellationToken);
            if (mayStart && at < _ready.Count)
            {
                _ready[at] = _ready[at] with { StartsAt = place.Offset };
            }
        }

        return true;
    }

    private async ValueTask<RecordHeader?> ReadWarcHeaderAsync(RecordPlace place, CancellationToken cancellationToken)
    {
        var block = await new HeaderReader(input, _source.Limits).ReadAsync(hasFirstLine: true, cancellationToken);
        if (block is null)
        {
            _ready.Add(_source.Fail(CaptureErrorCodes.HeaderLimit, "the record's header exceeds the limit", offset: place.Offset));
            _isLost = true;
            return null;
        }

        if (!block.IsWhole)
        {
            _ready.Add(Failed(input.Fault ?? new MemberFault(CaptureErrorCodes.RecordTruncated, "the record breaks off in its header", place.Offset, IsEnd: !input.IsCompressed), null));
            return null;
        }

        var header = WarcHeader.Read(block, _source.Limits);
        if (header.Length is null)
        {
            _ready.Add(_source.Fail(CaptureErrorCodes.RecordInvalid, "the record's header does not say how long the record is", Info(place, header)));
            _isLost = true;
            return null;
        }

        return header;
    }

    private async ValueTask<RecordHeader?> ReadArcHeaderAsync(RecordPlace place, CancellationToken cancellationToken)
    {
        var (line, isTooLong, isWhole) = await new HeaderReader(input, _source.Limits).ReadLineAsync(cancellationToken);
        if (isTooLong)
        {
            _ready.Add(_source.Fail(CaptureErrorCodes.HeaderLimit, "the record's header exceeds the limit", offset: place.Offset));
            await SkipLineAsync(cancellationToken);
            _isLost = true;
            return null;
        }

        if (!isWhole)
        {
            _ready.Add(Failed(input.Fault ?? new MemberFault(CaptureErrorCodes.RecordTruncated, "the record breaks off in its header", place.Offset, IsEnd: !input.IsCompressed), null));
            return null;
        }

        var header = ArcHeader.Read(line, _source.Limits);
        if (header?.Length is not null)
        {
            _isLost = false;
            return header;
        }

        // Behind damage, every line is tried.
        if (!_isLost)
        {
            _ready.Add(_source.Fail(CaptureErrorCodes.RecordInvalid, "the line is no header of an ARC record", offset: place.Offset));
            _isLost = true;
        }

        return null;
    }

    private async ValueTask ReadContentAsync(RecordPlace place, RecordHeader header, bool isFirst, CancellationToken cancellationToken)
    {
        var start = input.Offset + input.Position;
        var block = new RecordBlock(input, header.Length!.Value);
        using var digest = DeclaredDigest.Parse(header.BlockDigest);
        block.Hash(digest?.Hash);
        var content = new ContentReader(_source, header, block);
        Func<RecordInfo, CaptureEntry>? finish = null;
        ReadOnlyMemory<byte>? segment = null;
        if (Segments.IsSegment(header))
        {
            segment = await block.ReadAsync(_source.Limits.MaxPageBytes, cancellationToken);
        }
        else
        {
            finish = await content.ReadAsync(cancellationToken);
        }

        await block.SkipAsync(cancellationToken);
        var record = content.Complete(Info(place, header));
        if (block.IsBroken)
        {
            await EndBrokenAsync(record, start, cancellationToken);
            return;
        }

        var warnings = record.Warnings.ToList();
        warnings.AddRange(content.Warnings);
        record = record with { BlockDigest = digest?.Check() };
        if (record.BlockDigest is { Matches: false } wrong)
        {
            warnings.Add(new CaptureWarning(CaptureWarningCodes.DigestMismatch, $"the block digest is {wrong.Declared}, that of the bytes {wrong.Computed}"));
        }

        if (!await EndsWellAsync(cancellationToken))
        {
            if (_isLost && await TryReturnIntoAsync(start, start + header.Length.Value, cancellationToken))
            {
                _ready.Add(_source.Fail(CaptureErrorCodes.RecordInvalid, "the record's declared length reaches into the next record", record));
                return;
            }

            warnings.Add(new CaptureWarning(CaptureWarningCodes.RecordTrailerInvalid, "the record does not end with two line ends where it says", place.Offset));
        }

        var isAlone = !input.IsCompressed || !await input.FillAsync(1, cancellationToken);
        if (input.IsCompressed && isAlone && input.Fault is { } fault)
        {
            _ready.Add(Failed(fault, record));
            return;
        }

        if (input.IsCompressed && isAlone)
        {
            warnings.AddRange(input.Warnings);
            input.Warnings.Clear();
        }

        if (!isAlone && isFirst)
        {
            _ready.Add(new WarningEntry(new CaptureWarning(CaptureWarningCodes.GzipNotPerRecord, "the gzip member holds several records", place.Offset)));
        }

        record = record with { Length = isAlone && isFirst ? input.Length : null, Warnings = warnings };
        if (content.IsOurWarcinfo)
        {
            _source = _source with { HoldsCleanText = true };
        }

        if (finish is not null)
        {
            _ready.Add(Finish(record, finish));
        }
        else
        {
            _ready.AddRange(await _segments.AddAsync(record, header, segment, cancellationToken));
        }
    }

    private CaptureEntry Finish(RecordInfo record, Func<RecordInfo, CaptureEntry> finish)
    {
        var warnings = record.Warnings;
        if (warnings.Any(static w => w.Code == CaptureWarningCodes.GzipTrailerMissing) && warnings.Any(static w => w.Code == CaptureWarningCodes.DigestMismatch))
        {
            // Nothing says that the data is whole, and something that it is not.
            return _source.Fail(CaptureErrorCodes.GzipTruncated, "the compressed data breaks off", record);
        }

        return _source.Options.Mode == ReadingMode.Strict && warnings is [var first, ..]
            ? _source.Fail(first.Code, first.Message, record, first.Offset)
            : finish(record);
    }

    /// <summary>The capture, or the member, ended inside the record.</summary>
    private async ValueTask EndBrokenAsync(RecordInfo record, long start, CancellationToken cancellationToken)
    {
        if (!input.IsCompressed && await TryReturnIntoAsync(start, long.MaxValue, cancellationToken))
        {
            _ready.Add(_source.Fail(CaptureErrorCodes.RecordInvalid, "the record's declared length reaches into the next record", record));
            return;
        }

        _ready.Add(Failed(input.Fault ?? new MemberFault(CaptureErrorCodes.RecordTruncated, "the record breaks off", record.Offset, IsEnd: !input.IsCompressed), record));
    }

    /// <summary>Passes over the end of a record; false where it is not as it should be. What follows then may be the rest of the record.</summary>
    private async ValueTask<bool> EndsWellAsync(CancellationToken cancellationToken)
    {
        _isLost = false;
        if (isArc)
        {
            await SkipLineEndsAsync(cancellationToken);
            return true;
        }

        await input.FillAsync(4, cancellationToken);
        if (input.Available.StartsWith("\r\n\r\n"u8))
        {
            input.Advance(4);
            return true;
        }

        await SkipLineEndsAsync(cancellationToken);
        await input.FillAsync(Magic.Length, cancellationToken);
        _isLost = !input.Available.IsEmpty && !input.Available.StartsWith(Magic);
        return false;
    }

    private async ValueTask SkipLineEndsAsync(CancellationToken cancellationToken)
    {
        while (await input.FillAsync(1, cancellationToken))
        {
            var end = input.Available.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            input.Advance(end < 0 ? input.Available.Length : end);
            if (end >= 0)
            {
                return;
            }
        }
    }

    private async ValueTask SkipLineAsync(CancellationToken cancellationToken)
    {
        while (await input.FillAsync(1, cancellationToken))
        {
            var end = input.Available.IndexOf((byte)'\n');
            input.Advance(end < 0 ? input.Available.Length : end + 1);
            if (end >= 0)
            {
                return;
            }
        }
    }

    /// <summary>Looks for the next line that begins a record, and says what was passed over.</summary>
    private async ValueTask<bool> FindRecordAsync(RecordPlace place, CancellationToken cancellationToken)
    {
        var start = input.Position;
        var isPadding = !input.Available.ContainsAnyExcept((byte)0, (byte)' ');
        var wasRecord = input.Available[..Math.Min(input.Available.Length, 1024)].IndexOf("WARC-"u8) >= 0;
        var isFound = await FindLineAsync(long.MaxValue, cancellationToken);
        var message = string.Create(CultureInfo.InvariantCulture, $"{input.Position - start} bytes {(isPadding ? "of padding" : "that belong to no record")} were passed over");
        if (input.Fault is { } fault)
        {
            _ready.Add(Failed(fault, null));
        }
        else if (!_isLost && !isPadding && (isFound || wasRecord))
        {
            _ready.Add(_source.Fail(CaptureErrorCodes.RecordInvalid, message, offset: place.Offset));
        }
        else
        {
            var code = isFound ? CaptureWarningCodes.Resynchronised : CaptureWarningCodes.TrailingData;
            _ready.Add(new WarningEntry(new CaptureWarning(code, message, place.Offset)));
        }

        _isLost = false;
        return isFound;
    }

    /// <summary>Where a record claims more than it has, those behind it were taken for a part of it: goes back to the first.</summary>
    private async ValueTask<bool> TryReturnIntoAsync(long start, long end, CancellationToken cancellationToken)
    {
        var here = input.Offset + input.Position;
        _reread += here - start;
        if (_reread > MaxReread || !input.TryReturn(start))
        {
            return false;
        }

        if (await FindLineAsync(end, cancellationToken))
        {
            return true;
        }

        input.TryReturn(here);
        return false;
    }

    /// <summary>Goes to the next line that begins <c>WARC/</c> and a digit; false where there is none before the end.</summary>
    private async ValueTask<bool> FindLineAsync(long end, CancellationToken cancellationToken)
    {
        while (await input.FillAsync(Magic.Length + 2, cancellationToken) && input.Offset + input.Position < end)
        {
            var at = input.Available.IndexOf("\nWARC/"u8);
            if (at < 0)
            {
                input.Advance(input.Available.Length - Magic.Length - 1);
                continue;
            }

            input.Advance(at + 1);
            if (input.Offset + input.Position >= end)
            {
                return false;
            }

            await input.FillAsync(Magic.Length + 1, cancellationToken);
            if (input.Available.Length > Magic.Length && char.IsAsciiDigit((char)input.Available[Magic.Length]))
            {
                return true;
            }
        }

        if (input.Offset + input.Position < end)
        {
            input.Advance(input.Available.Length);
        }

        return false;
    }

    private FailedEntry Failed(MemberFault fault, RecordInfo? record)
    {
        _told = fault;
        return _source.Fail(fault.Code, fault.Reason, record, fault.Offset) with { IsEnd = fault.IsEnd };
    }

    private RecordInfo Info(RecordPlace place, RecordHeader header)
    {
        var warnings = header.Warnings.Select(warning => new CaptureWarning(warning.Code, warning.Message, place.Offset)).ToList();
        if (header.Truncated is not null)
        {
            warnings.Add(new CaptureWarning(CaptureWarningCodes.SourceTruncated, $"the crawler broke the record off: {header.Truncated}", place.Offset));
        }

        return new RecordInfo
        {
            Id = header.Id,
            Type = header.Type,
            Offset = place.Offset,
            OffsetInMember = place.InMember,
            Path = _source.Path,
            Date = header.Date,
            TargetUri = header.TargetUri,
            RefersTo = header.RefersTo,
            Truncated = header.Truncated,
            MediaType = header.MediaType,
            Warnings = warnings,
        };
    }
}
