namespace ArchiveScrub.Provenance.Report;

/// <summary>What the report of many pages keeps of one: little, as there may be many.</summary>
/// <param name="Name">Name of its results.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Words">Words of its linear text.</param>
/// <param name="Kept">Share of its linear text that was kept, 0 to 1, in code points.</param>
/// <param name="Removed">Share of its linear text by removed kind.</param>
/// <param name="Confidence">Overall confidence.</param>
/// <param name="Flags">Flags and warnings.</param>
/// <param name="Link">Where its own report stands, relative to this one.</param>
internal sealed record PageSummary(string Name, string? Title, int Words, double Kept, IReadOnlyDictionary<string, double> Removed, double Confidence, IReadOnlyList<string> Flags, string? Link)
{
    /// <summary>Share that was removed.</summary>
    public double RemovedShare => Removed.Values.Sum();

    /// <summary>The summary of a manifest.</summary>
    public static PageSummary Of(string name, Manifest manifest, string? link)
    {
        double all = Math.Max(1, manifest.Blocks.Sum(static b => (long)b.Linear.Length));
        var removed = manifest.Result.Removed.ToDictionary(static k => k.Key, k => k.Value.CodePoints / all, StringComparer.Ordinal);
        return new PageSummary(name, manifest.Result.Title, manifest.Result.Linear.Words, 1 - removed.Values.Sum(), removed, manifest.Quality.Confidence, [.. manifest.Quality.Flags, .. manifest.Quality.Warnings], link);
    }
}
