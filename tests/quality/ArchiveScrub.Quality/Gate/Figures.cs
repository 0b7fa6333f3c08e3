using ArchiveScrub.Quality.Scoring;

namespace ArchiveScrub.Quality.Gate;

/// <summary>The figures of a run that have floors, by name: <c>FORMAT.TYPE.FIGURE</c>.</summary>
internal static class Figures
{
    /// <summary>Computes them. All are better when higher.</summary>
    /// <param name="pages">The pages of the run.</param>
    /// <param name="byType">Whether page types get figures of their own: not where a type has so few pages that one of them sways the mean.</param>
    public static SortedDictionary<string, double> Of(IReadOnlyList<PageScore> pages, bool byType = true)
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var format in pages.GroupBy(page => page.Format))
        {
            var name = format.Key == PageFormat.Html ? "html" : "text";
            foreach (var type in format.GroupBy(page => page.Type, StringComparer.Ordinal).Where(_ => byType))
            {
                figures.Add($"{name}.{type.Key}.wordF1", Summary.Of(type).WordF1);
            }

            var all = Summary.Of(format);
            figures.Add($"{name}.all.wordF1", all.WordF1);
            figures.Add($"{name}.all.with", all.WithFound);
            figures.Add($"{name}.all.withoutAbsent", all.WithoutAbsent);
            figures.Add($"{name}.all.unfailed", format.Count(page => page.Error is null) / (double)format.Count());
            if (all.Lines is { } lines)
            {
                figures.Add($"{name}.all.lineF1", lines.F1);
                figures.Add($"{name}.all.lineMacro", all.LineMacro);
                figures.Add($"{name}.all.lineWeightedF1", lines.WeightedF1);
                figures.Add($"{name}.all.dropRecall", lines.DropRecall);
            }
        }

        return figures;
    }
}
