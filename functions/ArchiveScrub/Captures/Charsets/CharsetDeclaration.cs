namespace ArchiveScrub.Captures.Charsets;

/// <summary>A charset that was declared for a page.</summary>
/// <param name="Label">What was declared, verbatim.</param>
/// <param name="Source">Where.</param>
internal sealed record CharsetDeclaration(string Label, CharsetSource Source)
{
    /// <summary>The charset that it asks for; null where the label is unknown or refused. What could be read as ASCII cannot be UTF-16.</summary>
    public string? Charset { get; } = (CharsetLabels.Find(Label), Source) switch
    {
        ("utf-16le" or "utf-16be", CharsetSource.Meta or CharsetSource.Xml) => "utf-8",
        ("x-user-defined", CharsetSource.Meta) => "windows-1252",
        (var name, _) => name,
    };

    /// <summary>Every declaration of a page, the strongest first.</summary>
    public static List<CharsetDeclaration> FindAll(ReadOnlySpan<byte> payload, PageFormat format, string? transport)
    {
        var found = new List<CharsetDeclaration>(3);
        if (!string.IsNullOrWhiteSpace(transport))
        {
            found.Add(new CharsetDeclaration(transport, CharsetSource.Http));
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

    /// <summary>Whether a charset that was found otherwise is what this asks for. Any "UTF-16" is either byte order.</summary>
    public bool Allows(string charset) =>
        Charset == charset || (IsUtf16(charset) && CharsetLabels.Find(Label) is { } named && IsUtf16(named));

    private static bool IsUtf16(string name) => name is "utf-16le" or "utf-16be";
}
