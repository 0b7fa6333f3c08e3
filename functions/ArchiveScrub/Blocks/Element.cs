namespace ArchiveScrub.Blocks;

/// <summary>
/// An element of the page that holds blocks: what the chrome detector may know of the tree, free of the parser that
/// built it. A text capture has none.
/// </summary>
internal sealed class Element
{
    /// <summary>Position among all elements in document order.</summary>
    public required int Index { get; init; }

    /// <summary>The element around it; null for the root.</summary>
    public required Element? Parent { get; init; }

    /// <summary>Tag name, lower case.</summary>
    public required string Tag { get; init; }

    /// <summary>1 for the first sibling of this tag, as in XPath.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Number of ancestors.</summary>
    public required int Depth { get; init; }

    /// <summary>The <c>class</c> attribute, verbatim; empty where there is none.</summary>
    public string Class { get; init; } = "";

    /// <summary>The <c>id</c> attribute, verbatim.</summary>
    public string Id { get; init; } = "";

    /// <summary>The <c>role</c> attribute, lower case.</summary>
    public string Role { get; init; } = "";

    /// <summary>The <c>itemprop</c> attribute, verbatim.</summary>
    public string ItemProp { get; init; } = "";

    /// <summary>The <c>aria-label</c> attribute, verbatim.</summary>
    public string AriaLabel { get; init; } = "";

    /// <summary>Whether a browser shows what is in it.</summary>
    public BlockVisibility Visibility { get; init; }

    /// <summary>Index of the first block inside; with <see cref="BlockEnd"/> a half-open range, empty where it holds none.</summary>
    public int BlockStart { get; set; }

    /// <summary>Index after the last block inside.</summary>
    public int BlockEnd { get; set; }
}
