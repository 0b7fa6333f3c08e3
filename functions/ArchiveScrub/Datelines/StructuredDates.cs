using ArchiveScrub.Blocks;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>The dates that a page gives to machines: JSON-LD, meta elements, its address.</summary>
internal static class StructuredDates
{
    private const int MaxLength = 80;

    /// <summary>The dates, strongest source first.</summary>
    public static IEnumerable<DateEvidence> Find(PageHead head, JsonLd jsonLd, string? targetUri)
    {
        if (Read(jsonLd.Published, TimestampRole.Published, "json-ld", "datePublished", 0.85) is { } published)
        {
            yield return published;
        }

        foreach (var (name, content) in MetaNames.Of(head, "published"))
        {
            if (Read(content, TimestampRole.Published, "meta", name, 0.8) is { } meta)
            {
                yield return meta;
                break;
            }
        }

        if ((UrlDate.Find(targetUri) ?? UrlDate.Find(head.CanonicalUri)) is { } url)
        {
            yield return new DateEvidence(url, "url", "path", 0.7);
        }

        if (Read(jsonLd.Modified, TimestampRole.Updated, "json-ld", "dateModified", 0.6) is { } modified)
        {
            yield return modified;
        }

        foreach (var (name, content) in MetaNames.Of(head, "updated"))
        {
            if (Read(content, TimestampRole.Updated, "meta", name, 0.5) is { } meta)
            {
                yield return meta;
                break;
            }
        }
    }

    private static DateEvidence? Read(string? text, TimestampRole role, string source, string rule, double weight)
    {
        if (text is null || text.Length > MaxLength || TimestampParser.Default.FindAll(text) is not [{ Date: not null } match, ..])
        {
            return null;
        }

        // midnight is what systems write that keep no time of day
        var stated = match with { Role = role };
        return new DateEvidence(stated.Time == TimeOnly.MinValue ? stated with { Time = null, Offset = null, Zone = null } : stated, source, rule, weight);
    }
}
