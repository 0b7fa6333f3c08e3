namespace ArchiveScrub.Blocks;

/// <summary>
/// A stretch of a page that is read as one unit, with its place in the linear text and in the source text.
/// Lengths and positions are UTF-16 code units; bytes and code points are computed where the manifest is made.
/// </summary>
internal sealed class Block
{
    /// <summary>Position among the blocks of the page.</summary>
    public required int Index { get; init; }

    /// <summary>What it is by markup or look.</summary>
    public required BlockForm Form { get; init; }

    /// <summary>Its text under the linear rule (see <see cref="SegmentedPage.LinearRule"/>); never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands in the linear text.</summary>
    public required TextRange Linear { get; init; }

    /// <summary>From its first to its last character in the source text; markup in between is inside the range.</summary>
    public required TextRange Source { get; init; }

    /// <summary>The innermost element around it; null in a text capture.</summary>
    public Element? Parent { get; init; }

    /// <summary>1 to 6 for a heading, else 0.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>Whether a browser shows it.</summary>
    public BlockVisibility Visibility { get; init; }

    /// <summary>How many code units of <see cref="Text"/> stand in links.</summary>
    public int LinkLength { get; init; }

    /// <summary>How many links touch it.</summary>
    public int LinkCount { get; init; }

    /// <summary>How many code units of <see cref="Text"/> are bold or strong.</summary>
    public int BoldLength { get; init; }

    /// <summary>Whether it is the label of a control: <c>button</c>, <c>label</c>, <c>role="button"</c>.</summary>
    public bool IsControl { get; init; }

    /// <summary>The machine-readable date of a <c>time</c> element in it, verbatim.</summary>
    public string? DateTimeAttribute { get; init; }

    /// <summary>Text captures: columns of white space before it. Depth of the list for an HTML list item.</summary>
    public int Indent { get; init; }

    /// <summary>Text captures: blank lines before it. 0 in HTML.</summary>
    public int BlankLinesBefore { get; init; }

    /// <summary>Words of <see cref="Text"/> (see <c>Words</c>: scripts without spaces count by characters).</summary>
    public required int WordCount { get; init; }
}
