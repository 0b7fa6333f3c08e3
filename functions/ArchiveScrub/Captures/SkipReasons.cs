namespace ArchiveScrub;

/// <summary>The reasons of <see cref="SkippedEntry"/>. They are part of the public contract: summaries count by them.</summary>
public static class SkipReasons
{
    /// <summary>A record about the capture or the crawl: <c>warcinfo</c>, <c>request</c>, <c>metadata</c>, an ARC file's description.</summary>
    public const string NotContent = "not-content";

    /// <summary>A record that refers to an earlier one with the same content.</summary>
    public const string Revisit = "revisit";

    /// <summary>A segment of a record that was put together; the first one stands for all.</summary>
    public const string Segment = "segment";

    /// <summary>A record of a type that is not known.</summary>
    public const string UnknownType = "unknown-type";

    /// <summary>A response with the status of an error, or any other that is not asked for.</summary>
    public const string Status = "status";

    /// <summary>A redirect.</summary>
    public const string Redirect = "redirect";

    /// <summary>A file of rules for crawlers, <c>robots.txt</c>.</summary>
    public const string Robots = "robots";

    /// <summary>Content of another kind, by what is declared or by its bytes.</summary>
    public const string NotText = "not-text";

    /// <summary>No content, or none but blanks.</summary>
    public const string NoText = "no-text";

    /// <summary>A file inside the capture that is no page and belongs to the container.</summary>
    public const string NotPage = "not-page";
}
