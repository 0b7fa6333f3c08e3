namespace ArchiveScrub.Chrome.Rules;

/// <summary>The line that names the author, near the headline. It is kept: it is no chrome.</summary>
internal sealed class BylineRule : ChromeRule
{
    private const int MaxWords = 25;

    /// <summary>So many blocks before the headline, or after it, may a byline stand.</summary>
    private const int Before = 3;
    private const int After = 12;

    /// <summary>A subtitle may already look like body; further in, a line like this is none.</summary>
    private const int IntoBody = 6;

    public override RuleDescription Description { get; } = new(
        "byline.line",
        [Kind.Byline],
        [],
        "Kept: a line near the headline that names who wrote the page.");

    public override void Apply(ChromePage page)
    {
        if (page.Title < 0)
        {
            return;
        }

        for (var i = Math.Max(0, page.Title - Before); i < page.Count && i <= page.Title + After; i++)
        {
            if (page.IsOpen(i) && i != page.Title && page.Facts[i].Words <= MaxWords && i < page.Body.Main.First + IntoBody
                && page.IsByline(i))
            {
                page.Decide(i, Kind.Byline, Id, 0.85, "shape:byline");
            }
        }
    }
}
