namespace ArchiveScrub.Chrome.Model;

/// <summary>The features of all blocks of a page, a row a block.</summary>
internal sealed class FeatureTable
{
    private const int MaxColumns = 1024;

    private FeatureTable(float[] values, int columns, ulong[] roles)
    {
        Values = values;
        Columns = columns;
        Roles = roles;
    }

    /// <summary>Row after row.</summary>
    public float[] Values { get; }

    /// <summary>Features a block.</summary>
    public int Columns { get; }

    /// <summary>Identity of each block's role: equal for the same part of repeated siblings, a block's own where nothing repeats.</summary>
    public ulong[] Roles { get; }

    /// <summary>The features of a block.</summary>
    public ReadOnlySpan<float> this[int block] => Values.AsSpan(block * Columns, Columns);

    /// <summary>The names of the features of pages of a format, in order.</summary>
    public static IReadOnlyList<string> Names(ChromePage page, FeatureWriters writers)
    {
        var names = new List<string>();
        var row = FeatureRow.OfNames(names);
        new Writer(new PageContext(page), writers, null).Write(0, ref row);
        return names;
    }

    /// <summary>Computes the features of a page; its certain and contextual rules have been asked.</summary>
    /// <param name="context">The page.</param>
    /// <param name="writers">What writes them.</param>
    /// <param name="uri">The page's address, where it is known.</param>
    /// <param name="columns">How many features a block has, as the names of the model say.</param>
    /// <exception cref="InvalidDataException">There are more or fewer features: the model was trained on others.</exception>
    public static FeatureTable Of(PageContext context, FeatureWriters writers, Uri? uri, int columns)
    {
        var page = context.Page;
        var values = new float[page.Count * columns];
        var writer = page.Count == 0 ? null : new Writer(context, writers, uri);
        var scratch = new float[MaxColumns];
        var roles = new ulong[page.Count];
        for (var i = 0; i < page.Count; i++)
        {
            var row = FeatureRow.OfValues(scratch);
            writer!.Write(i, ref row);
            if (row.Count != columns)
            {
                throw new InvalidDataException($"The model was trained on {columns} features, and there are {row.Count}: train it again.");
            }

            scratch.AsSpan(0, columns).CopyTo(values.AsSpan(i * columns));
            roles[i] = writer.RoleOf(i);
        }

        return new FeatureTable(values, columns, roles);
    }

    private sealed class Writer
    {
        private readonly FeatureWriters _writers;
        private readonly PageContext _context;
        private readonly int[] _headings;
        private readonly ContentGuess _guess;
        private readonly TreeFeatures? _tree;
        private readonly float[] _page;
        private readonly List<string> _pageNames = [];

        public Writer(PageContext context, FeatureWriters writers, Uri? uri)
        {
            var page = context.Page;
            _writers = writers;
            _context = context;
            _headings = PlaceFeatures.Headings(page);
            _guess = ContentGuess.Of(page);
            _tree = page.Page.Format == PageFormat.Html ? new TreeFeatures(_context) : null;
            var names = FeatureRow.OfNames(_pageNames);
            PageFeatures.Write(_context, uri, ref names);
            _page = new float[names.Count];
            var row = FeatureRow.OfValues(_page);
            PageFeatures.Write(_context, uri, ref row);
        }

        public ulong RoleOf(int block) => _tree?.RoleOf(block) ?? ~(ulong)block;

        public void Write(int block, ref FeatureRow row)
        {
            _writers.Shape.Write(_context, block, ref row);
            _writers.Place.Write(_context, _headings, _guess, block, ref row);
            _tree?.Write(block, ref row);
            for (var i = 0; i < _page.Length; i++)
            {
                row.Add(_pageNames[i], _page[i]);
            }
        }
    }
}
