using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html;

/// <summary>Attributes of the parser's nodes, read as the HTML Standard has them: the first of a name counts.</summary>
internal static class Attributes
{
    /// <summary>How many there are; the collection is not even made for an element without.</summary>
    public static int Count(HtmlNode node) => node.HasAttributes ? node.Attributes.Count : 0;

    /// <summary>The value, references decoded; empty where there is none.</summary>
    public static string Value(HtmlAttribute attribute) => CharacterReferences.Decode(attribute.Value ?? "", inAttribute: true);

    /// <summary>The value of the first attribute of a name; null where there is none.</summary>
    public static string? Value(HtmlNode node, string name)
    {
        for (var i = 0; i < Count(node); i++)
        {
            if (node.Attributes[i] is var attribute && attribute.Name == name)
            {
                return Value(attribute);
            }
        }

        return null;
    }
}
