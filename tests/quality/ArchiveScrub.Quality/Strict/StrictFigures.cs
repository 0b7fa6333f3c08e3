namespace ArchiveScrub.Quality.Strict;

/// <summary>The figures of strict gold by name: <c>FORMAT.strict-HALF.FIGURE</c>, such as <c>html.strict-odd.keptPrecision</c>.</summary>
internal static class StrictFigures
{
    /// <summary>What the figures of a format and a half are called before the last dot.</summary>
    public static string NameOf(PageFormat format, StrictHalf half) =>
        (format == PageFormat.Html ? "html" : "text") + ".strict-" + half.ToString().ToLowerInvariant();

    /// <summary>Adds the figures of a run, such as <see cref="StrictSums.Figures"/>.</summary>
    public static void AddTo(IDictionary<string, double> figures, string name, IEnumerable<KeyValuePair<string, double>> run)
    {
        foreach (var (figure, value) in run)
        {
            figures.Add(name + "." + figure, value);
        }
    }
}
