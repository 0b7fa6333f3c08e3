using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Noise;

/// <summary>A way to spoil a page as captures are spoilt in practice.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Spoil">Makes the spoilt page. Ground truth stays what it was.</param>
/// <param name="Formats">What it makes sense for.</param>
/// <param name="Aim">How much word F1 it may cost; null where only the figure is wanted.</param>
internal sealed record NoiseKind(string Name, Func<CorpusPage, CorpusPage> Spoil, IReadOnlyList<PageFormat> Formats, double? Aim)
{
    private const double Most = 0.05;

    /// <summary>All kinds, by a seed for what is random.</summary>
    public static IReadOnlyList<NoiseKind> All(int seed) =>
    [
        new("names at random", page => HtmlNoise.RandomNames(page, seed), [PageFormat.Html], Most),
        new("lower case", page => page.Format == PageFormat.Html ? HtmlNoise.LowerCase(page) : TextNoise.LowerCase(page), [PageFormat.Html, PageFormat.Text], Most),
        new("div, p and a only", HtmlNoise.PlainTags, [PageFormat.Html], Most),
        new("cut at 60 %", page => page.Format == PageFormat.Html ? HtmlNoise.Cut(page) : TextNoise.Cut(page), [PageFormat.Html, PageFormat.Text], null),
    ];
}
