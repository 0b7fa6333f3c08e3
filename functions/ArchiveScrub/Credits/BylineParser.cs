using System.Buffers;
using ArchiveScrub.Text;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Credits;

/// <summary>Recognises lines that say who wrote a page, and takes the names from them. Immutable and safe to share.</summary>
internal sealed class BylineParser
{
    private const int MaxLength = 200;
    private const int MaxNameWords = 14;

    private static readonly SearchValues<char> Stops = SearchValues.Create("|•·—–(\t\n/;<>\u30FB\u2502");

    private readonly PhraseTable _words = new("Credits.bylines.tsv");

    /// <summary>The parser that everyone may share.</summary>
    public static BylineParser Default { get; } = new();

    /// <summary>Whether the line is a byline: "By", "Von", "Автор:" and names, perhaps with a post, a place or a date.</summary>
    public bool IsByline(string line) => Parse(line) is not null;

    /// <summary>The names of a byline as printed, without "By", posts and dates: <c>Jane Doe and John Roe</c>. Null where the line is none.</summary>
    public string? Parse(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 4 or > MaxLength)
        {
            return null;
        }

        var marked = _words.LengthAtStart("marked", text);
        var bare = marked > 0 ? 0 : _words.LengthAtStart("bare", text);
        if (marked + bare == 0)
        {
            return null;
        }

        var rest = text[(marked + bare)..];
        var colon = rest.TrimStart() is [':' or '\uFF1A' or '\uFF0F' or '/', ..];
        if (!colon && rest.Length > 0 && char.IsLetter(rest[0]) && bare > 0 && !char.IsUpper(rest[0]))
        {
            return null;
        }

        var names = Names(rest.TrimStart(" :\uFF1A\uFF0F/"), out var words, out var wholeLine);
        if (words == 0 || (bare > 0 && !colon && !wholeLine))
        {
            return null;
        }

        // "Di Maria", "De Niro": a name that begins with such a word, not a byline
        var isEnglish = bare == 2 && text[0] is 'B' or 'b';
        return bare > 0 && !colon && !isEnglish && words < 2 ? null : names;
    }

    // The names at the start of a text; wholeLine says that what follows them, if anything, is of a byline too.
    private string Names(ReadOnlySpan<char> text, out int words, out bool wholeLine)
    {
        words = 0;
        wholeLine = true;
        var end = 0;
        for (var at = 0; at < text.Length && words < MaxNameWords;)
        {
            while (at < text.Length && text[at] is ' ' or ',' or '&' or '+' or '.' or '\u3001' or '\u060C')
            {
                at++;
            }

            if (at >= text.Length || Stops.Contains(text[at]) || text[at] == '-' || char.IsDigit(text[at]))
            {
                break;
            }

            var wordEnd = at;
            while (wordEnd < text.Length && !(text[wordEnd] is ' ' or ',' or '&' or '+' or ':' or '\u3001' or '\u060C') && !Stops.Contains(text[wordEnd]) && !char.IsDigit(text[wordEnd]))
            {
                wordEnd++;
            }

            if (wordEnd == at)
            {
                wholeLine = false; // a colon inside: something else
                break;
            }

            var word = text[at..wordEnd];
            var afterComma = text[..at].TrimEnd() is [.., ','];
            if (words > 0 && ((afterComma && _words.Is("role", word.TrimEnd('.'))) || _words.Is("suffix", word) || IsWhen(word)))
            {
                break;
            }

            if (words > 0 && _words.Is("post", word) && !char.IsUpper(word[0]))
            {
                break;
            }

            if (_words.Is("and", word) || (_words.Is("particle", word) && char.IsLower(word[0])))
            {
                at = wordEnd;
                continue;
            }

            if (!IsNameWord(word) || (words == 0 && IsWhen(word)))
            {
                wholeLine = false;
                break;
            }

            words++;
            end = wordEnd;
            at = wordEnd;
        }

        return text[..end].Trim().TrimEnd(',').ToString();
    }

    // Capitals, or a script without them. A handle counts: @jane.
    private static bool IsNameWord(ReadOnlySpan<char> word)
    {
        var first = word[0] is '@' or '"' or '\u201C' or '\u2018' or '\'' && word.Length > 1 ? word[1] : word[0];
        return char.IsUpper(first) || (char.IsLetter(first) && !char.IsLower(first)) || Words.IsDense(first) || word[0] == '@';
    }

    private static bool IsWhen(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Lexicon.MaxLength];
        word = word.TrimEnd('.');
        return word.Length > 2 && word.Length <= folded.Length
            && Lexicon.Default.Find(folded[..WordFolding.Fold(word, folded)]) is { } entry
            && (entry.Weekday != 0 || (entry.Classes & (WordClass.Published | WordClass.Updated)) != WordClass.None || (entry.Month != 0 && word.Length > 3));
    }
}
