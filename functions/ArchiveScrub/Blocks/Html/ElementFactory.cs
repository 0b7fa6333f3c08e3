namespace ArchiveScrub.Blocks.Html;

/// <summary>Makes the parser-free picture of an element.</summary>
internal static class ElementFactory
{
    /// <summary>The element of a scope whose parent already has one.</summary>
    public static Element Make(Scope scope, int index, int firstBlock)
    {
        string @class = "", id = "", role = "", itemProp = "", ariaLabel = "";
        for (var i = 0; i < Attributes.Count(scope.Node!); i++)
        {
            var attribute = scope.Node!.Attributes[i];
            switch (attribute.Name)
            {
                case "class" when @class.Length == 0:
                    @class = Attributes.Value(attribute);
                    break;
                case "id" when id.Length == 0:
                    id = Attributes.Value(attribute);
                    break;
                case "role" when role.Length == 0:
                    role = Attributes.Value(attribute).Trim().ToLowerInvariant();
                    break;
                case "itemprop" when itemProp.Length == 0:
                    itemProp = Attributes.Value(attribute);
                    break;
                case "aria-label" when ariaLabel.Length == 0:
                    ariaLabel = Attributes.Value(attribute);
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
