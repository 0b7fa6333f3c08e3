using System.Globalization;
using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures.Warc;

/// <summary>
/// Puts together records that were cut into segments (WARC 1.1 section 7): the first one is held until its
/// continuations have come, few at a time and up to the page limit.
/// </summary>
internal sealed class Segments(CaptureSource source)
{
    private const int MaxOpen = 4;

    private readonly List<Open> _open = [];

    /// <summary>Whether records wait for segments; then no slice may begin.</summary>
    public bool AreOpen => _open.Count > 0;

    /// <summary>Whether the record is a segment of a larger one.</summary>
    public static bool IsSegment(RecordHeader header) => header.Type == "continuation" || header.Segment is not null;

    /// <summary>Takes a segment, and gives what becomes of it and of the record it belongs to.</summary>
    public async ValueTask<IReadOnlyList<CaptureEntry>> AddAsync(RecordInfo record, RecordHeader header, ReadOnlyMemory<byte>? bytes, CancellationToken cancellationToken)
    {
        if (header.Type != "continuation")
        {
            var entries = new List<CaptureEntry>();
            if (_open.Count == MaxOpen)
            {
                entries.Add(Missing(_open[0]));
                _open.RemoveAt(0);
            }

            _open.Add(new Open(record, header) { Bytes = bytes });
            return entries;
        }

        var open = _open.Find(o => o.Record.Id == header.SegmentOrigin);
        if (open is null || header.Segment != open.Next)
        {
            return [source.Fail(CaptureErrorCodes.SegmentMissing, $"segment {(open?.Next ?? 1).ToString(CultureInfo.InvariantCulture)} of {header.SegmentOrigin ?? "a record"} is missing", record)];
        }

        open.Add(bytes, source.Limits.MaxPageBytes);
        var segment = new SkippedEntry(SkipReasons.Segment, open.Record.Id) { Record = record };
        if (header.SegmentTotal is null)
        {
            return [segment];
        }

        _open.Remove(open);
        return [await JoinAsync(open, cancellationToken), segment];
    }

    /// <summary>The records whose segments never came.</summary>
    public IReadOnlyList<CaptureEntry> Finish()
    {
        var entries = _open.ConvertAll<CaptureEntry>(Missing);
        _open.Clear();
        return entries;
    }

    private FailedEntry Missing(Open open) =>
        source.Fail(CaptureErrorCodes.SegmentMissing, string.Create(CultureInfo.InvariantCulture, $"segment {open.Next} of the record is missing"), open.Record);

    private async ValueTask<CaptureEntry> JoinAsync(Open open, CancellationToken cancellationToken)
    {
        if (open.Bytes is not { } bytes)
        {
            return source.Fail(CaptureErrorCodes.TooLarge, "the record's segments are larger than the page limit together", open.Record);
        }

        using var stream = new MemoryStream(bytes.ToArray());
        using var input = new PlainInput(new ByteInput(stream, 0));
        var block = new RecordBlock(input, bytes.Length);
        var content = new ContentReader(source, open.Header, block);
        var finish = await content.ReadAsync(cancellationToken);
        var record = content.Complete(open.Record);
        return finish(record with { Warnings = [.. record.Warnings, .. content.Warnings] });
    }

    private sealed class Open(RecordInfo record, RecordHeader header)
    {
        public RecordInfo Record => record;

        public RecordHeader Header => header;

        /// <summary>The blocks so far; null where they are too large.</summary>
        public ReadOnlyMemory<byte>? Bytes { get; set; }

        /// <summary>The number of the segment that must come next.</summary>
        public int Next { get; private set; } = 2;

        public void Add(ReadOnlyMemory<byte>? bytes, int limit)
        {
            Next++;
            Bytes = Bytes is { } before && bytes is { } more && before.Length + (long)more.Length <= limit
                ? (byte[])[.. before.Span, .. more.Span]
                : null;
        }
    }
}
