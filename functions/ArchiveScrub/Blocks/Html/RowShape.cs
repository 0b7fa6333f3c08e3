using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html;

/// <summary>Tells rows of data from rows that lay out a page.</summary>
internal static class RowShape
{
    /// <summary>
    /// Whether at least two cells have text and none has a box or paragraphs made of line breaks in it. Looks at each
    /// node once over a page: the first box, a nested table for one, ends the search.
    /// </summary>
    public static bool IsRow(HtmlNode row, string source, HtmlOutline outline)
    {
        var cellsWithText = 0;
        var cellHasText = false;
        var lineBreaks = 0;
        var node = row.FirstChild;
        while (node is not null)
        {
            var descend = false;
            if (node.NodeType == HtmlNodeType.Text)
            {
                foreach (ref readonly var leaf in outline.At(node.OuterStartIndex, node.OriginalOuterLength))
                {
                    var isText = leaf.Kind is HtmlTokenKind.Text or HtmlTokenKind.RawText && !BlockAssembler.IsBlank(source.AsSpan(leaf.Range.Start, leaf.Range.Length));
                    var isLineBreak = leaf.Tag is { Role: TagRole.LineBreak };
                    if ((isText || isLineBreak) && node.ParentNode == row)
                    {
                        return false; // text between cells
                    }

                    cellHasText |= isText;
                    lineBreaks = isText ? 0 : lineBreaks + (isLineBreak ? 1 : 0);
                    if (isLineBreak && lineBreaks > 1 && cellHasText)
                    {
                        return false;
                    }
                }
            }
            else if (node.NodeType == HtmlNodeType.Element)
            {
                var tag = outline.At(node.OuterStartIndex, 1)[0].Tag;
                var traits = tag?.Traits ?? TagTraits.None;
                var isCell = tag?.Role == TagRole.Cell;
                if (isCell != (node.ParentNode == row) && !traits.HasFlag(TagTraits.Skipped))
                {
                    return false;
                }

                if (isCell)
                {
                    cellsWithText += cellHasText ? 1 : 0;
                    cellHasText = false;
                    lineBreaks = 0;
                }
                else if (!HtmlTags.IsInline(tag, tag?.Name ?? node.Name))
                {
                    return false;
                }

                descend = !traits.HasFlag(TagTraits.Skipped);
            }

            node = Next(node, row, descend);
        }

        return cellsWithText + (cellHasText ? 1 : 0) > 1;
    }

    private static HtmlNode? Next(HtmlNode node, HtmlNode row, bool descend)
    {
        if (descend && node.FirstChild is { } child)
        {
            return child;
        }

        for (var at = node; at is not null && at != row; at = at.ParentNode)
        {
            if (at.NextSibling is { } sibling)
            {
                return sibling;
            }
        }

        return null;
    }
}
