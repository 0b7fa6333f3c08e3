using ArchiveScrub.Blocks;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>The dates that a page gives to machines: JSON-LD, meta elements, its address.</summary>
internal static class StructuredDates
{
    private const int MaxLength = 80;

    /// <summary>The dates; of each kind of source the first that can be read.</summary>
    public static IEnumerable<DateEvidence> Find(PageHead head, JsonLd jsonLd, string? targetUri)
    {
        foreach (var name in (string[])["datePublished", "dateCreated", "WebPage.datePublished"])
        {
            if (Read(jsonLd.Date(name), TimestampRole.Published, "json-ld", name) is { } published)
            {
                yield return published;
                break;
            }
        }

        foreach (var (name, content) in MetaNames.Of(head, "published"))
        {
            if (Read(content, TimestampRole.Published, "meta", name) is { } meta)
            {
                yield return meta;
                break;
            }
        }

        if ((UrlDate.Find(targetUri) ?? UrlDate.Find(head.CanonicalUri)) is { } url)
        {
            yield return new DateEvidence(url, "url", "path");
        }

        foreach (var name in (string[])["dateModified", "WebPage.dateModified"])
        {
            if (Read(jsonLd.Date(name), TimestampRole.Updated, "json-ld", name) is { } modified)
            {
                yield return modified;
                break;
            }
        }

        foreach (var (name, content) in MetaNames.Of(head, "updated"))
        {
            if (Read(content, TimestampRole.Updated, "meta", name) is { } meta)
            {
                yield return meta;
                break;
            }
        }
    }

    private static DateEvidence? Read(string? text, TimestampRole role, string source, string rule)
    {
        if (text is null || text.Length > MaxLength || TimestampParser.Default.FindAll(text) is not [{ Date: not null } match, ..])
        {
            return null;
        }

        // midnight is what systems write that keep no time of day
        var stated = match with { Role = role };
        return new DateEvidence(stated.Time == TimeOnly.MinValue ? stated with { Time = null, Offset = null, Zone = null } : stated, source, rule);
    }
}
