namespace ArchiveScrub.Quality.Strict;

/// <summary>The figures of strict gold by name: <c>FORMAT.strict-HALF.FIGURE</c>, such as <c>html.strict-odd.keptPrecision</c>.</summary>
internal static class StrictFigures
{
    /// <summary>What the figures of a format and a half are called before the last dot.</summary>
    public static string NameOf(PageFormat format, StrictHalf half) =>
        (format == PageFormat.Html ? "html" : "text") + ".strict-" + half.ToString().ToLowerInvariant();

    /// <summary>Adds the figures of a run.</summary>
    public static void AddTo(IDictionary<string, double> figures, string name, StrictSums sums)
    {
        foreach (var (figure, value) in sums.Figures())
        {
            figures.Add(name + "." + figure, value);
        }
    }
}
