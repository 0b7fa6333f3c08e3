using System.Globalization;
using ArchiveScrub.Storage;
using Spectre.Console;

namespace ArchiveScrub.Cli;

/// <summary>Tells the user how a run goes on, and what it came to.</summary>
internal sealed class RunReport(Terminal terminal, string? quarantine)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly RunTotals _totals = new();
    private readonly long _started = terminal.Clock.GetTimestamp();
    private readonly Lock _turn = new();
    private TimeSpan _lastLine;
    private ProgressTask? _bar;
    private long _pagesUnderWay;

    /// <summary>Whether every capture that was taken is scrubbed.</summary>
    public bool IsComplete => _totals[ScrubStatus.Quarantined] + _totals[ScrubStatus.Gone] + _totals[ScrubStatus.Failed] + _totals.Records.Failed.Count == 0;

    private TimeSpan Elapsed => terminal.Clock.GetElapsedTime(_started);

    /// <summary>Shows a run while it goes on: a bar with rate and time left on a terminal, a line now and then elsewhere.</summary>
    /// <param name="captures">The captures, to be counted.</param>
    /// <param name="run">The run; it is given what takes its outcomes.</param>
    public async Task ShowAsync(IAsyncEnumerable<Delivery> captures, Func<Action<ScrubOutcome>, Task> run)
    {
        if (!terminal.IsInteractive)
        {
            await run(outcome =>
            {
                Take(outcome);
                ShowLine();
            });
            return;
        }

        await terminal.Messages.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                using var enough = new CancellationTokenSource();
                var bar = context.AddTask("counting");
                _bar = bar;
                bar.IsIndeterminate = true;
                var counting = CountAsync(captures, bar, enough.Token);
                try
                {
                    await run(outcome =>
                    {
                        Take(outcome);
                        bar.Increment(1);
                    });
                }
                finally
                {
                    await enough.CancelAsync();
                    await counting;
                }
            });
    }

    /// <summary>Takes a page of a capture that holds many, so that there is something to see before all of it is done.</summary>
    public void TakePage(PageTally page)
    {
        lock (_turn)
        {
            _pagesUnderWay += page.Pages;
            if (_bar is { IsIndeterminate: false } bar)
            {
                bar.Description = $"scrubbing, {Count(_pagesUnderWay, "page")}";
            }
        }

        if (!terminal.IsInteractive)
        {
            ShowLine();
        }
    }

    /// <summary>Tells what the run came to.</summary>
    public void Summarize(bool wasInterrupted)
    {
        if (_totals.Captures == 0 && !wasInterrupted)
        {
            terminal.Tell("No captures found.");
            return;
        }

        var pages = _totals.Pages;
        var seconds = Elapsed.TotalSeconds;
        var rate = seconds > 0 ? pages.Pages / seconds : 0;
        terminal.Tell(Invariant($"Scrubbed {Count(pages.Pages, "page")} in {seconds:0.0} s ({rate:0.0} a second): {Size(pages.Bytes)} in, {Size(pages.CleanBytes)} of clean text out"));
        SummarizeRemoved(pages);
        if (pages.Flagged > 0)
        {
            terminal.Tell($"Flagged for review: {Count(pages.Flagged, "page")} ({Counts(pages.Flags)})");
        }

        SummarizeRecords(_totals.Records);
        TellOf(ScrubStatus.SliceDone, "Slices done", "; a run without --slice joins them when all are there");
        TellOf(ScrubStatus.AlreadyDone, "Done already");
        TellOf(ScrubStatus.Quarantined, "Quarantined", $" ({Counts(_totals.Quarantined)}){(quarantine is null ? "" : $"; the reasons are in {quarantine}")}");
        TellOf(ScrubStatus.Gone, "Gone before they were read");
        TellOf(ScrubStatus.Failed, "Failed", "; still to do: run the command again");
        if (wasInterrupted)
        {
            terminal.Tell("Interrupted: what was under way is finished. Run the command again to go on.");
        }
    }

    private static async Task CountAsync(IAsyncEnumerable<Delivery> captures, ProgressTask bar, CancellationToken cancellationToken)
    {
        try
        {
            bar.MaxValue = Math.Max(1, await captures.CountAsync(cancellationToken));
            bar.IsIndeterminate = false;
            bar.Description = "scrubbing";
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The run is over, or will say itself what cannot be listed.
        }
    }

    private void Take(ScrubOutcome outcome)
    {
        _totals.Add(outcome);
        if (outcome.Error is { } error)
        {
            var place = (error.Record is null ? "" : $", record {error.Record}") + (error.Offset is { } offset ? Invariant($", offset {offset}") : "");
            terminal.Tell($"quarantined: {outcome.Delivery.Capture.Name}{place}: {error.Reason} [{error.Code}]");
        }
        else if (outcome.Failure is { } failure)
        {
            terminal.Tell($"failed: {failure}");
        }
    }

    private void ShowLine()
    {
        lock (_turn)
        {
            if (Elapsed is var elapsed && elapsed - _lastLine >= Interval)
            {
                _lastLine = elapsed;
                var pages = _pagesUnderWay == 0 ? "" : Invariant($"; of captures with many pages {Count(_pagesUnderWay, "page")}, {_pagesUnderWay / elapsed.TotalSeconds:0.0} a second");
                terminal.Tell(Invariant($"{Count(_totals.Captures, "capture")}, {_totals.Captures / elapsed.TotalSeconds:0.0} a second{pages}"));
            }
        }
    }

    private void SummarizeRemoved(PageTally pages)
    {
        if (pages.Removed.Count == 0)
        {
            return;
        }

        var blocks = pages.Removed.Values.Sum(static removed => removed.Blocks);
        var codePoints = pages.Removed.Values.Sum(static removed => removed.CodePoints);
        terminal.Tell($"Removed {Count(blocks, "block")}, {Count(codePoints, "character")}:");
        foreach (var (kind, removed) in pages.Removed.OrderByDescending(static kind => kind.Value.CodePoints).ThenBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            terminal.Tell(Invariant($"  {kind,-16}{removed.Blocks,12:N0}{removed.CodePoints,16:N0}"));
        }
    }

    private void SummarizeRecords(RecordTally records)
    {
        if (records.Seen == 0)
        {
            return;
        }

        var skipped = records.Skipped.Count > 0 ? ", of them no pages: " + Counts(records.Skipped) : "";
        terminal.Tell($"Records: {Count(records.Seen, "record")}{skipped}");
        if (records.Warnings.Count > 0)
        {
            terminal.Tell($"Tolerated: {Counts(records.Warnings)}");
        }

        if (records.Failed.Count > 0)
        {
            terminal.Tell($"Failed records: {Counts(records.Failed)}; the places are in NAME.records.jsonl.gz");
        }
    }

    private void TellOf(ScrubStatus status, string what, string more = "")
    {
        if (_totals[status] > 0)
        {
            terminal.Tell($"{what}: {Count(_totals[status], "capture")}{more}");
        }
    }

    private static string Counts(IReadOnlyDictionary<string, long> counts) =>
        string.Join(", ", counts.OrderByDescending(static count => count.Value).ThenBy(static count => count.Key, StringComparer.Ordinal).Select(static count => Invariant($"{count.Key} {count.Value:N0}")));

    private static string Count(long count, string thing) => Invariant($"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => Invariant($"{bytes} B"),
        < 1_000_000 => Invariant($"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => Invariant($"{bytes / 1e6:0.0} MB"),
        _ => Invariant($"{bytes / 1e9:0.0} GB"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
