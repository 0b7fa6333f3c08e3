using System.Collections.Frozen;
using ArchiveScrub.Timestamps;

namespace ArchiveScrub.Datelines;

/// <summary>Words before a date that tell what it is the date of, from <c>cues.tsv</c>. Immutable.</summary>
internal sealed class DateCues
{
    private const int MaxWords = 3;
    private const int MaxLength = 32;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _signals;

    private DateCues(IEnumerable<string[]> rows)
    {
        var signals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var form in row[1].Split(','))
            {
                signals.TryAdd(WordFolding.Fold(form), row[0]);
            }
        }

        _signals = signals.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The table that is built in.</summary>
    public static DateCues Default { get; } = new(Tsv.Read("Datelines.cues.tsv"));

    /// <summary>Adds the signal of every cue that the text holds, each once.</summary>
    public void AddTo(List<string> signals, ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[MaxLength];
        for (var start = 0; start < text.Length; start = WordEnd(text, start))
        {
            while (start < text.Length && !char.IsLetter(text[start]))
            {
                start++;
            }

            var end = start;
            for (var words = 0; words < MaxWords && end < text.Length; words++)
            {
                end = WordEnd(text, end);
                if (end - start > MaxLength)
                {
                    break;
                }

                if (_signals.TryGetValue(folded[..WordFolding.Fold(text[start..end], folded)], out var signal) && !signals.Contains(signal))
                {
                    signals.Add(signal);
                }

                // a phrase goes on over one blank
                if (end + 1 >= text.Length || text[end] != ' ' || !char.IsLetter(text[end + 1]))
                {
                    break;
                }

                end++;
            }
        }
    }

    // Words end where a capital follows a small letter, too: authorPublished.
    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && (char.IsLetter(text[i]) || (i > start && text[i] == '-')) && !(i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1])))
        {
            i++;
        }

        return i > start || i >= text.Length ? i : i + 1;
    }
}
