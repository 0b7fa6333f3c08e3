using System.Collections.Frozen;

namespace ArchiveScrub.Captures.Zip;

/// <summary>Files that are text of a kind, and yet no pages: what a folder of saved pages holds beside them.</summary>
internal static class DataFiles
{
    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "css", "js", "mjs", "map", "json", "jsonl", "ndjson", "webmanifest", "xml", "xsl", "rss", "atom", "svg", "csv", "tsv",
            "yaml", "yml", "ini", "cdx", "cdxj", "vtt", "srt", "ics", "vcf", "sha1", "sha256", "md5",
        ]);

    /// <summary>Whether a file's name says that it holds data, not something to read.</summary>
    public static bool IsData(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot >= 0 && Extensions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.AsSpan(dot + 1));
    }
}
