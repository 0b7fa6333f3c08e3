using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ArchiveScrub.Blocks.Html;

namespace ArchiveScrub.Quality.Parsers;

/// <summary>
/// The text of a page by AngleSharp, which builds the tree as the HTML Standard says (scripts off). What is text, and
/// where words part, is what the segmenter has: the trees are compared, not the rules.
/// </summary>
internal sealed class SpecificationText
{
    private static readonly HtmlParserOptions Options = new() { IsScripting = false };

    private readonly StringBuilder _text = new();
    private bool _isAfterLink;

    /// <summary>The text of the page, blanks where words part.</summary>
    public static string Of(string html)
    {
        var text = new SpecificationText();
        text.Walk(new HtmlParser(Options).ParseDocument(html).DocumentElement);
        return text._text.ToString();
    }

    private void Walk(INode root)
    {
        var node = root;
        while (true)
        {
            if (Enter(node) is { } inner)
            {
                node = inner;
                continue;
            }

            Leave(node);
            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                Leave(node);
            }

            if (node == root)
            {
                return;
            }

            node = node.NextSibling!;
        }
    }

    private INode? Enter(INode node)
    {
        if (node is IText leaf)
        {
            _text.Append(leaf.Data);
            _isAfterLink = false;
            return null;
        }

        if (node is not IElement element)
        {
            return node.FirstChild; // of a template; comments have none
        }

        var tag = HtmlTags.Find(element.LocalName);
        var traits = tag?.Traits ?? TagTraits.None;
        if (traits.HasFlag(TagTraits.Skipped) || tag?.Role == TagRole.LineBreak)
        {
            _text.Append(traits.HasFlag(TagTraits.Replaced) || tag?.Role == TagRole.LineBreak ? " " : "");
            return null;
        }

        _text.Append(Parts(element, tag) || (_isAfterLink && tag?.Role == TagRole.Link) ? " " : "");
        if (element.ShadowRoot is { } shadow)
        {
            Walk(shadow); // declared by a template, and shown
        }

        if (element is not IHtmlTemplateElement template)
        {
            return element.FirstChild;
        }

        Walk(template.Content);
        return null;
    }

    private void Leave(INode node)
    {
        if (node is IElement element)
        {
            var tag = HtmlTags.Find(element.LocalName);
            _text.Append(Parts(element, tag) ? " " : "");
            _isAfterLink = tag?.Role == TagRole.Link;
        }
    }

    private static bool Parts(IElement element, HtmlTag? tag) =>
        !HtmlTags.IsInline(tag, element.LocalName) || tag is { Role: TagRole.RubyText } || (tag is not null && tag.Traits.HasFlag(TagTraits.Control))
        || element.LocalName is "noscript" or "template" || element.GetAttribute("role")?.Trim() is "button" or "heading"
        || (IsHidden(element) && !(element.ParentElement is { } parent && (IsHidden(parent) || parent.GetAncestors().OfType<IElement>().Any(IsHidden))));

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true";
}
