using ArchiveScrub.Text;
using HtmlAgilityPack;

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
    public void ReadRoot(HtmlNode node) =>
        _language ??= Attributes.Value(node, "lang") ?? Attributes.Value(node, "xml:lang");

    /// <summary>A metadata element, by its tag name.</summary>
    public void Read(HtmlNode node, string tag)
    {
        switch (tag)
        {
            case "title" when _title is null:
                var title = new BlockText().Of(CharacterReferences.Decode(Content(node), inAttribute: false));
                _title = title.Length > 0 ? title : null;
                break;
            case "meta":
                ReadMeta(node);
                break;
            case "link" when _canonical is null && IsCanonical(Attributes.Value(node, "rel")):
                _canonical = Attributes.Value(node, "href");
                break;
            case "script" when IsJsonLd(Attributes.Value(node, "type")):
                _jsonLd.Add(Content(node));
                break;
            default:
                break;
        }
    }

    private void ReadMeta(HtmlNode node)
    {
        string? name = null, property = null, httpEquiv = null, itemProp = null, content = null;
        for (var i = 0; i < Attributes.Count(node); i++)
        {
            var attribute = node.Attributes[i];
            switch (attribute.Name)
            {
                case "name":
                    name ??= Attributes.Value(attribute);
                    break;
                case "property":
                    property ??= Attributes.Value(attribute);
                    break;
                case "http-equiv":
                    httpEquiv ??= Attributes.Value(attribute);
                    break;
                case "itemprop":
                    itemProp ??= Attributes.Value(attribute);
                    break;
                case "content":
                    content ??= Attributes.Value(attribute);
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

    /// <summary>The one text leaf of a raw text element, as it stands in the source.</summary>
    private string Content(HtmlNode node) =>
        node.FirstChild is { } text ? source.Substring(text.OuterStartIndex, text.OriginalOuterLength) : "";
}
