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
    /// Open elements at once, as the parser counts them. Browsers cut at 512 as well; the deepest page of a large
    /// sample reached less than a half of it, and a 1 MB stack holds tens of thousands.
    /// </summary>
    public int Depth { get; init; } = 512;

    /// <summary>Tags in all: the tree takes half a kilobyte a node.</summary>
    public int Tags { get; init; } = 1_000_000;

    /// <summary>Code units of one tag, attributes included. Data URIs of images run to a few megabytes.</summary>
    public int TagLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Attributes of one tag.</summary>
    public int Attributes { get; init; } = 10_000;
}
