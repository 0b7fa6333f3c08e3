using ArchiveScrub.Blocks;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>The meta elements that carry dates and authors, from <c>meta.tsv</c>.</summary>
internal static class MetaNames
{
    private static readonly (string Field, string Name)[] Names = [.. Tsv.Read("Datelines.meta.tsv").Select(row => (row[0], row[1]))];

    /// <summary>The name and content of every such element of a field, strongest name first.</summary>
    public static IEnumerable<(string Name, string Content)> Of(PageHead head, string field)
    {
        foreach (var (of, name) in Names)
        {
            if (of == field && head.FirstMeta(name) is { } content)
            {
                yield return (name, content);
            }
        }
    }
}
