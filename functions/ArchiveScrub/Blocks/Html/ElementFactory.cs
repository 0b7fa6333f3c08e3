namespace ArchiveScrub.Blocks.Html;

/// <summary>Makes the parser-free picture of an element.</summary>
internal static class ElementFactory
{
    /// <summary>The element of a scope whose parent already has one.</summary>
    public static Element Make(string source, Scope scope, int index, int firstBlock)
    {
        string @class = "", id = "", role = "", itemProp = "", ariaLabel = "";
        var attributes = AttributeReader.Of(source, scope.Start);
        while (attributes.Next())
        {
            switch (attributes.Name)
            {
                case "class" when @class.Length == 0:
                    @class = attributes.Value;
                    break;
                case "id" when id.Length == 0:
                    id = attributes.Value;
                    break;
                case "role" when role.Length == 0:
                    role = attributes.Value.Trim().ToLowerInvariant();
                    break;
                case "itemprop" when itemProp.Length == 0:
                    itemProp = attributes.Value;
                    break;
                case "aria-label" when ariaLabel.Length == 0:
                    ariaLabel = attributes.Value;
                    break;
                default:
                    break;
            }
        }

        return new Element
        {
            Index = index,
            Parent = scope.Parent?.Element,
            Tag = scope.Tag,
            Ordinal = scope.Ordinal,
            Depth = scope.Depth - 1,
            Class = @class,
            Id = id,
            Role = role,
            ItemProp = itemProp,
            AriaLabel = ariaLabel,
            Visibility = scope.Visibility,
            BlockStart = firstBlock,
            BlockEnd = firstBlock + 1,
        };
    }
}
