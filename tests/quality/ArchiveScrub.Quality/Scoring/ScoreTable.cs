using System.Globalization;

namespace ArchiveScrub.Quality.Scoring;

/// <summary>Prints figures by page type, a row a type.</summary>
internal static class ScoreTable
{
    /// <summary>Page types in the order of the corpus's README.</summary>
    public static IReadOnlyList<string> Types { get; } = ["article", "service", "forum", "listing", "product", "collection", "documentation"];

    /// <summary>Writes the table of one format.</summary>
    public static void Write(TextWriter output, string title, IReadOnlyList<PageScore> pages)
    {
        var hasLines = pages.Any(page => page.Lines is not null);
        output.WriteLine($"{title,-26}{"pages",6}{"P",7}{"R",7}{"F1",7}{"with",7}{"leaked",8}" + (hasLines ? $"{"lineF1",8}{"macro",7}{"lineW",7}{"dropR",7}   by verdict: lineF1  macro  lineW  dropR" : ""));
        foreach (var type in Types)
        {
            var some = pages.Where(page => page.Type == type).ToList();
            if (some.Count > 0)
            {
                WriteRow(output, type, Summary.Of(some));
            }
        }

        WriteRow(output, "all", Summary.Of(pages));
    }

    /// <summary>Writes a row for each language, the most frequent first.</summary>
    public static void WriteByLanguage(TextWriter output, IReadOnlyList<PageScore> pages, Func<string, string> languageOf)
    {
        foreach (var language in pages.GroupBy(page => languageOf(page.Id), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            WriteRow(output, language.Key, Summary.Of(language));
        }
    }

    /// <summary>Writes one row.</summary>
    public static void WriteRow(TextWriter output, string name, Summary row)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{name,-26}{row.Pages,6}{row.Precision,7:.000}{row.Recall,7:.000}{row.WordF1,7:.000}{row.WithFound,7:.000}{1 - row.WithoutAbsent,8:.000}");
        if (row.Lines is { } lines)
        {
            line += string.Create(CultureInfo.InvariantCulture, $"{lines.F1,8:.000}{row.LineMacro,7:.000}{lines.WeightedF1,7:.000}{lines.DropRecall,7:.000}");
        }

        if (row.LinesByVerdict is { } decided)
        {
            line += string.Create(CultureInfo.InvariantCulture, $"{"",15}{decided.F1,7:.000}{row.LineMacroByVerdict,7:.000}{decided.WeightedF1,7:.000}{decided.DropRecall,7:.000}");
        }

        output.WriteLine(line);
    }
}
