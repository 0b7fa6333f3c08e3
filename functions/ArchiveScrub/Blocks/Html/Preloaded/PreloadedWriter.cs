using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html.Preloaded;

/// <summary>Makes blocks of the texts of preloaded state, where the elements that hold them stand in the page.</summary>
internal sealed class PreloadedWriter(PreloadedState state, BlockAssembler blocks, HtmlLimits limits)
{
    /// <summary>Whether the element whose start tag stands there in the source holds texts.</summary>
    public bool IsIn(int tag) => state.In(tag) is not null;

    /// <summary>Writes the texts of an element whose scope is given. No block may be open.</summary>
    public void Write(Scope holder)
    {
        foreach (var text in state.In(holder.Start) ?? [])
        {
            blocks.BeginTraced(text, holder);
            if (PreloadedState.IsMarkup(text.Text))
            {
                WriteMarkup(text.Text, holder);
            }
            else
            {
                WriteLines(text.Text, holder);
            }

            blocks.EndTraced();
        }
    }

    private void WriteMarkup(string html, Scope holder)
    {
        using var outline = HtmlOutline.Of(html, limits);
        if (!outline.IsOverLimit)
        {
            var document = HtmlSegmenter.Parse(outline).DocumentNode;
            new HtmlWalker(html, outline, blocks, new HeadReader(html)).WalkFragment(Inner(holder, document, BlockForm.Line));
        }
    }

    /// <summary>Text without markup: a line is a paragraph.</summary>
    private void WriteLines(string text, Scope holder)
    {
        var scope = Inner(holder, null, BlockForm.Paragraph);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            blocks.Text(new TextRange(start, end), scope);
            blocks.Flush();
            start = end + 1;
        }
    }

    private static Scope Inner(Scope holder, HtmlNode? node, BlockForm form) => new()
    {
        Parent = holder,
        Node = node,
        Depth = holder.Depth + 1,
        IsBox = true,
        Form = form,
        Visibility = BlockVisibility.Preloaded,
    };
}
