using ArchiveScrub.Captures.Charsets;

namespace ArchiveScrub.Captures;

/// <summary>
/// Decodes the payload of a page. The order is that of the HTML standard (section 13.2.3): byte order mark, transport,
/// <c>meta</c>; then the XML declaration, the bytes themselves, windows-1252. Unlike a browser, it follows a declaration
/// only where the bytes agree with it; what was not followed is recorded.
/// </summary>
internal static class TextDecoder
{
    private const byte Nul = 0;
    private const byte Escape = 0x1B;

    /// <summary>Decodes a page.</summary>
    public static SourceText Decode(Page page) => Decode(page.Payload, page.Format, page.DeclaredCharset);

    /// <summary>Decodes a payload, whatever its bytes.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="format">Whether they may declare a charset themselves.</param>
    /// <param name="declaredCharset">The label that the transport declared.</param>
    public static SourceText Decode(ReadOnlyMemory<byte> payload, PageFormat format, string? declaredCharset)
    {
        var declarations = CharsetDeclaration.FindAll(payload.Span, format, declaredCharset);
        if (ByteOrderMark.Find(payload.Span) is { Charset: { } marked, Length: var start })
        {
            var contradicted = declarations.Find(declaration => !declaration.Allows(marked));
            return CharsetDecoders.Decode(payload, start, new Charset(marked, CharsetSource.Bom, 1, 0, contradicted?.Label));
        }

        // Nearly every page: it says UTF-8, and is.
        if (declarations is [{ Charset: "utf-8" } first, ..])
        {
            var text = CharsetDecoders.Decode(payload, 0, new Charset("utf-8", first.Source, 1, 0));
            if (text.Charset.Replacements == 0 && payload.Span.IndexOfAny(Nul, Escape) < 0)
            {
                return text;
            }
        }

        return CharsetDecoders.Decode(payload, 0, new CharsetChoice(payload.Span, format).Choose(declarations));
    }
}
