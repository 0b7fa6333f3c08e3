namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>A stretch of a file that a program writes, between two markers; the rest is written by people.</summary>
internal static class MarkedText
{
    private const string Begin = "<!-- measured: begin -->";
    private const string End = "<!-- measured: end -->";

    /// <summary>The text with what stands between the markers replaced.</summary>
    /// <exception cref="InvalidDataException">It has not both markers, in this order.</exception>
    public static string Replace(string text, string content)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? throw new InvalidDataException($"The file has no stretch between {Begin} and {End}.")
            : text[..(begin + Begin.Length)] + "\n" + content.Trim() + "\n" + text[end..];
    }
}
