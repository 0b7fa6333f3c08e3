using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Scoring;

/// <summary>The figures of a set of pages of one format. Means are over pages that are scored.</summary>
internal sealed record Summary
{
    /// <summary>Pages that are scored.</summary>
    public required int Pages { get; init; }

    /// <summary>Mean precision.</summary>
    public required double Precision { get; init; }

    /// <summary>Mean recall.</summary>
    public required double Recall { get; init; }

    /// <summary>Mean word F1.</summary>
    public required double WordF1 { get; init; }

    /// <summary>Snippets of all pages together.</summary>
    public required SnippetScore Snippets { get; init; }

    /// <summary>Lines of all pages together, mapped back from the output; null for HTML.</summary>
    public LineTally? Lines { get; init; }

    /// <summary>Mean of the pages' line F1.</summary>
    public double LineMacro { get; init; }

    /// <summary>The same as <see cref="Lines"/>, by the places of the kept blocks.</summary>
    public LineTally? LinesByVerdict { get; init; }

    /// <summary>Mean of the pages' line F1 by the places of the kept blocks.</summary>
    public double LineMacroByVerdict { get; init; }

    /// <summary>Share of the wanted snippets that were found.</summary>
    public double WithFound => Share(Snippets.Found, Snippets.Wanted);

    /// <summary>Share of the forbidden snippets that were not found.</summary>
    public double WithoutAbsent => 1 - Share(Snippets.Leaked, Snippets.Forbidden, 0);

    /// <summary>Sums the pages up. Sums run in the order given, so the result is the same to the last bit.</summary>
    public static Summary Of(IEnumerable<PageScore> pages)
    {
        var all = pages.Where(page => page.IsScored).ToList();
        return new Summary
        {
            Pages = all.Count,
            Precision = Mean(all, page => page.Words.Precision),
            Recall = Mean(all, page => page.Words.Recall),
            WordF1 = Mean(all, page => page.Words.F1),
            Snippets = all.Aggregate(default(SnippetScore), (sum, page) => sum + page.Snippets),
            Lines = Sum(all, page => page.Lines),
            LineMacro = Mean(all, page => page.Lines?.F1 ?? 0),
            LinesByVerdict = Sum(all, page => page.LinesByVerdict),
            LineMacroByVerdict = Mean(all, page => page.LinesByVerdict?.F1 ?? 0),
        };
    }

    private static LineTally? Sum(List<PageScore> pages, Func<PageScore, LineTally?> of) =>
        pages.Any(page => of(page) is not null) ? pages.Aggregate(default(LineTally), (sum, page) => sum + (of(page) ?? default)) : null;

    private static double Mean(List<PageScore> pages, Func<PageScore, double> of) => pages.Count == 0 ? 0 : pages.Sum(of) / pages.Count;

    private static double Share(int part, int whole, double ofNothing = 1) => whole == 0 ? ofNothing : (double)part / whole;
}
