using System.Diagnostics.Metrics;

namespace ArchiveScrub.Storage;

/// <summary>The metrics. Their dimensions are short, closed lists; names of captures stand in traces and logs.</summary>
internal sealed class ScrubMeasures(Meter meter)
{
    private readonly Counter<long> _deliveries = meter.CreateCounter<long>("archivescrub.deliveries", "{delivery}", "Deliveries, by work and status");
    private readonly Counter<long> _pages = meter.CreateCounter<long>("archivescrub.pages", "{page}", "Pages scrubbed");
    private readonly Counter<long> _bytes = meter.CreateCounter<long>("archivescrub.payload", "By", "Payload of the pages");
    private readonly Counter<long> _cleanBytes = meter.CreateCounter<long>("archivescrub.clean", "By", "Clean text of the pages");
    private readonly Counter<long> _removed = meter.CreateCounter<long>("archivescrub.removed", "{block}", "Blocks removed, by kind");
    private readonly Counter<long> _flagged = meter.CreateCounter<long>("archivescrub.flagged", "{page}", "Pages with a flag for review, by flag");
    private readonly Counter<long> _quarantined = meter.CreateCounter<long>("archivescrub.quarantined", "{capture}", "Captures that went to quarantine, by code");
    private readonly Counter<long> _slices = meter.CreateCounter<long>("archivescrub.slices", "{slice}", "Slices that captures were cut into");
    private readonly Histogram<double> _duration = meter.CreateHistogram<double>("archivescrub.duration", "s", "Time of a delivery, by work and status");
    private readonly Histogram<double> _age = meter.CreateHistogram<double>("archivescrub.age", "s", "Age of the capture when a try begins");

    public void Waited(string work, TimeSpan age) => _age.Record(Math.Max(0, age.TotalSeconds), Tag("work", work));

    public void FannedOut(int slices) => _slices.Add(slices);

    public void Failed(string work, string status, TimeSpan elapsed)
    {
        _deliveries.Add(1, Tag("work", work), Tag("status", status));
        _duration.Record(elapsed.TotalSeconds, Tag("work", work), Tag("status", status));
    }

    public void Ended(string work, ScrubOutcome outcome, TimeSpan elapsed)
    {
        Failed(work, outcome.Status.ToString(), elapsed);
        if (outcome.Error is { } error)
        {
            _quarantined.Add(1, Tag("code", error.Code));
        }

        var pages = outcome.Pages;
        if (pages.Pages == 0)
        {
            return;
        }

        _pages.Add(pages.Pages);
        _bytes.Add(pages.Bytes);
        _cleanBytes.Add(pages.CleanBytes);
        foreach (var (kind, removed) in pages.Removed)
        {
            _removed.Add(removed.Blocks, Tag("kind", kind));
        }

        foreach (var (flag, count) in pages.Flags)
        {
            _flagged.Add(count, Tag("flag", flag));
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
