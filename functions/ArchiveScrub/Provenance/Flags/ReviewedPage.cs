using ArchiveScrub.Blocks;

namespace ArchiveScrub.Provenance.Flags;

/// <summary>A page after all verdicts, as flags look at it.</summary>
internal sealed class ReviewedPage
{
    /// <summary>A text capture has no markup that tells a title: the first lines may be one.</summary>
    private const int FirstLines = 5;

    private readonly bool[] _isBody;

    public ReviewedPage(Page page, SegmentedPage segmented, IReadOnlyList<Piece> pieces)
    {
        Page = page;
        Segmented = segmented;
        _isBody = new bool[segmented.Blocks.Count];
        foreach (var piece in pieces)
        {
            var words = segmented.Blocks[piece.Block].WordCount;
            AllWords += words;
            if (CleanTextComposer.IsBody(piece.Verdict.Kind))
            {
                _isBody[piece.Block] = true;
                BodyWords += words;
            }
        }

        var isText = segmented.Format == PageFormat.Text;
        Titles =
        [
            segmented.Head.Title ?? "",
            .. pieces.Where(p => p.Verdict.Kind == Kind.Title || segmented.Blocks[p.Block].Form == BlockForm.Heading || (isText && p.Block < FirstLines))
                .Select(p => segmented.Blocks[p.Block].Text),
        ];
    }

    /// <summary>The page as it was captured.</summary>
    public Page Page { get; }

    /// <summary>The page as it was read.</summary>
    public SegmentedPage Segmented { get; }

    /// <summary>Its blocks.</summary>
    public IReadOnlyList<Block> Blocks => Segmented.Blocks;

    /// <summary>Words of the body.</summary>
    public int BodyWords { get; }

    /// <summary>Words of the linear text.</summary>
    public int AllWords { get; }

    /// <summary>The title that the page's head gives, its headline and its headings.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>Index of the first block of the body; -1 where there is none.</summary>
    public int FirstOfBody => Array.IndexOf(_isBody, true);

    /// <summary>Index of the last block of the body; -1 where there is none.</summary>
    public int LastOfBody => Array.LastIndexOf(_isBody, true);
}
