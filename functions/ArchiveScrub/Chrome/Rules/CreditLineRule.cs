using ArchiveScrub.Credits;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>The line at the end of a report that names who contributed. It is kept: it is no chrome.</summary>
internal sealed class CreditLineRule : ChromeRule
{
    private const int MaxWords = 60;

    /// <summary>So many blocks after the last prose may it stand.</summary>
    private const int Reach = 4;

    public override RuleDescription Description { get; } = new(
        "credit.line",
        [Kind.Credit],
        [],
        "Kept: a line at the end of the body that names contributing reporters or agencies.");

    public override void Apply(ChromePage page)
    {
        var main = page.Body.Main;
        for (var i = main.First; main.Words > 0 && i < page.Count && i <= main.Last + Reach; i++)
        {
            if (page.IsOpen(i) && i != page.Title && page.Facts[i].Words <= MaxWords && CreditLineParser.Default.IsCreditLine(page.Blocks[i].Text))
            {
                page.Decide(i, Kind.Credit, Id, 0.9, "shape:credit-line");
            }
        }
    }
}
