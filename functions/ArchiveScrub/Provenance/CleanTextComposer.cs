using ArchiveScrub.Blocks;
using ArchiveScrub.Text;

namespace ArchiveScrub.Provenance;

/// <summary>
/// Writes the clean text: title, subtitle, dateline line, body; one blank line between blocks, <c>- </c> before list
/// items, one LF at the end.
/// </summary>
internal sealed class CleanTextComposer
{
    /// <summary>What stands before a list item.</summary>
    public const string ListMarker = "- ";

    /// <summary>What stands between two blocks.</summary>
    public const string Separator = "\n\n";

    private readonly TextBuffer _text = new();
    private readonly List<ManifestInsertion> _inserted = [];
    private readonly IReadOnlyList<Block> _blocks;
    private readonly IReadOnlyList<Piece> _pieces;
    private readonly TextRange?[] _ranges;
    private int _codePoints;

    private CleanTextComposer(IReadOnlyList<Block> blocks, IReadOnlyList<Piece> pieces)
    {
        _blocks = blocks;
        _pieces = pieces;
        _ranges = new TextRange?[pieces.Count];
    }

    /// <summary>Composes.</summary>
    /// <param name="blocks">The page's blocks.</param>
    /// <param name="pieces">What was decided of them.</param>
    /// <param name="scope">How much of what is kept goes in.</param>
    /// <param name="title">A title from metadata, for a page that shows none; its source.</param>
    /// <param name="datelineLine">The dateline line.</param>
    public static CleanText Compose(IReadOnlyList<Block> blocks, IReadOnlyList<Piece> pieces, TextScope scope, (string Text, string Source)? title, string? datelineLine)
    {
        var composer = new CleanTextComposer(blocks, pieces);
        if (!HasBody(pieces))
        {
            title = null; // a page without content gets no text made up for it
            datelineLine = null;
        }

        if (scope == TextScope.Full)
        {
            if (title is { } given)
            {
                composer.Insert(Kind.Title, given.Text, given.Source);
            }

            composer.Append(static kind => kind is Kind.Title);
            composer.Append(static kind => kind is Kind.Subtitle);
            if (datelineLine is not null)
            {
                composer.Insert(Kind.Dateline, datelineLine, "dateline");
            }

            composer.Append(static kind => kind.IsBody() || kind is Kind.Byline);
        }
        else
        {
            composer.Append(static kind => kind.IsBody());
        }

        return composer.Finish();
    }

    private static bool HasBody(IReadOnlyList<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Verdict.Kind.IsBody())
            {
                return true;
            }
        }

        return false;
    }

    private void Append(Func<Kind, bool> wanted)
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            var piece = _pieces[i];
            if (wanted(piece.Verdict.Kind))
            {
                Separate();
                if (piece.Verdict.Kind == Kind.ListItem)
                {
                    Put(ListMarker);
                }

                _ranges[i] = Put(_blocks[piece.Block].Text.AsSpan(piece.Range.Start, piece.Range.Length));
            }
        }
    }

    private void Insert(Kind kind, string text, string source)
    {
        Separate();
        _inserted.Add(new ManifestInsertion { Kind = kind, Clean = Put(text), Source = source });
    }

    private void Separate()
    {
        if (_codePoints > 0)
        {
            Put(Separator);
        }
    }

    private TextRange Put(ReadOnlySpan<char> text)
    {
        var start = _codePoints;
        _text.Append(text);
        _codePoints += CodePoints.Count(text);
        return new TextRange(start, _codePoints);
    }

    private CleanText Finish()
    {
        if (_codePoints > 0)
        {
            Put("\n");
        }

        return new CleanText(_text.Finish(), _codePoints, _ranges, _inserted);
    }
}
