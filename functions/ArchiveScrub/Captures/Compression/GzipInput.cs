using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;

namespace ArchiveScrub.Captures.Compression;

/// <summary>
/// Unpacks gzip, member by member, with the place of each, its checksum and size checked, and a way on behind damage.
/// .NET's own <see cref="GZipStream"/> shows no member and takes a file that breaks off for a whole one; its
/// <see cref="DeflateStream"/> is used, and the end of a member is found by what must stand there: the checksum and
/// the size of what came out.
/// </summary>
/// <param name="raw">The compressed bytes.</param>
/// <param name="limits">How much may come out.</param>
/// <param name="isRecord">Whether a member that was found behind damage begins as one should; other bytes can look like the start of one.</param>
internal sealed class GzipInput(ByteInput raw, CaptureLimits limits, Func<ReadOnlySpan<byte>, bool> isRecord) : MemberInput
{
    private const int TrailerLength = 8;
    private const int ProbeLength = 16;

    /// <summary>How many bytes are read twice, at most, to find members behind damage.</summary>
    private const long MaxReread = 1L << 30;

    private readonly GzipFeed _feed = new(raw);
    private readonly Crc32 _crc = new();
    private byte[] _window = ArrayPool<byte>.Shared.Rent(128 * 1024);
    private int _start;
    private int _end;
    private DeflateStream? _inflater;
    private long _reread;
    private long _unpacked;
    private long? _length;

    /// <inheritdoc/>
    public override long? Length => _length;

    /// <inheritdoc/>
    public override long Position => _unpacked - (_end - _start);

    /// <inheritdoc/>
    public override bool IsCompressed => true;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Available => _window.AsSpan(_start, _end - _start);

