namespace ArchiveScrub.Timestamps;

/// <summary>Reads the tables that are embedded beside the code: tab-separated, UTF-8, <c>#</c> begins a line of remarks.</summary>
internal static class Tsv
{
    /// <summary>The rows of an embedded table.</summary>
    /// <param name="name">Folder and file: <c>Timestamps.lexicon.tsv</c>.</param>
    public static IEnumerable<string[]> Read(string name)
    {
        var stream = typeof(Tsv).Assembly.GetManifestResourceStream("ArchiveScrub." + name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
