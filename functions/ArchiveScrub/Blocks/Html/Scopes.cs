using System.Globalization;
using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html;

/// <summary>Makes the scope of an element from the one around it: what HTML says of its text.</summary>
internal static class Scopes
{
    /// <summary>The scope of an element: what it inherits, what its tag makes of it, and what its attributes do.</summary>
    public static Scope Enter(string source, Scope parent, HtmlNode? node, in HtmlOutline.Part part, int ordinal, int children)
    {
        var tag = part.Tag;
        var name = tag?.Name ?? node!.Name;
        var scope = new Scope
        {
            Parent = parent,
            Node = node,
            Start = part.Range.Start,
            Known = tag,
            Tag = name,
            Ordinal = ordinal,
            Children = children,
            Depth = parent.Depth + 1,
            Visibility = parent.Visibility,
            IsBox = !HtmlTags.IsInline(tag, name),
            Form = parent.Form,
            HeadingLevel = parent.HeadingLevel,
            ListDepth = parent.ListDepth,
            Item = parent.Item,
            Link = parent.Link,
            IsBold = parent.IsBold,
            IsPreformatted = parent.IsPreformatted,
            IsRow = parent.IsRow,
            IsControl = parent.IsControl,
            DateTime = parent.DateTime,
        };
        ApplyRole(scope, tag);
        ApplyAttributes(scope, source);
        return scope;
    }

    /// <summary>What the tag makes of its text; also used where there is no tree.</summary>
    public static void ApplyRole(Scope scope, HtmlTag? tag)
    {
        if (scope.IsPreformatted)
        {
            scope.Link = tag?.Role == TagRole.Link ? scope : scope.Link;
            return; // one block a pre, whatever is in it
        }

        switch (tag?.Role ?? TagRole.None)
        {
            case TagRole.None:
                if (scope.IsBox && scope.Form == BlockForm.Paragraph)
                {
                    scope.Form = BlockForm.Line; // a box ends a paragraph, though the parser may keep it open
                }

                break;
            case TagRole.Cell when scope.IsRow:
                break;
            case TagRole.Context or TagRole.Cell or TagRole.Row:
                scope.Form = KeepQuote(scope, BlockForm.Line);
                break;
            case TagRole.List:
                scope.Form = KeepQuote(scope, BlockForm.Line);
                scope.ListDepth++;
                break;
            case TagRole.Item:
                scope.Form = BlockForm.ListItem;
                scope.Item = new ListItem { Depth = Math.Max(1, scope.ListDepth), Visibility = scope.Visibility };
                break;
            case TagRole.Heading:
                scope.Form = BlockForm.Heading;
                scope.HeadingLevel = tag!.Level;
                break;
            case TagRole.Paragraph:
                scope.Form = scope.Form is BlockForm.Line or BlockForm.ListItem ? BlockForm.Paragraph : scope.Form;
                break;
            case TagRole.Quote:
                scope.Form = BlockForm.Quote;
                break;
            case TagRole.Caption:
                scope.Form = BlockForm.Caption;
                break;
            case TagRole.Preformatted:
                scope.Form = BlockForm.Code;
                scope.IsPreformatted = true;
                break;
            case TagRole.Bold:
                scope.IsBold = true;
                break;
            default:
                break; // links, times, line breaks: their attributes or their place decide
        }
    }

    private static BlockForm KeepQuote(Scope scope, BlockForm form) => scope.Form == BlockForm.Quote ? BlockForm.Quote : form;

    private static void ApplyAttributes(Scope scope, string source)
    {
        if (scope.Tag is "noscript" or "noframes")
        {
            Hide(scope, BlockVisibility.Noscript);
        }

        var isOpen = false;
        var isShadowRoot = false;
        var isHeading = false;
        var level = 2; // ARIA's default
        var attributes = AttributeReader.Of(source, scope.Start);
        while (attributes.Next())
        {
            switch (attributes.Name)
            {
                case "hidden" when !attributes.Value.Equals("until-found", StringComparison.OrdinalIgnoreCase):
                case "style" when InlineStyle.Hides(attributes.RawValue):
                case "popover":
                    Hide(scope, BlockVisibility.Hidden);
                    break;
                case "aria-hidden" when attributes.Value.Equals("true", StringComparison.OrdinalIgnoreCase):
                    Hide(scope, BlockVisibility.Hidden);
                    scope.LeavesGap = true;
                    break;
                case "href" when scope.Tag == "a":
                    scope.Link = scope;
                    break;
                case "datetime" when scope.Tag == "time" && attributes.Value is { Length: > 0 } date:
                    scope.DateTime = date;
                    break;
                case "open":
                    isOpen = true;
                    break;
                case "shadowrootmode":
                    isShadowRoot = true;
                    break;
                case "role":
                    var role = attributes.Value.AsSpan().Trim();
                    isHeading = role.Equals("heading", StringComparison.OrdinalIgnoreCase);
                    scope.IsButton = role.Equals("button", StringComparison.OrdinalIgnoreCase);
                    break;
                case "aria-level" when int.TryParse(attributes.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var stated):
                    level = Math.Clamp(stated, 1, 6);
                    break;
                default:
                    break;
            }
        }

        if (isHeading && !scope.IsPreformatted)
        {
            scope.Form = BlockForm.Heading;
            scope.HeadingLevel = level;
            scope.IsBox = true;
        }

        if (scope.Tag == "template" && !isShadowRoot)
        {
            Hide(scope, BlockVisibility.Template);
        }
        else if (scope.Tag == "dialog" && !isOpen)
        {
            Hide(scope, BlockVisibility.Hidden);
        }

        if (scope.Item is { } item && scope.Item != scope.Parent!.Item && item.Visibility != scope.Visibility)
        {
            scope.Item = new ListItem { Depth = item.Depth, Visibility = scope.Visibility };
        }
    }

    /// <summary>The outermost reason holds. Pages that hide <c>body</c> until a script has run are shown.</summary>
    private static void Hide(Scope scope, BlockVisibility visibility)
    {
        if (scope.Visibility == BlockVisibility.Shown && scope.Tag is not ("html" or "body"))
        {
            scope.Visibility = visibility;
        }
    }
}
