using ArchiveScrub.Text;

namespace ArchiveScrub.Blocks.Html;

/// <summary>Collects what a page says of itself, wherever in the page it stands.</summary>
internal sealed class HeadReader(string source)
{
    private readonly List<KeyValuePair<string, string>> _meta = [];
    private readonly List<string> _jsonLd = [];
    private string? _title;
    private string? _language;
    private string? _canonical;

    /// <summary>All that was found.</summary>
    public PageHead Head => new()
    {
        Title = _title,
        Language = _language,
        CanonicalUri = _canonical,
        Meta = _meta,
        JsonLd = _jsonLd,
    };

    /// <summary>The root element.</summary>
    public void ReadRoot(in HtmlOutline.Part root) =>
        _language ??= Attribute(root, "lang") ?? Attribute(root, "xml:lang");

    /// <summary>A metadata element.</summary>
    public void Read(in HtmlOutline.Part element)
    {
        switch (element.Tag!.Name)
        {
            case "title" when _title is null:
                var title = new BlockText().Of(CharacterReferences.Decode(Content(element), inAttribute: false));
                _title = title.Length > 0 ? title : null;
                break;
            case "meta":
                ReadMeta(element);
                break;
            case "link" when _canonical is null && IsCanonical(Attribute(element, "rel")):
                _canonical = Attribute(element, "href");
                break;
            case "script" when IsJsonLd(Attribute(element, "type")):
                _jsonLd.Add(Content(element).ToString());
                break;
            default:
                break;
        }
    }

    private void ReadMeta(in HtmlOutline.Part element)
    {
        string? name = null, property = null, httpEquiv = null, itemProp = null, content = null;
        var attributes = AttributeReader.Of(source, element.Range.Start);
        while (attributes.Next())
        {
            switch (attributes.Name)
            {
                case "name":
                    name ??= attributes.Value;
                    break;
                case "property":
                    property ??= attributes.Value;
                    break;
                case "http-equiv":
                    httpEquiv ??= attributes.Value;
                    break;
                case "itemprop":
                    itemProp ??= attributes.Value;
                    break;
                case "content":
                    content ??= attributes.Value;
                    break;
                default:
                    break;
            }
        }

        if (content is not null && (name ?? property ?? httpEquiv ?? itemProp) is { } key)
        {
            _meta.Add(new(key.Trim().ToLowerInvariant(), content));
        }
    }

    private static bool IsCanonical(string? rel)
    {
        foreach (var part in rel.AsSpan().Split(' '))
        {
            if (rel.AsSpan()[part].Equals("canonical", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJsonLd(ReadOnlySpan<char> type)
    {
        var semicolon = type.IndexOf(';');
        return (semicolon < 0 ? type : type[..semicolon]).Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase);
    }

    private string? Attribute(in HtmlOutline.Part element, string name) => AttributeReader.Find(source, element.Range.Start, name);

    /// <summary>The text of a raw text element, as it stands in the source.</summary>
    private ReadOnlySpan<char> Content(in HtmlOutline.Part element) => source.AsSpan(element.Content.Start, element.Content.Length);
}
