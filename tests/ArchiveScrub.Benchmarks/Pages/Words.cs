using System.Globalization;
using System.Text;

namespace ArchiveScrub.Benchmarks.Pages;

/// <summary>Made-up prose: the same on every machine.</summary>
internal sealed class Words(uint seed)
{
    private static readonly string[] Common =
    [
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "by", "at", "from", "they", "this", "had",
        "harbour", "council", "river", "bridge", "report", "market", "school", "minister", "weather", "company", "winter", "village", "engine", "boats",
        "farmers", "price", "library", "station", "museum", "island", "railway", "garden", "morning", "evening", "people", "children", "water", "stone",
        "said", "told", "wrote", "opened", "closed", "found", "showed", "asked", "moved", "carried", "agreed", "planned", "measured", "counted", "built",
        "old", "new", "small", "large", "early", "late", "northern", "southern", "quiet", "heavy", "open", "narrow", "public", "local", "first", "last",
    ];

    private static readonly string[] Names = ["Merrow", "Aldwick", "Fenwick", "Harbury", "Ostrand", "Kelmar", "Tarvin", "Lowick", "Brannoch", "Selby"];

    private uint _state = seed;

    /// <summary>A number from 0 to <paramref name="below"/> - 1.</summary>
    public int Next(int below)
    {
        // Xorshift: the framework's generator is not promised to stay as it is.
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)below);
    }

    /// <summary>A name of a place or person.</summary>
    public string Name() => Names[Next(Names.Length)];

    /// <summary>A sentence, a comma in some.</summary>
    public string Sentence()
    {
        var text = new StringBuilder();
        var words = 8 + Next(14);
        for (var i = 0; i < words; i++)
        {
            text.Append(i == 0 ? "" : i == words / 2 && Next(2) == 0 ? ", " : " ");
            text.Append(Next(12) == 0 ? Name() : Next(40) == 0 ? (1 + Next(1900)).ToString(CultureInfo.InvariantCulture) : Common[Next(Common.Length)]);
        }

        text[0] = char.ToUpperInvariant(text[0]);
        return text.Append('.').ToString();
    }

    /// <summary>Sentences.</summary>
    public string Paragraph() => string.Join(' ', Enumerable.Range(0, 2 + Next(4)).Select(_ => Sentence()));

    /// <summary>A few words, as menus and headlines have them.</summary>
    public string Label() => Name() + " " + string.Join(' ', Enumerable.Range(0, 1 + Next(4)).Select(_ => Common[Next(Common.Length)]));
}
