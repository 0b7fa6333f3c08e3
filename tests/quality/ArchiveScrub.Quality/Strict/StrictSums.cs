using System.Globalization;

namespace ArchiveScrub.Quality.Strict;

/// <summary>What strict gold says of a run over one half in one format.</summary>
/// <param name="Pages">How many pages.</param>
/// <param name="Tally">Their decisions, added up.</param>
/// <param name="MeanPrecision">Mean of the pages' precision of the kept text.</param>
/// <param name="MeanRecall">Mean of the pages' recall of the kept text.</param>
internal sealed record StrictSums(int Pages, StrictTally Tally, double MeanPrecision, double MeanRecall)
{
    /// <summary>A kind with fewer lines in the half has no figure of its own.</summary>
    private const int MinLines = 20;

    /// <summary>The figures by name, to be put behind <c>html.strict-odd.</c> or the like. All are better when higher.</summary>
    public IEnumerable<KeyValuePair<string, double>> Figures() =>
    [
        .. Totals(),
        .. Kinds.All.Where(kind => !kind.IsKept() && Tally.Kinds[(int)kind].Lines >= MinLines)
            .Select(kind => KeyValuePair.Create(kind.Name() + ".found", Tally.Kinds[(int)kind].Recall)),
    ];

    /// <summary>Those of them that have floors: single kinds have too few lines in a half.</summary>
    public IEnumerable<KeyValuePair<string, double>> Totals() =>
    [
        new("keptPrecision", Tally.Precision),
        new("keptRecall", Tally.Recall),
        new("removed.found", Tally.Removed.Recall),
    ];

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter output, string title)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: {Pages} pages; kept text: precision {Tally.Precision:.0000}, recall {Tally.Recall:.0000} (means of pages {MeanPrecision:.0000}, {MeanRecall:.0000}); words kept {Tally.Kept}, lost {Tally.Lost}, leaked {Tally.Leaked}, unplaced {Tally.Unplaced}"));
        output.WriteLine($"{"removed kind",-18}{"lines",7}{"found",7}{"recall",8}{"named",7}{"said",7}{"precision",11}");
        foreach (var kind in Kinds.All.Where(kind => !kind.IsKept() && Tally.Kinds[(int)kind] is not { Lines: 0, Said: 0 }))
        {
            Row(output, kind.Name(), Tally.Kinds[(int)kind]);
        }

        Row(output, "all", Tally.Removed);
    }

    private static void Row(TextWriter output, string name, KindTally row) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-18}{row.Lines,7}{row.Found,7}{row.Recall,8:.000}{row.NamedShare,7:.000}{row.Said,7}{row.Precision,11:.000}"));
}
