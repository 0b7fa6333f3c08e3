namespace ArchiveScrub.Captures;

/// <summary>Which media types pages have: HTML, XHTML and plain text, and types that say nothing.</summary>
internal static class PageTypes
{
    /// <summary>Whether content of a declared type, that reads as a format, is a page.</summary>
    /// <param name="declared">The media type, lower case, without parameters; null where none is declared.</param>
    /// <param name="format">What the content looks like.</param>
    public static bool MayBePage(string? declared, PageFormat format) => MayBePage(declared) && (format == PageFormat.Html || !IsVague(declared));

    /// <summary>Whether content of a declared type needs a look: false where nobody would call it a page.</summary>
    public static bool MayBePage(string? declared) => declared switch
    {
        null or "" => true,
        "text/html" or "application/xhtml+xml" or "text/plain" or "text/markdown" or "application/vnd.wap.xhtml+xml" => true,
        "application/xml" or "text/xml" => true,
        _ => IsVague(declared),
    };

    /// <summary>A type that says nothing: then only HTML is a page, as any code or data is text of some kind.</summary>
    private static bool IsVague(string? declared) =>
        declared is null or "" or "application/octet-stream" or "binary/octet-stream" or "application/unknown" or "unknown/unknown" or "unk" or "no-type" or "content/unknown" or "*/*" or "text" or "html" or "application/xml" or "text/xml"
        || !declared.Contains('/', StringComparison.Ordinal);
}
