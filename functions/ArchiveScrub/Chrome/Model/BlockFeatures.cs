namespace ArchiveScrub.Chrome.Model;

/// <summary>The features of the blocks of a page whose certain and contextual rules have been asked.</summary>
internal sealed class BlockFeatures
{
    private const int MaxOfPage = 128;

    private readonly PageContext _context;
    private readonly int[] _headings;
    private readonly ContentGuess _guess;
    private readonly TreeFeatures? _tree;
    private readonly Uri? _uri;
    private readonly float[] _page = new float[MaxOfPage];
    private readonly int _pageCount;

    /// <param name="page">The page; it has at least one block.</param>
    /// <param name="uri">The page's address, where it is known.</param>
    public BlockFeatures(ChromePage page, Uri? uri)
    {
        _context = new PageContext(page);
        _headings = PlaceFeatures.Headings(page);
        _guess = ContentGuess.Of(page);
        _tree = page.Page.Format == PageFormat.Html ? new TreeFeatures(_context) : null;
        _uri = uri;
        var row = FeatureRow.OfValues(_page);
        PageFeatures.Write(_context, uri, ref row);
        _pageCount = row.Count;
    }

    /// <summary>The names of the features of pages of this format, in order.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = new List<string>();
        var row = FeatureRow.OfNames(names);
        WriteOwn(0, ref row);
        PageFeatures.Write(_context, _uri, ref row);
        return names;
    }

    /// <summary>Identity of a block's role: equal for the same part of repeated siblings, a block's own where nothing repeats.</summary>
    public ulong RoleOf(int block) => _tree?.RoleOf(block) ?? ~(ulong)block;

    /// <summary>Computes the features of a block.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer than <paramref name="values"/> takes: the model was trained on others.</exception>
    public void Write(int block, Span<float> values)
    {
        var row = FeatureRow.OfValues(values);
        WriteOwn(block, ref row);
        if (row.Count + _pageCount != values.Length)
        {
            throw new InvalidDataException($"The model was trained on {values.Length} features, and there are {row.Count + _pageCount}: train it again.");
        }

        _page.AsSpan(0, _pageCount).CopyTo(values[row.Count..]);
    }

    private void WriteOwn(int block, ref FeatureRow row)
    {
        ShapeFeatures.Write(_context, block, ref row);
        PlaceFeatures.Write(_context, _headings, _guess, block, ref row);
        _tree?.Write(block, ref row);
    }
}
