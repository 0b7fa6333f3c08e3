using System.Globalization;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>Tells the user what a verification found.</summary>
/// <param name="terminal">Where it is told.</param>
/// <param name="isDerived">Whether captures are scrubbed again.</param>
/// <param name="isComplete">Whether every problem of a page is told.</param>
internal sealed class VerificationReport(Terminal terminal, bool isDerived, bool isComplete)
{
    private readonly long[] _pages = new long[Enum.GetValues<VerificationStatus>().Length];
    private readonly SortedDictionary<string, long> _unasked = new(StringComparer.Ordinal);
    private long _records;

    /// <summary>Takes what was found out about an entry.</summary>
    public void Take(IReadOnlyList<PageVerification> pages, ResultEntryForm form)
    {
        foreach (var page in pages)
        {
            if (form == ResultEntryForm.Quarantined && page.Status == VerificationStatus.Verified)
            {
                _records++;
                continue;
            }

            _pages[(int)page.Status]++;
            if (page.UnaskedOpinion is { } tool)
            {
                _unasked[tool] = _unasked.GetValueOrDefault(tool) + 1;
            }

            foreach (var problem in page.Problems.Take(isComplete ? int.MaxValue : 1))
            {
                terminal.Print(Terminal.Harmless($"{page.Name}: {problem}"));
            }
        }
    }

    /// <summary>Tells what it came to, and gives the exit code.</summary>
    public int Summarize()
    {
        var (verified, underivable, wrong) = (_pages[(int)VerificationStatus.Verified], _pages[(int)VerificationStatus.NotDerivable], _pages[(int)VerificationStatus.Wrong]);
        if (verified + underivable + wrong + _records == 0)
        {
            terminal.Tell("No results found.");
            return ExitCode.Incomplete;
        }

        terminal.Tell($"Verified {(isDerived ? "against their captures" : "against their clean texts")}: {Count(verified)}");
        foreach (var (tool, pages) in _unasked)
        {
            TellOf(pages, $"Of these, with a second opinion that is taken as recorded, as {tool} is not asked again");
        }

        TellOf(underivable, "Not checked against a capture");
        TellOf(wrong, "Wrong");
        if (_records > 0)
        {
            terminal.Tell(string.Create(CultureInfo.InvariantCulture, $"In quarantine: {_records:N0}"));
        }

        return wrong > 0 ? ExitCode.Incomplete : underivable > 0 ? ExitCode.Unchecked : ExitCode.Ok;
    }

    private void TellOf(long pages, string what)
    {
        if (pages > 0)
        {
            terminal.Tell($"{what}: {Count(pages)}");
        }
    }

    private static string Count(long pages) => string.Create(CultureInfo.InvariantCulture, $"{pages:N0} page{(pages == 1 ? "" : "s")}");
}
