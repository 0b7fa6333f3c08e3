using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>Numbers and symbols alone: counters of views, shares, votes and pages, stars, separators.</summary>
internal sealed class CounterRule : ChromeRule
{
    private const int MaxLength = 24;

    public override RuleDescription Description { get; } = new(
        "counter.numbers",
        [Kind.Counter],
        [],
        "A short line of digits and symbols without a word (views, shares, votes, page numbers, separators), not in a table, list or code.");

    public override bool IsCertain => false;

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            var block = page.Blocks[i];
            if (page.IsOpen(i) && block.Text.Length <= MaxLength && block.Form is BlockForm.Line or BlockForm.Paragraph && IsNumber(block.Text))
            {
                page.Decide(i, Kind.Counter, Id, 0.8, "shape:number");
            }
        }
    }

    private static bool IsNumber(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetter(c) && !(c is 'k' or 'K' or 'm' or 'M' && i > 0 && char.IsDigit(text[i - 1])))
            {
                return false;
            }

            if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol)
            {
                return false; // a price or an amount: other rules and the context decide
            }
        }

        return true;
    }
}
