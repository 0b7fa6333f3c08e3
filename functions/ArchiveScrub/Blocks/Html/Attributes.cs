using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html;

/// <summary>Attributes of the parser's nodes, read as the HTML Standard has them: the first of a name counts.</summary>
internal static class Attributes
{
    /// <summary>The attributes in source order; none is allocated for an element without.</summary>
    public static IEnumerable<HtmlAttribute> Of(HtmlNode node) => node.HasAttributes ? node.Attributes : [];

    /// <summary>The value, references decoded; empty where there is none.</summary>
    public static string Value(HtmlAttribute attribute) => CharacterReferences.Decode(attribute.Value ?? "", inAttribute: true);

    /// <summary>The value of the first attribute of a name; null where there is none.</summary>
    public static string? Value(HtmlNode node, string name)
    {
        foreach (var attribute in Of(node))
        {
            if (attribute.Name == name)
            {
                return Value(attribute);
            }
        }

        return null;
    }
}
