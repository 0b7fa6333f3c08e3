using System.Collections.Frozen;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>
/// Finds where a place may end that begins at some token: names of several words, of several places
/// (<c>GENEVA/BEIRUT</c>), with regions after commas (<c>PORTLAND, Ore.</c>).
/// </summary>
internal static class PlaceReader
{
    private const int MaxLength = 80;
    private const int MaxWords = 8;
    private const int MaxTitleWords = 5;
    private const int MaxRegions = 3;
    private const int MaxRegionWords = 5;
    private const int MaxQualifierWords = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Small = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "of", "the", "de", "del", "della", "do", "da", "dos", "das", "di", "du", "des", "la", "le", "les", "el", "al", "ez", "and", "und", "et", "y", "e", "i",
        "am", "an", "der", "den", "im", "bei", "ob", "sur", "sous", "en", "upon", "on", "nad", "pod", "van", "aan", "zu", "и", "та", "на", "над", "под", "es").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The tokens after which the place may end, longest first. Returns how many there are.</summary>
    public static int Ends(ReadOnlySpan<char> text, List<Token> tokens, int at, PlaceForm form, Span<int> ends)
    {
        var count = 0;
        var (words, regions) = (0, 0);
        for (var i = at; i < tokens.Count && tokens[i].End - tokens[at].Start <= MaxLength;)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Word)
            {
                var isSmall = words + regions > 0 && i + 1 < tokens.Count
                    && ((Small.Contains(text[token.Start..token.End]) && tokens[i + 1].Kind == TokenKind.Word) || IsInitial(tokens, i));
                if (!isSmall)
                {
                    if (words >= (regions > 0 ? MaxRegionWords : form == PlaceForm.Upper ? MaxWords : MaxTitleWords) || !IsPlaceWord(text, tokens, i, regions > 0 && form == PlaceForm.Upper ? PlaceForm.Title : form))
                    {
                        break;
                    }

                    Add(i + 1, ends, ref count);
                    words++;
                }

                i++;
                continue;
            }

            if (words == 0 && regions == 0)
            {
                break;
            }

            var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
            var nextIsWord = i + 1 < tokens.Count && next.Kind == TokenKind.Word;
            if (token.Symbol is '.' && !token.SpaceBefore)
            {
                // the stop of an abbreviation; after the city itself only of a short word before another: ST. LOUIS
                if (regions == 0 && (!nextIsWord || tokens[i - 1].Length > 3 || (next.SpaceBefore && tokens[i - 1].Length < 2)))
                {
                    if (nextIsWord || tokens[i - 1].Length != 1)
                    {
                        break;
                    }
                }

                if (regions > 0 || tokens[i - 1].Length == 1)
                {
                    Add(i + 1, ends, ref count);
                }

                i++;
            }
            else if (token.Symbol is ',' && regions < MaxRegions && nextIsWord)
            {
                regions++;
                words = 0;
                i++;
            }
            else if (Qualifier(tokens, i) is var after && after > 0)
            {
                Add(after, ends, ref count);
                i = after;
            }
            else if (token.Symbol is '/' or '&' && nextIsWord && regions == 0)
            {
                i++;
            }
            else if ((token.IsDash || token.Symbol is '\'' or '\u2019' or '\u2018') && !token.SpaceBefore && nextIsWord && !next.SpaceBefore)
            {
                words--; // joined words count once
                i++;
            }
            else
            {
                break;
            }
        }

        ends[..count].Reverse();
        return count;
    }

    // "Frankfurt a.M.", "Neustadt a. d. Weinstraße"
    private static bool IsInitial(List<Token> tokens, int i) =>
        tokens[i].Length == 1 && tokens[i + 1] is { Symbol: '.', SpaceBefore: false } && i + 2 < tokens.Count && tokens[i + 2].Kind == TokenKind.Word;

    // "Halle (Saale) (dpa)", "New Delhi [India], March 4": a name in brackets that is no agency, for brackets or a date follow.
    private static int Qualifier(List<Token> tokens, int at)
    {
        var closing = tokens[at].Symbol switch { '(' => ')', '[' => ']', _ => '\0' };
        for (var i = at + 1; closing != '\0' && i < tokens.Count && i <= at + MaxQualifierWords + 1; i++)
        {
            if (tokens[i].IsSymbol(closing) && i > at + 1 && i + 1 < tokens.Count)
            {
                return tokens[i + 1].Symbol is '(' or ',' || (closing == ']' && tokens[i + 1].Symbol is ':' or '-') ? i + 1 : 0;
            }

            if (tokens[i].Kind != TokenKind.Word && !tokens[i].IsSymbol('.'))
            {
                return 0;
            }
        }

        return 0;
    }

    private static void Add(int end, Span<int> ends, ref int count)
    {
        if (count < ends.Length)
        {
            ends[count++] = end;
        }
    }

    private static bool IsPlaceWord(ReadOnlySpan<char> text, List<Token> tokens, int i, PlaceForm form)
    {
        var token = tokens[i];
        if (token is { Weekday: not 0, Length: > 4 } || IsMonthOfDate(tokens, i))
        {
            return false;
        }

        var word = text[token.Start..token.End];
        if (form == PlaceForm.Small)
        {
            return char.IsLower(word[0]) || char.IsUpper(word[0]);
        }

        if (!char.IsUpper(word[0]))
        {
            return false;
        }

        // McALLEN: the tokenizer parted it
        return form == PlaceForm.Title || IsUpper(word)
            || (word.Length <= 3 && i + 1 < tokens.Count && tokens[i + 1] is { Kind: TokenKind.Word, SpaceBefore: false } after && IsUpper(text[after.Start..after.End]));
    }

    private static bool IsMonthOfDate(List<Token> tokens, int i)
    {
        if (tokens[i].Month == 0)
        {
            return false;
        }

        var next = i + 1 < tokens.Count && tokens[i + 1].IsSymbol('.') ? i + 2 : i + 1;
        return (next < tokens.Count && tokens[next].Kind == TokenKind.Number) || (i > 0 && tokens[i - 1].Kind == TokenKind.Number);
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
