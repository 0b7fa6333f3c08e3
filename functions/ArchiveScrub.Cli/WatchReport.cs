using System.Globalization;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>Tells the user of a watch what becomes of each capture.</summary>
internal sealed class WatchReport(Terminal terminal)
{
    private readonly RunTotals _totals = new();
    private bool _hasLooked;

    /// <summary>Takes the outcome of a delivery.</summary>
    public void Take(ScrubOutcome outcome)
    {
        _totals.Add(outcome);
        var name = outcome.Delivery.Capture.Name;
        terminal.Tell(outcome.Status switch
        {
            ScrubStatus.Scrubbed when outcome.Pages.Pages == 1 => $"scrubbed: {name}",
            ScrubStatus.Scrubbed => string.Create(CultureInfo.InvariantCulture, $"scrubbed: {name}, {outcome.Pages.Pages:N0} pages"),
            ScrubStatus.AlreadyDone => $"done already: {name}",
            ScrubStatus.Quarantined => $"quarantined: {name}: {outcome.Error?.Reason} [{outcome.Error?.Code}]",
            _ => $"failed: {outcome.Failure}",
        });
    }

    /// <summary>Takes how many captures a look delivered.</summary>
    public void Looked(int delivered)
    {
        if (delivered == 0 && !_hasLooked)
        {
            terminal.Tell("Nothing to scrub yet.");
        }

        _hasLooked = true;
    }

    /// <summary>Tells what the watch came to.</summary>
    public void Summarize() => terminal.Tell(string.Create(
        CultureInfo.InvariantCulture,
        $"Stopped: {_totals[ScrubStatus.Scrubbed]:N0} scrubbed, {_totals[ScrubStatus.AlreadyDone]:N0} done already, {_totals[ScrubStatus.Quarantined]:N0} in quarantine, {_totals[ScrubStatus.Failed]:N0} failures."));
}
