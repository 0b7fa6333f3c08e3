using System.Collections.Frozen;
using System.Globalization;

namespace ArchiveScrub.Timestamps;

/// <summary>The words of dates and times, from <c>lexicon.tsv</c>.</summary>
internal sealed class Lexicon
{
    /// <summary>The longest phrase, in characters; no longer word needs to be looked up.</summary>
    public const int MaxLength = 32;

    private readonly FrozenDictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _entries;

    private Lexicon(Dictionary<string, LexiconEntry> entries) =>
        _entries = entries.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lexicon that is built in.</summary>
    public static Lexicon Default { get; } = Load(Tsv.Read("Timestamps.lexicon.tsv"));

    /// <summary>What is known of a folded word or phrase (see <see cref="WordFolding"/>).</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> folded) => _entries.TryGetValue(folded, out var entry) ? entry : null;

    private static Lexicon Load(IEnumerable<string[]> rows)
    {
        var entries = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            for (var cell = 2; cell < row.Length; cell++)
            {
                foreach (var form in row[cell].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    var entry = Entry(entries, WordFolding.Fold(form));
                    switch (row[0])
                    {
                        case "months":
                            entry.Month = (byte)(cell - 1);
                            break;
                        case "solar-hijri-months":
                            entry.Month = (byte)(100 + cell - 1);
                            break;
                        case "weekdays":
                            entry.Weekday = (byte)(cell - 1);
                            break;
                        case { } era when era.StartsWith("era-", StringComparison.Ordinal):
                            entry.Classes |= WordClass.Era;
                            entry.EraBase = int.Parse(era.AsSpan(4), CultureInfo.InvariantCulture);
                            break;
                        default:
                            entry.Classes |= Enum.Parse<WordClass>(row[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                            break;
                    }
                }
            }
        }

        return new Lexicon(entries);
    }

    // Every beginning of a phrase is an entry too, so that a reader knows whether to read on.
    private static LexiconEntry Entry(Dictionary<string, LexiconEntry> entries, string form)
    {
        for (var i = 1; i < form.Length; i++)
        {
            if (form[i] is ' ' or '-' or '.' || Text.Words.IsDense(form[i]))
            {
                Get(entries, form[..i]).Continues = true;
            }
        }

        return Get(entries, form);
    }

    private static LexiconEntry Get(Dictionary<string, LexiconEntry> entries, string form)
    {
        if (!entries.TryGetValue(form, out var entry))
        {
            entries[form] = entry = new LexiconEntry();
        }

        return entry;
    }
}
