namespace ArchiveScrub.Blocks.Html;

/// <summary>
/// What a page may ask of the parser. The parser's time grows with the square of the depth, and parts of it call
/// themselves once a level; a page over a limit is read without it (<c>TEXT_ONLY_FALLBACK</c>).
/// </summary>
internal sealed record HtmlLimits
{
    /// <summary>The limits in use.</summary>
    public static HtmlLimits Default { get; } = new();

    /// <summary>
    /// Open elements at once, as the parser counts them. Browsers cut at 512 as well; the deepest of 1,358 pages of a
    /// sample has 56, and the parser has been seen to bear 20,000 on a stack of 1 MB.
    /// </summary>
    public int Depth { get; init; } = 512;

    /// <summary>Tags in all. The tree takes half a kilobyte a node: this many mean a third of a gigabyte.</summary>
    public int Tags { get; init; } = 500_000;

    /// <summary>Code units of one tag, attributes included. Images in attributes run to a few megabytes.</summary>
    public int TagLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Attributes of one tag: each is read for every block-level element, and real ones have a few dozen at most.</summary>
    public int Attributes { get; init; } = 10_000;
}
