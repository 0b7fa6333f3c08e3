using System.Globalization;

namespace ArchiveScrub.Captures.Detection;

/// <summary>The letters of a language that are outside ASCII.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Charsets">Names of the charsets it is written in, blanks between, the likeliest first.</param>
/// <param name="Script">How its letters mix with ASCII.</param>
/// <param name="Letters">A letter and its share, blanks between.</param>
/// <param name="Symbols">Share of quotation marks, dashes, no-break spaces and the like, for every 100 letters of the list.</param>
/// <param name="AreDense">Whether letters outside ASCII often follow each other in a Latin script.</param>
internal sealed record Alphabet(string Language, string Charsets, AlphabetScript Script, string Letters, int Symbols, bool AreDense = false)
{
    /// <summary>How many bytes outside ASCII there are for each ASCII byte: the shares of a Latin alphabet are those of 10,000 letters.</summary>
    public double Density => Script == AlphabetScript.Latin ? Shares().Sum(entry => entry.Share) / 10_000.0 : 3;

    /// <summary>The letters with their shares.</summary>
    public IEnumerable<(char Letter, int Share)> Shares()
    {
        foreach (var entry in Letters.Split(' '))
        {
            yield return (entry[0], int.Parse(entry.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }
}
