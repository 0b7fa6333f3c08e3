using System.Text;
using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Metrics;

namespace ArchiveScrub.Quality.Noise;

/// <summary>Spoils text captures.</summary>
internal static class TextNoise
{
    private const double CutAt = 0.6;

    /// <summary>All in lower case.</summary>
    public static CorpusPage LowerCase(CorpusPage page) => Of(page, page.Lines!.Text.ToLowerInvariant());

    /// <summary>The first 60 % of the characters.</summary>
    public static CorpusPage Cut(CorpusPage page)
    {
        var end = (int)(page.Lines!.Text.Length * CutAt);
        return Of(page, page.Lines.Text[..(end > 0 && char.IsHighSurrogate(page.Lines.Text[end - 1]) ? end - 1 : end)]);
    }

    private static CorpusPage Of(CorpusPage page, string text) => new()
    {
        Id = page.Id,
        Format = page.Format,
        Payload = Encoding.UTF8.GetBytes(text),
        Gold = page.Gold,
        TextGold = page.TextGold,
        Lines = new TextLines(text),
    };
}
