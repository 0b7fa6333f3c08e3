using System.Globalization;
using System.Text;

namespace ArchiveScrub.Quality.Metrics;

/// <summary>
/// Turns text into numbered words, so that bags and alignments work on integers. A word is what Python's <c>\w+</c>
/// finds, by which the corpus was made: letters and numbers of every script and the underscore, but not combining
/// marks. Case does not count. One page, one vocabulary.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <summary>How many different words were seen; ids are below it.</summary>
    public int Count => _words.Count;

    /// <summary>The word of an id.</summary>
    public string this[int id] => _words[id];

    /// <summary>The words of a text, in order.</summary>
    public int[] Words(ReadOnlySpan<char> text)
    {
        var ids = new List<int>(text.Length / 5);
        var lower = new char[text.Length];
        text.ToLowerInvariant(lower);
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = -1;
        for (var i = 0; i <= lower.Length;)
        {
            var length = 1;
            if (i < lower.Length && IsWord(lower.AsSpan(i), out length))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = lower.AsSpan(start, i - start);
                start = -1;
                if (!lookup.TryGetValue(word, out var id))
                {
                    id = _words.Count;
                    _words.Add(word.ToString());
                    _ids.Add(_words[id], id);
                }

                ids.Add(id);
            }

            i += length;
        }

        return [.. ids];
    }

    private static bool IsWord(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        if (text[0] < 0x80)
        {
            return char.IsAsciiLetterOrDigit(text[0]) || text[0] == '_';
        }

        Rune.DecodeFromUtf16(text, out var rune, out length);
        return Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }
}