    /// <inheritdoc/>
    public override void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _end - _start);
        _start += count;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken) =>
        _end - _start >= count ? ValueTask.FromResult(true) : InflateAsync(count, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (_inflater is not null)
        {
            Advance(_end - _start);
            await FillAsync(1, cancellationToken);
        }

        Gap = null;
        if (Fault is not null)
        {
            // Damaged data may have been unpacked far into the members that follow, and to the end of the capture.
            _reread += raw.Position - Offset;
            if (_reread <= MaxReread)
            {
                raw.TrySeek(Offset + 1);
            }

            return await FindAsync(isBehindDamage: true, cancellationToken);
        }

        return await TryOpenAsync(cancellationToken) ?? await FindAsync(isBehindDamage: false, cancellationToken);
    }

    /// <inheritdoc/>
    public override bool TryReturn(long offset) => false;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _inflater?.Dispose();
        _feed.Dispose();
        ArrayPool<byte>.Shared.Return(_window);
        _window = [];
        _start = _end = 0;
        raw.Dispose();
    }

    /// <summary>Begins the member that stands here: true where there is one, false where the capture ends, null where something else stands here.</summary>
    private async ValueTask<bool?> TryOpenAsync(CancellationToken cancellationToken)
    {
        Reset();
        if (!await raw.FillAsync(1, cancellationToken))
        {
            return false;
        }

        var length = GzipHeader.Measure(raw.Available);
        while (length == 0)
        {
            if (!await raw.FillAsync(raw.Available.Length + 1, cancellationToken))
            {
                // A header that breaks off: the member is there, and ends before it begins.
                Fault = Truncated();
                raw.Advance(raw.Available.Length);
                return true;
            }

            length = GzipHeader.Measure(raw.Available);
        }

        if (length < 0)
        {
            return null;
        }

        raw.Advance(length);
        _feed.Restart();
        _inflater = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    private void Reset()
    {
        _start = _end = 0;
        _crc.Reset();
        _unpacked = 0;
        _length = null;
        Fault = null;
        Offset = raw.Position;
    }

    /// <summary>Looks for a member among other bytes: padding, garbage, or the rest of a damaged one.</summary>
    private async ValueTask<bool> FindAsync(bool isBehindDamage, CancellationToken cancellationToken)
    {
        var from = raw.Position;
        var isPadding = true;
        while (true)
        {
            var at = raw.Available.IndexOf(GzipHeader.Magic);
            var passed = raw.Available[..(at >= 0 ? at : Math.Max(0, raw.Available.Length - GzipHeader.Magic.Length + 1))];
            isPadding &= !passed.ContainsAnyExcept((byte)0);
            raw.Advance(passed.Length);
            if (at < 0)
            {
                if (await raw.FillAsync(Math.Max(raw.Available.Length + 1, 64), cancellationToken) || raw.Available.Length >= GzipHeader.Magic.Length)
                {
                    continue;
                }

                isPadding &= !raw.Available.ContainsAnyExcept((byte)0);
                raw.Advance(raw.Available.Length);
                Reset();
                if (Offset > from && !isBehindDamage)
                {
                    Warnings.Add(new CaptureWarning(CaptureWarningCodes.TrailingData, Passed(from, isPadding), from));
                }

                return false;
            }

            var found = raw.Position;
            if (await TryProveAsync(cancellationToken))
            {
                TellOf(from, isPadding, isBehindDamage);
                return true;
            }

            // On from the byte behind the false start.
            isPadding = false;
            Close();
            if (raw.Position - found <= ByteInput.Lookback)
            {
                raw.Back((int)(raw.Position - found - 1));
            }
        }
    }

    private async ValueTask<bool> TryProveAsync(CancellationToken cancellationToken) =>
        await TryOpenAsync(cancellationToken) == true
        && (await FillAsync(ProbeLength, cancellationToken) || Fault is null)
        && isRecord(Available);

    /// <summary>Padding between members is odd, bytes behind damage belong to it; anything else may have been a member.</summary>
    private void TellOf(long from, bool isPadding, bool isBehindDamage)
    {
        if (Offset == from)
        {
            return;
        }

        if (isPadding || isBehindDamage)
        {
            Warnings.Add(new CaptureWarning(isBehindDamage ? CaptureWarningCodes.Resynchronised : CaptureWarningCodes.TrailingData, Passed(from, isPadding), from));
        }
        else
        {
            Gap = new MemberFault(CaptureErrorCodes.GzipDamaged, Passed(from, isPadding), from, IsEnd: false);
        }
    }

    private string Passed(long from, bool isPadding) =>
        string.Create(CultureInfo.InvariantCulture, $"{Offset - from} bytes {(isPadding ? "of padding" : "that begin no gzip member")} were passed over");

    private async ValueTask<bool> InflateAsync(int count, CancellationToken cancellationToken)
    {
        if (_start > 0 && _start + count > _window.Length)
        {
            _window.AsSpan(_start, _end - _start).CopyTo(_window);
            (_start, _end) = (0, _end - _start);
        }

        if (count > _window.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(count);
            _window.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_window);
            _window = larger;
        }

        while (_inflater is not null && _end - _start < count)
        {
            if (_start == _end)
            {
                _start = _end = 0;
            }

            await InflateMoreAsync(cancellationToken);
        }

        return _end - _start >= count;
    }

    private async ValueTask InflateMoreAsync(CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await _inflater!.ReadAsync(_window.AsMemory(_end), cancellationToken);
        }
        catch (InvalidDataException)
        {
            Fail(new MemberFault(CaptureErrorCodes.GzipDamaged, "the compressed data cannot be unpacked", raw.Position - _feed.LastChunk, IsEnd: false));
            return;
        }

        if (read > 0)
        {
            _crc.Append(_window.AsSpan(_end, read));
            _end += read;
            _unpacked += read;
            if (!limits.IsExpansionAllowed(raw.Position - Offset, _unpacked))
            {
                Fail(new MemberFault(
                    CaptureErrorCodes.ExpansionLimit,
                    string.Create(CultureInfo.InvariantCulture, $"the compressed data unpacks to more than {limits.MaxExpansionRatio} times its size"),
                    Offset,
                    IsEnd: false));
            }
        }
        else if (_feed.IsExhausted)
        {
            Close();
            Fault = Truncated();
        }
        else
        {
            await EndAsync(cancellationToken);
        }
    }

    private MemberFault Truncated() => new(CaptureErrorCodes.GzipTruncated, "the compressed data breaks off", raw.Position + raw.Available.Length, IsEnd: true);

    /// <summary>Ends a damaged member; the search for the next one begins with the bytes that were in work.</summary>
    private void Fail(MemberFault fault)
    {
        Close();
        raw.Back(_feed.LastChunk);
        Fault = fault;
    }

    /// <summary>The deflate stream has ended somewhere in the last two chunks: finds the trailer, and with it the member's end.</summary>
    private async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        Close();
        var back = _feed.LastChunk + _feed.ChunkBefore;
        raw.Back(back);
        var reach = back + TrailerLength + GzipHeader.Magic.Length;
        await raw.FillAsync(reach, cancellationToken);
        var at = FindTrailer(raw.Available[..Math.Min(reach, raw.Available.Length)]);
        if (at >= 0)
        {
            raw.Advance(at + TrailerLength);
        }
        else if (_feed.LastChunk == 1 && raw.Available.Length - back < TrailerLength)
        {
            raw.Advance(back);
            Warnings.Add(new CaptureWarning(CaptureWarningCodes.GzipTrailerMissing, "the capture ends before the checksum of its last gzip member", raw.Position));
            raw.Advance(raw.Available.Length);
        }
        else
        {
            Fault = new MemberFault(CaptureErrorCodes.GzipDamaged, "checksum or size are not those of the unpacked data", raw.Position, IsEnd: false);
            return;
        }

        _length = raw.Position - Offset;
    }

    /// <summary>Where the trailer stands. Its value may occur earlier by chance, so one that a member or the end follows comes first.</summary>
    private int FindTrailer(ReadOnlySpan<byte> bytes)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_unpacked);
        var first = -1;
        for (var at = bytes.IndexOf(trailer); at >= 0;)
        {
            first = first < 0 ? at : first;
            var rest = bytes[(at + TrailerLength)..];
            if (rest.IsEmpty || rest.StartsWith(GzipHeader.Magic))
            {
                return at;
            }

            var next = bytes[(at + 1)..].IndexOf(trailer);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return first;
    }

    private void Close()
    {
        _inflater?.Dispose();
        _inflater = null;
    }
}
