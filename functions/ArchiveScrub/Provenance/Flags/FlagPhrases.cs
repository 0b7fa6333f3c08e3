using System.Globalization;
using System.Reflection;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Provenance.Flags;

/// <summary>What walls, errors and checks say, by group and language (<c>flags.phrases</c>, written as lexicons are). The chrome rules do not see it.</summary>
internal sealed class FlagPhrases
{
    /// <summary>What parts a title: the site's name stands apart from the page's.</summary>
    private static readonly char[] Separators = ['|', '-', '\u2013', '\u2014', '\u00B7', '\u2022', ':', '\u00BB', '\u00AB', '/', '!', '.', ',', '\uFF1A', '\u3002', '\uFF01', '(', ')', '[', ']', '\n'];

    private readonly Lexicon _lexicon;

    private FlagPhrases(Lexicon lexicon) => _lexicon = lexicon;

    /// <summary>Reads the phrases that are built into the library.</summary>
    public static FlagPhrases Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ArchiveScrub.Provenance.Flags.flags.phrases")!;
        using var reader = new StreamReader(stream);
        return new FlagPhrases(Lexicon.Parse(reader.ReadToEnd()));
    }

    /// <summary>Whether a text holds a phrase of the group.</summary>
    public bool Holds(string text, string group) => _lexicon.Find(text).Any.Overlaps(_lexicon.Groups(group));

    /// <summary>
    /// Whether a part of a title, as separators part it, is made of phrases of the group and nothing else; or of one of
    /// the status numbers, alone or with words that go with a number ("Error 404").
    /// </summary>
    public bool Names(string title, string group, ReadOnlySpan<int> numbers)
    {
        foreach (var part in title.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (_lexicon.Cover(part, _lexicon.Groups(group, "status")) is { IsWhole: true } && Holds(part, group))
            {
                return true;
            }

            var number = part.Split(' ', '#').Select(static word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0).FirstOrDefault(static value => value > 0);
            if (numbers.Contains(number) && _lexicon.Cover(part, _lexicon.Groups(group, "status")) is { Numbers: 1 })
            {
                return true;
            }
        }

        return false;
    }
}
