namespace ArchiveScrub.Quality.Metrics;

/// <summary>A text split at LF, with the place of each line.</summary>
internal sealed class TextLines
{
    private readonly List<int> _starts = [0];

    /// <summary>Splits the text.</summary>
    public TextLines(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>How many lines there are.</summary>
    public int Count => _starts.Count;

    /// <summary>Where a 0-based line stands, its LF left out.</summary>
    public TextRange Range(int line) => new(_starts[line], line + 1 < _starts.Count ? _starts[line + 1] - 1 : Text.Length);

    /// <summary>The characters of a 0-based line.</summary>
    public ReadOnlySpan<char> this[int line]
    {
        get
        {
            var range = Range(line);
            return Text.AsSpan(range.Start, range.Length);
        }
    }

    /// <summary>The line that holds a position.</summary>
    public int LineAt(int position)
    {
        var found = _starts.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Words between white space: how the corpus weighs a line.</summary>
    public int Weight(int line)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in this[line])
        {
            var isSpace = char.IsWhiteSpace(c) || c is >= '\x1C' and <= '\x1F';
            words += !isSpace && !inWord ? 1 : 0;
            inWord = !isSpace;
        }

        return words;
    }
}
