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
    private readonly List<CaptureEntry> _ready = [];
    private readonly Segments _segments = new(source);
    private readonly RecordSearch _search = new(input);
    private CaptureSource _source = source;
    private MemberFault? _told;
    private bool _isLost;
    private bool _isMemberTold;
    private bool _isDone;

    /// <summary>Whether the file's description says that ArchiveScrub wrote it.</summary>
    public bool IsOurs => _source.HoldsCleanText;

    public async IAsyncEnumerable<CaptureEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isOpen = true;
        while (isOpen)
        {
            Notice();
            _isMemberTold = false;
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
        await _search.SkipLineEndsAsync(cancellationToken);
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
                TellOf(fault);
            }

            return false;
        }

        var place = new RecordPlace(input.Offset, input.IsCompressed ? input.Position : 0);
        if (!isArc && !await _search.IsAtRecordAsync(cancellationToken))
        {
            return await FindRecordAsync(place, cancellationToken);
        }

        if (await ReadHeadAsync(place, isFirst, cancellationToken) is { } header)
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

    private async ValueTask<RecordHeader?> ReadHeadAsync(RecordPlace place, bool isFirst, CancellationToken cancellationToken)
    {
        var reader = new HeadReader(_source, input, _search);
        var head = isArc ? await reader.ReadArcAsync(place, cancellationToken) : await reader.ReadWarcAsync(place, cancellationToken);
        if (head.Fault is { } fault)
        {
            _ready.Add(Failed(fault, null));
        }
        else if (head.Failure is { } failure)
        {
            if (!_isLost || !isArc)
            {
                _ready.Add(failure);
            }

            _isLost = true;
            _isMemberTold |= isFirst && input.IsCompressed;
        }
        else
        {
            // Of a WARC record that is known by how it begins, already.
            _isLost &= !isArc;
            _isMemberTold = false;
        }

        return head.Header;
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
        var record = content.Complete(header.At(place, _source.Path));
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

        (var endsWell, _isLost) = await _search.PassEndAsync(isArc, cancellationToken);
        if (!endsWell)
        {
            if (_isLost && await _search.TryReturnIntoAsync(start, start + header.Length.Value, cancellationToken))
            {
                _ready.Add(TooFar(record));
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
            _ready.Add(content.Finish(record, finish));
        }
        else
        {
            _ready.AddRange(await _segments.AddAsync(record, header, segment, cancellationToken));
        }
    }

    /// <summary>The capture, or the member, ended inside the record.</summary>
    private async ValueTask EndBrokenAsync(RecordInfo record, long start, CancellationToken cancellationToken)
    {
        if (!input.IsCompressed && await _search.TryReturnIntoAsync(start, long.MaxValue, cancellationToken))
        {
            _ready.Add(TooFar(record));
            return;
        }

        _ready.Add(Failed(input.Fault ?? new MemberFault(CaptureErrorCodes.RecordTruncated, "the record breaks off", record.Offset, IsEnd: !input.IsCompressed), record));
    }

    /// <summary>Looks for the next line that begins a record, and says what was passed over.</summary>
    private async ValueTask<bool> FindRecordAsync(RecordPlace place, CancellationToken cancellationToken)
    {
        var start = input.Position;
        var isPadding = !input.Available.ContainsAnyExcept((byte)0, (byte)' ');
        var wasRecord = input.Available[..Math.Min(input.Available.Length, 1024)].IndexOf("WARC-"u8) >= 0;
        var isFound = await _search.FindLineAsync(long.MaxValue, cancellationToken);
        var message = string.Create(CultureInfo.InvariantCulture, $"{input.Position - start} bytes {(isPadding ? "of padding" : "that belong to no record")} were passed over");
        if (input.Fault is { } fault)
        {
            TellOf(fault);
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

    /// <summary>Tells why a member ended; of one whose only record is told to have failed there is no more to say, unless the capture ends there.</summary>
    private void TellOf(MemberFault fault)
    {
        var failed = Failed(fault, null);
        if (!_isMemberTold || fault.IsEnd)
        {
            _ready.Add(failed);
        }
    }

    private FailedEntry TooFar(RecordInfo record) => _source.Fail(CaptureErrorCodes.RecordInvalid, "the record's declared length reaches into the next record", record);

    private FailedEntry Failed(MemberFault fault, RecordInfo? record)
    {
        _told = fault;
        return _source.Fail(fault.Code, fault.Reason, record, fault.Offset) with { IsEnd = fault.IsEnd };
    }
}
