using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html;

/// <summary>Tells rows of data from rows that lay out a page.</summary>
internal static class RowShape
{
    /// <summary>
    /// Whether at least two cells have text and none has a box or paragraphs made of line breaks in it. Looks at each
    /// node once over a page: the first box, a nested table for one, ends the search.
    /// </summary>
    public static bool IsRow(HtmlNode row, string source)
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
                if (!BlockAssembler.IsBlank(source.AsSpan(node.OuterStartIndex, node.OriginalOuterLength)))
                {
                    if (node.ParentNode == row)
                    {
                        return false; // text between cells
                    }

                    cellHasText = true;
                    lineBreaks = 0;
                }
            }
            else if (node.NodeType == HtmlNodeType.Element)
            {
                var tag = HtmlTags.Find(node.Name);
                var traits = tag?.Traits ?? TagTraits.None;
                var isCell = tag?.Role == TagRole.Cell;
                if (isCell != (node.ParentNode == row) && !traits.HasFlag(TagTraits.Skipped))
                {
                    return false;
                }

                if (tag?.Role == TagRole.LineBreak)
                {
                    lineBreaks++;
                    if (lineBreaks > 1 && cellHasText)
                    {
                        return false;
                    }
                }
                else if (isCell)
                {
                    cellsWithText += cellHasText ? 1 : 0;
                    cellHasText = false;
                    lineBreaks = 0;
                }
                else if (!HtmlTags.IsInline(tag, node.Name))
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
