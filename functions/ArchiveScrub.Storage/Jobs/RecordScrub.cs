using System.Globalization;

namespace ArchiveScrub.Storage;

/// <summary>
/// Scrubs a capture that holds many records, part by part. What parts there are already is not done again, whoever made
/// them: an earlier run that was stopped, or workers that each had a slice. When the last one is there, all are joined.
/// </summary>
/// <param name="store">Where results and parts go.</param>
/// <param name="name">The name of the results.</param>
/// <param name="capture">The capture, open.</param>
/// <param name="scrubber">Makes results of entries.</param>
/// <param name="tool">The tool, as manifests name it.</param>
/// <param name="options">How the capture is read, as the summary names it.</param>
/// <param name="hasWet">Whether clean texts go into a WET file.</param>
/// <param name="jobOptions">How the job goes about it.</param>
internal sealed class RecordScrub(IResultStore store, string name, OpenCapture capture, EntryScrubber scrubber, ManifestTool tool, IReadOnlyList<string> options, bool hasWet, ScrubJobOptions jobOptions)
{
    private readonly RecordResults _results = new(store, name);
    private readonly PageTexts _texts = new(store, name);
    private PartBuilder _part = new(0, jobOptions.PartBytes);
    private CancellationToken _stop;
    private long? _stoppedAt;

    /// <summary>The parts that there are.</summary>
    public List<PartHeader> Parts { get; } = [];

    /// <summary>The records of all parts.</summary>
    public RecordTally Records => Parts.Aggregate(RecordTally.None, static (sum, part) => sum + part.Records);

    /// <summary>The pages that were scrubbed here.</summary>
    public PageTally Pages { get; private set; } = PageTally.None;

    /// <summary>Takes over the parts that there are, and scrubs what is missing before, between and behind them.</summary>
    /// <param name="anew">Whether all is scrubbed, whatever there is.</param>
    /// <param name="stop">See <see cref="RunAsync"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">One of the two was signalled.</exception>
    public async Task CompleteAsync(bool anew, CancellationToken stop, CancellationToken cancellationToken)
    {
        var size = capture.Identity.Size;
        var at = 0L;
        foreach (var part in anew || !capture.HasSlices ? [] : await FindPartsAsync(cancellationToken))
        {
            if (part.Start < at)
            {
                // Of a slice that was cut otherwise.
                continue;
            }

            if (part.Start > at)
            {
                await RunAsync(at, part.Start, isOnePart: false, stop, cancellationToken);
            }

            Parts.Add(part);
            at = part.End;
        }

        if (at < size)
        {
            await RunAsync(at, size, isOnePart: false, stop, cancellationToken);
        }
    }

    /// <summary>Scrubs a stretch, and writes its parts.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isOnePart">Whether it becomes one part, however large.</param>
    /// <param name="stop">When signalled, what is done becomes a part, and the rest stays to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">One of the two was signalled.</exception>
    /// <exception cref="SliceException">No record begins where the stretch does.</exception>
    public async Task RunAsync(long start, long end, bool isOnePart, CancellationToken stop, CancellationToken cancellationToken)
    {
        _stop = stop;
        _part = new PartBuilder(start, jobOptions.PartBytes);
        var isDescribed = start > 0;
        var isFirst = true;
        CaptureSlice? slice = start == 0 && end == capture.Identity.Size ? null : new CaptureSlice(start, end - start);
        await foreach (var result in scrubber.RunAsync(UntilStopped(capture.ReadAsync(slice, cancellationToken)), cancellationToken))
        {
            if (isFirst && result.Entry is not WarningEntry { StartsAt: null })
            {
                isFirst = false;
                RequireStart(result.Entry, start);
            }

            var at = capture.HasSlices ? result.Entry.StartsAt : _part.Start + 1;
            if (at is { } place && place > _part.Start && !isOnePart && _part.IsFull(place))
            {
                await CloseAsync(place, cancellationToken);
                _part = new PartBuilder(place, jobOptions.PartBytes);
            }

            if (!isDescribed)
            {
                isDescribed = true;
                _part.Write(0, Describe(result.Entry.Record?.Date));
            }

            _part.Add(result);
            Pages += result.Pages;
            if (result.Pages.Pages > 0)
            {
                jobOptions.PageDone?.Invoke(result.Pages);
            }

            if (result is { CleanText: { } text, Entry.Record: { } record })
            {
                await _texts.WriteAsync(record, text, cancellationToken);
            }
        }

        if (_stoppedAt is { } rest)
        {
            if (capture.HasSlices && rest > _part.Start && !isOnePart)
            {
                await CloseAsync(rest, cancellationToken);
            }

            throw new OperationCanceledException(stop);
        }

        if (!isDescribed)
        {
            _part.Write(0, Describe(null));
        }

        await CloseAsync(capture.HasSlices ? end : _part.Start + 1, cancellationToken);
    }

    /// <summary>Joins the parts; false where others were at work on them.</summary>
    public Task<bool> TryCommitAsync(Func<CaptureSummary> describe, CancellationToken cancellationToken) =>
        _results.TryCommitAsync(Parts, describe, hasWet, cancellationToken);

    /// <summary>Ends at the first entry that another run can begin with.</summary>
    private async IAsyncEnumerable<CaptureEntry> UntilStopped(IAsyncEnumerable<CaptureEntry> entries)
    {
        await foreach (var entry in entries)
        {
            if (_stop.IsCancellationRequested && (entry.StartsAt is not null || !capture.HasSlices))
            {
                _stoppedAt = entry.StartsAt ?? 0;
                yield break;
            }

            yield return entry;
        }
    }

    private byte[] Describe(DateTimeOffset? date) => hasWet ? WetRecord.Describe(capture.Identity, tool, date) : [];

    private async Task CloseAsync(long end, CancellationToken cancellationToken) =>
        Parts.Add(await _part.CloseAsync(store, _results.PartName(_part.Start), capture.Identity, tool, options, end, cancellationToken));

    /// <summary>The parts of this capture, made by this tool in this way, by their places.</summary>
    private async Task<IReadOnlyList<PartHeader>> FindPartsAsync(CancellationToken cancellationToken)
    {
        var parts = new List<PartHeader>();
        await foreach (var found in store.ListAsync(ResultNames.PartsOf(name), cancellationToken))
        {
            if (await Part.ReadHeaderAsync(store, found, cancellationToken) is { } part
                && part.IsOf(capture.Identity, tool, options) && found == _results.PartName(part.Start) && part.End > part.Start)
            {
                parts.Add(part);
            }
        }

        parts.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return parts;
    }

    private void RequireStart(CaptureEntry entry, long start)
    {
        if (start > 0 && entry.StartsAt != start)
        {
            throw new SliceException(string.Create(CultureInfo.InvariantCulture, $"{capture.Identity.Name}: no slice begins at byte {start}; \"archivescrub slice\" prints where they do"));
        }
    }
}
