using HtmlAgilityPack;

namespace ArchiveScrub.Blocks.Html;

/// <summary>An open element during the walk, with everything that its text inherits.</summary>
internal sealed class Scope
{
    /// <summary>The scope around it; null for the document.</summary>
    public Scope? Parent { get; init; }

    /// <summary>The parser's node; null in the text-only fallback, and for an element that is a leaf of the outline.</summary>
    public HtmlNode? Node { get; init; }

    /// <summary>Where its start tag stands in the source.</summary>
    public int Start { get; init; }

    /// <summary>What is known of its tag; null for an unknown one.</summary>
    public HtmlTag? Known { get; init; }

    /// <summary>Tag name, lower case.</summary>
    public string Tag { get; init; } = "";

    /// <summary>1 for the first sibling of this tag.</summary>
    public int Ordinal { get; init; }

    /// <summary>Where the counts of its children begin (see <see cref="ChildCounts"/>).</summary>
    public int Children { get; set; }

    /// <summary>Number of elements around it.</summary>
    public int Depth { get; init; }

    /// <summary>Whether a browser shows what is in it.</summary>
    public BlockVisibility Visibility { get; set; }

    /// <summary>Whether it is in a drawing (<c>svg</c>), whose text is no text of the page.</summary>
    public bool IsForeign { get; set; }

    /// <summary>Whether it takes room on the screen though it is not read out: words around it must not be glued.</summary>
    public bool LeavesGap { get; set; }

    /// <summary>Whether it is a box: text before and after it belongs to other blocks.</summary>
    public bool IsBox { get; set; }

    /// <summary>What blocks in it are, unless something inside says otherwise.</summary>
    public BlockForm Form { get; set; }

    /// <summary>Level of the heading that it is or stands in, else 0.</summary>
    public int HeadingLevel { get; set; }

    /// <summary>How many lists it stands in.</summary>
    public int ListDepth { get; set; }

    /// <summary>The innermost list item around it.</summary>
    public ListItem? Item { get; set; }

    /// <summary>The innermost link around it.</summary>
    public Scope? Link { get; set; }

    /// <summary>Whether its text is bold.</summary>
    public bool IsBold { get; set; }

    /// <summary>Whether white space counts, as in <c>pre</c>.</summary>
    public bool IsPreformatted { get; set; }

    /// <summary>Whether its text is one row of a table.</summary>
    public bool IsRow { get; set; }

    /// <summary>Whether it is the label of a control.</summary>
    public bool IsControl { get; set; }

    /// <summary>Whether its role says that it is a button.</summary>
    public bool IsButton { get; set; }

    /// <summary>The machine-readable date of the innermost <c>time</c> around it.</summary>
    public string? DateTime { get; set; }

    /// <summary>What the page shows of this element; made when a block needs it.</summary>
    public Element? Element { get; set; }
}
