using ArchiveScrub.Blocks.Html;
using ArchiveScrub.Blocks.Html.Preloaded;
using ArchiveScrub.Captures;
using HtmlAgilityPack;

namespace ArchiveScrub.Blocks;

/// <summary>
/// Cuts an HTML page into blocks: visible text only, in document order. HtmlAgilityPack makes the tree, of an
/// outline of the page; pages that it cannot bear are read without a tree (warning <c>TEXT_ONLY_FALLBACK</c>).
/// </summary>
internal sealed class HtmlSegmenter
{
    /// <summary>Warning: the page was over a limit of the parser and was read without it; there are no elements.</summary>
    public const string TextOnlyFallback = "TEXT_ONLY_FALLBACK";

    /// <summary>Warning: the page ends inside an element such as <c>script</c> or <c>title</c>, or inside a comment.</summary>
    public const string UnclosedRawText = "UNCLOSED_RAW_TEXT";

    /// <summary>Warning: the page is a shell that its scripts fill; text was taken from the state that it brings along for them.</summary>
    public const string PreloadedText = "PRELOADED_TEXT";

    /// <summary>A shell has fewer words than this in runs of text (see <see cref="IsShell"/>).</summary>
    private const int ShellWords = 50;

    /// <summary>A block of so many words outside links is a run of text.</summary>
    private const int RunWords = 10;

    /// <summary>A shell has fewer words than this in all: menus and labels. Cards of a list have more.</summary>
    private const int ShellLabelWords = 250;

    /// <summary>State has at least so many times the words of the shell.</summary>
    private const int StateFactor = 2;

    private readonly HtmlLimits _limits;

    /// <summary>A segmenter with the limits in use.</summary>
    public HtmlSegmenter()
        : this(HtmlLimits.Default)
    {
    }

    /// <summary>A segmenter with other limits.</summary>
    public HtmlSegmenter(HtmlLimits limits) => _limits = limits;

    /// <summary>Cuts a page. Never throws for what stands in it.</summary>
    public SegmentedPage Segment(SourceText source, CancellationToken ct = default)
    {
        var html = source.Text;
        using var outline = HtmlOutline.Of(html, _limits);
        ct.ThrowIfCancellationRequested();

        var warnings = new List<string>();
        var blocks = new BlockAssembler(html);
        var head = PageHead.Empty;
        if (outline.IsOverLimit)
        {
            warnings.Add(TextOnlyFallback);
            new TagStripper(html, blocks).Run();
        }
        else
        {
            var document = Parse(outline);
            ct.ThrowIfCancellationRequested();
            var reader = new HeadReader(html);
            new HtmlWalker(html, outline, blocks, reader).Walk(document.DocumentNode);
            head = reader.Head;
            var words = blocks.Blocks.Sum(static b => b.WordCount);
            if (words < ShellLabelWords && IsShell(blocks.Blocks) && PreloadedState.Of(html, outline) is var state
                && state.WordCount >= Math.Max(ShellWords, StateFactor * words))
            {
                warnings.Add(PreloadedText);
                blocks = new BlockAssembler(html);
                new HtmlWalker(html, outline, blocks, new HeadReader(html), new PreloadedWriter(state, blocks, _limits)).Walk(document.DocumentNode);
            }
        }

        if (outline.HasUnclosedRawText)
        {
            warnings.Add(UnclosedRawText);
        }

        return new SegmentedPage
        {
            Format = PageFormat.Html,
            Source = source,
            Blocks = blocks.Blocks,
            Elements = blocks.Elements,
            Head = head,
            Linear = blocks.FinishLinear(),
            Warnings = warnings,
        };
    }

    /// <summary>Whether a page has next to no text: shown, hidden or in <c>noscript</c>.</summary>
    private static bool IsShell(List<Block> blocks)
    {
        var words = 0;
        foreach (var block in blocks)
        {
            words += block.WordCount >= RunWords && 2 * block.LinkLength < block.Text.Length ? block.WordCount : 0;
        }

        return words < ShellWords;
    }

    /// <summary>Parses without the bookkeeping that nothing here reads: it costs more than the parse.</summary>
    internal static HtmlDocument Parse(HtmlOutline outline)
    {
        var document = new HtmlDocument
        {
            OptionCheckSyntax = false,
            OptionReadEncoding = false,
            OptionUseIdAttribute = false,
        };
        document.LoadHtml(outline.Markup);
        return document;
    }
}
