using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Credits;

/// <summary>Classes of words and phrases from an embedded table, looked up without regard to case and diacritics. Immutable.</summary>
internal sealed class PhraseTable
{
    /// <summary>No phrase is longer, in UTF-16 units.</summary>
    public const int MaxLength = 64;

    private readonly Dictionary<string, PhraseClass> _classes = new(StringComparer.Ordinal);

    /// <summary>Reads a table: a class, a tab, forms with commas between them.</summary>
    public PhraseTable(string table)
    {
        foreach (var row in Tsv.Read(table))
        {
            if (!_classes.TryGetValue(row[0], out var forms))
            {
                _classes[row[0]] = forms = new PhraseClass();
            }

            foreach (var form in row[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                forms.Add(WordFolding.Fold(form));
            }
        }
    }

    /// <summary>Whether the phrase is of the class.</summary>
    public bool Is(string @class, ReadOnlySpan<char> phrase)
    {
        if (phrase.Length > MaxLength)
        {
            return false;
        }

        Span<char> folded = stackalloc char[MaxLength];
        return _classes[@class].Forms.Contains(folded[..WordFolding.Fold(phrase, folded)]);
    }

    /// <summary>Whether the text is a phrase of the class that ends with a word.</summary>
    public bool IsPhrase(string @class, ReadOnlySpan<char> text) => text.Length > 0 && char.IsLetterOrDigit(text[^1]) && Is(@class, text);

    /// <summary>How many characters the longest phrase of the class takes at the start of the text; 0 where none stands there. It ends where a word ends.</summary>
    public int LengthAtStart(string @class, ReadOnlySpan<char> text)
    {
        var phrases = _classes[@class];
        var best = 0;
        var length = 0;
        Span<char> folded = stackalloc char[MaxLength];
        for (var i = 1; i <= Math.Min(text.Length, MaxLength) && length <= phrases.LongestForm; i++)
        {
            if (WordFolding.Fold(text[i - 1]) is not '\0' and var c)
            {
                folded[length++] = c;
                if (length == 1 && !phrases.Initials.Contains(c))
                {
                    return 0; // as nearly every text
                }
            }

            var atEnd = i == text.Length || !char.IsLetterOrDigit(text[i]) || (char.IsUpper(text[i]) && char.IsLower(text[i - 1])) || Text.Words.IsDense(text[i - 1]);
            if (atEnd && char.IsLetterOrDigit(text[i - 1]) && phrases.Forms.Contains(folded[..length]))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Where the first phrase of the class that begins a word of the text starts; -1 where there is none.</summary>
    public int IndexOf(string @class, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((i == 0 || !char.IsLetterOrDigit(text[i - 1])) && char.IsLetter(text[i]) && LengthAtStart(@class, text[i..]) > 0)
            {
                return i;
            }
        }

        return -1;
    }

    private sealed class PhraseClass
    {
        public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Forms { get; } = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        /// <summary>The characters that forms begin with.</summary>
        public HashSet<char> Initials { get; } = [];

        public int LongestForm { get; private set; }

        public void Add(string form)
        {
            Forms.Set.Add(form);
            Initials.Add(form[0]);
            LongestForm = Math.Max(LongestForm, form.Length);
        }
    }
}
