namespace ArchiveScrub.Quality.Reports;

/// <summary>Text on one line, cut to a length.</summary>
internal static class Excerpt
{
    /// <summary>The first <paramref name="length"/> characters, line breaks and tabs shown.</summary>
    public static string Of(string text, int length)
    {
        var line = text.Replace("\n", "⏎", StringComparison.Ordinal).Replace("\t", "⇥", StringComparison.Ordinal);
        return line.Length <= length ? line : line[..length] + "…";
    }
}
