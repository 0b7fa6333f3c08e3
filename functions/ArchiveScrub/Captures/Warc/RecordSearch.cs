using ArchiveScrub.Captures.Compression;

namespace ArchiveScrub.Captures.Warc;

/// <summary>Moves over what stands between records, and finds the next one behind damage.</summary>
internal sealed class RecordSearch(MemberInput input)
{
    /// <summary>How many bytes of plain files are read twice, at most, to find records inside others that claim too much.</summary>
    private const long MaxReread = 1L << 30;

    private long _reread;

    /// <summary>What begins a WARC record.</summary>
    public static ReadOnlySpan<byte> Magic => "WARC/"u8;

    /// <summary>Whether what comes next begins as a WARC record does.</summary>
    public async ValueTask<bool> IsAtRecordAsync(CancellationToken cancellationToken)
    {
        await input.FillAsync(Magic.Length, cancellationToken);
        return input.Available.StartsWith(Magic);
    }

    /// <summary>Passes over line ends.</summary>
    public async ValueTask SkipLineEndsAsync(CancellationToken cancellationToken)
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

    /// <summary>Passes over the rest of a line, however long it is.</summary>
    public async ValueTask SkipLineAsync(CancellationToken cancellationToken)
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

    /// <summary>
    /// Passes over the end of a record. It ends well where two line ends stand; where anything but a record or the end
    /// follows, the place is lost: that may be the rest of the record, or the next one was taken for a part of it.
    /// </summary>
    public async ValueTask<(bool EndsWell, bool IsLost)> PassEndAsync(bool isArc, CancellationToken cancellationToken)
    {
        if (isArc)
        {
            await SkipLineEndsAsync(cancellationToken);
            return (true, false);
        }

        await input.FillAsync(4, cancellationToken);
        if (input.Available.StartsWith("\r\n\r\n"u8))
        {
            input.Advance(4);
            return (true, false);
        }

        await SkipLineEndsAsync(cancellationToken);
        return (false, !await IsAtRecordAsync(cancellationToken) && !input.Available.IsEmpty);
    }

    /// <summary>Goes to the next line that begins <c>WARC/</c> and a digit; false where there is none before the end.</summary>
    public async ValueTask<bool> FindLineAsync(long end, CancellationToken cancellationToken)
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

    /// <summary>Where a record claims more than it has, those behind it were taken for a part of it: goes back to the first.</summary>
    public async ValueTask<bool> TryReturnIntoAsync(long start, long end, CancellationToken cancellationToken)
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
}
