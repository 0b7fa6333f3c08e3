using ArchiveScrub.Captures.Charsets;

namespace ArchiveScrub.Captures;

/// <summary>
/// Decodes the payload of a page. The order is that of the HTML standard (section 13.2.3): byte order mark, transport,
/// <c>meta</c>; then the XML declaration, the bytes themselves, windows-1252. What is declared is followed only
/// where the bytes agree with it; what was not followed is recorded.
/// </summary>
internal static class TextDecoder
{
    public const string DefaultCharset = "windows-1252";

    /// <summary>Decodes a page.</summary>
    public static SourceText Decode(Page page) => Decode(page.Payload, page.Format, page.DeclaredCharset);

    /// <summary>Decodes a payload, whatever its bytes.</summary>
    public static SourceText Decode(ReadOnlyMemory<byte> payload, PageFormat format, string? declaredCharset)
    {
        var mark = ByteOrderMark.Find(payload.Span);
        var declarations = FindDeclarations(payload.Span, format, declaredCharset);
        if (mark.Charset is { } marked)
        {
            var contradicted = declarations.Find(d => Resolve(d) != marked && !(marked.StartsWith("utf-", StringComparison.Ordinal) && IsWide(d)));
            return CharsetDecoders.Decode(payload, mark.Length, new Charset(marked, CharsetSource.Bom, 1, 0, contradicted?.Label));
        }

        foreach (var declaration in declarations)
        {
            if (Resolve(declaration) is { } name)
            {
                return CharsetDecoders.Decode(payload, 0, new Charset(name, declaration.Source, 1, 0));
            }
        }

        var fallback = System.Text.Unicode.Utf8.IsValid(payload.Span) ? "utf-8" : DefaultCharset;
        return CharsetDecoders.Decode(payload, 0, new Charset(fallback, CharsetSource.Detected, 0.9, 0, declarations.FirstOrDefault()?.Label));
    }

    private static List<CharsetDeclaration> FindDeclarations(ReadOnlySpan<byte> payload, PageFormat format, string? declaredCharset)
    {
        var found = new List<CharsetDeclaration>(3);
        if (!string.IsNullOrWhiteSpace(declaredCharset))
        {
            found.Add(new CharsetDeclaration(declaredCharset, CharsetSource.Http));
        }

        if (format == PageFormat.Html)
        {
            if (MetaPrescan.Find(payload) is { } meta)
            {
                found.Add(new CharsetDeclaration(meta, CharsetSource.Meta));
            }

            if (XmlDeclaration.Find(payload) is { } xml)
            {
                found.Add(new CharsetDeclaration(xml, CharsetSource.Xml));
            }
        }

        return found;
    }

    private static bool IsWide(CharsetDeclaration declaration) =>
        CharsetLabels.Find(declaration.Label)?.StartsWith("utf-16", StringComparison.Ordinal) == true;

    /// <summary>The charset that a declaration asks for. One that could be read as ASCII cannot be UTF-16.</summary>
    private static string? Resolve(CharsetDeclaration declaration) => (CharsetLabels.Find(declaration.Label), declaration.Source) switch
    {
        ("utf-16le" or "utf-16be", CharsetSource.Meta or CharsetSource.Xml) => "utf-8",
        ("x-user-defined", CharsetSource.Meta) => "windows-1252",
        (var name, _) => name,
    };
}
