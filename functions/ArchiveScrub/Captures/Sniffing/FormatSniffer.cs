namespace ArchiveScrub.Captures.Sniffing;

/// <summary>
/// Tells HTML from plain text: by content first, then by name, then by declared media type. It follows the MIME
/// Sniffing standard (section 7.1) in what begins a document, but looks further: past junk before the document, and at
/// how much of a file is markup, so that a text that shows a little markup stays a text.
/// </summary>
internal static class FormatSniffer
{
    private const int SampleSize = 16 * 1024;
    private const int TailSize = 4096;

    // Junk before a document: response headers, a script's warnings, a stray mark. A text about HTML has more to say.
    private const int MostJunk = 1024;
    private const int MostJunkInTextFile = 16;

    public static PageFormat Sniff(ReadOnlySpan<byte> payload, string name, string? mediaType)
    {
        var head = AsciiShadow.Of(payload, SampleSize);
        var scan = MarkupScan.Of(head);
        var hint = ByName(name) ?? ByMediaType(mediaType);
        if (IsDocument(scan, hint) || IsFragment(scan, whole: head.Length < SampleSize))
        {
            return PageFormat.Html;
        }

        var junk = hint == PageFormat.Text ? MostJunkInTextFile : MostJunk;
        if (scan.DocumentAt >= 0 && scan.TextBefore <= junk && scan.Tags >= 4 && EndsAsDocument(payload))
        {
            return PageFormat.Html;
        }

        var isDense = scan.Tags >= 3 && scan.TextBytes <= scan.Tags * 200 && (scan.TextBefore == 0 || scan.EndsWithTag);
        return hint ?? (isDense ? PageFormat.Html : PageFormat.Text);
    }

    /// <summary>Whether the first thing, white space and comments aside, is the start of an HTML document.</summary>
    public static bool StartsAsDocument(ReadOnlySpan<byte> head) =>
        IsDocument(MarkupScan.Of(AsciiShadow.Of(head, SampleSize)), PageFormat.Html);

    private static bool IsDocument(MarkupScan scan, PageFormat? hint) =>
        scan.DocumentAt >= 0 && scan.TextBefore == 0 && (scan.IsDoctype || scan.Tags >= 2 || hint == PageFormat.Html);

    /// <summary>Markup from its first to its last byte, without a document around it.</summary>
    private static bool IsFragment(MarkupScan scan, bool whole) =>
        scan.TextBefore == 0 && scan.Tags >= 2 && ((whole && scan.EndsWithTag) || scan.TextBytes <= scan.Tags * 400);

    private static bool EndsAsDocument(ReadOnlySpan<byte> payload)
    {
        var start = Math.Max(payload.Length - TailSize, 0) & ~3; // on the boundary of a code unit of any form
        var tail = AsciiShadow.Of(payload[start..], TailSize, AsciiShadow.FormOf(payload));
        var end = Math.Max(LastIndexOf(tail, "</html"), LastIndexOf(tail, "</body"));
        return end >= 0 && MarkupScan.Of(tail[end..]).TextBytes <= MostJunkInTextFile;
    }

    private static int LastIndexOf(ReadOnlySpan<byte> bytes, string lowerCaseMark)
    {
        Span<byte> upper = stackalloc byte[lowerCaseMark.Length];
        Span<byte> lower = stackalloc byte[lowerCaseMark.Length];
        for (var i = 0; i < lowerCaseMark.Length; i++)
        {
            lower[i] = (byte)lowerCaseMark[i];
            upper[i] = (byte)char.ToUpperInvariant(lowerCaseMark[i]);
        }

        return Math.Max(bytes.LastIndexOf(lower), bytes.LastIndexOf(upper));
    }

    private static PageFormat? ByName(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0)
        {
            return null;
        }

        var extension = name.AsSpan(dot + 1);
        var end = 0;
        while (end < extension.Length && char.IsAsciiLetterOrDigit(extension[end]))
        {
            end++;
        }

        Span<char> lower = stackalloc char[8];
        return extension[..end].ToLowerInvariant(lower) switch
        {
            < 1 => null,
            var length => lower[..length] switch
            {
                "html" or "htm" or "xhtml" or "xht" or "shtml" or "mht" or "php" or "asp" or "aspx" or "jsp" => PageFormat.Html,
                "txt" or "text" or "md" or "log" => PageFormat.Text,
                _ => null,
            },
        };
    }

    private static PageFormat? ByMediaType(string? mediaType) => mediaType switch
    {
        "text/html" or "application/xhtml+xml" => PageFormat.Html,
        "text/plain" or "text/markdown" => PageFormat.Text,
        _ => null,
    };
}
