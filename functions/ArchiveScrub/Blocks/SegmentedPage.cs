using ArchiveScrub.Captures;

namespace ArchiveScrub.Blocks;

/// <summary>A page cut into blocks: the one thing that the chrome detector reads, whatever the page's format.</summary>
internal sealed class SegmentedPage
{
    /// <summary>
    /// The name of the rule by which linear text is made: blocks in document order, joined by one LF. Inside a block
    /// white space is collapsed to one space (kept in code, where trailing blanks go; a line break stays LF), every
    /// Unicode space becomes U+0020, tab separates table cells, C0 and C1 controls, soft hyphens, U+FEFF and lone
    /// surrogates are dropped or replaced by U+FFFD, and the text is in Unicode Normalization Form C. List markers that
    /// are drawn are no text: CSS bullets of HTML, and in a text capture the glyph that starts an item (<c>•</c>, and
    /// <c>-</c>, <c>*</c>, <c>o</c> in a list of two or more). Numbers and letters that a text capture shows
    /// (<c>1.</c>, <c>a)</c>) are text. Lines of a text capture that were wrapped at a margin are joined by a space, by
    /// nothing after a hyphen inside a word and between scripts that put no space between words. Where an HTML page is a
    /// shell without text, the texts of the state that it brings along for its scripts are blocks of it, at the place of
    /// the element that holds them.
    /// </summary>
    public const string LinearRule = "linear-1";

    /// <summary>How the page was read.</summary>
    public required PageFormat Format { get; init; }

    /// <summary>The decoded payload.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The blocks, in document order.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The elements that hold them, in document order; empty for a text capture.</summary>
    public IReadOnlyList<Element> Elements { get; init; } = [];

    /// <summary>What the page says of itself.</summary>
    public PageHead Head { get; init; } = PageHead.Empty;

    /// <summary>All blocks joined by LF.</summary>
    public required string Linear { get; init; }

    /// <summary>What went wrong while reading, as stable codes (<c>TEXT_ONLY_FALLBACK</c>, <c>UNCLOSED_RAW_TEXT</c>, <c>PRELOADED_TEXT</c>); empty as a rule.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
