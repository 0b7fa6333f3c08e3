using System.Globalization;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>The scale of a donation meter: amounts of one currency, a line each, on a page that asks for money.</summary>
internal sealed class DonationMeterRule(Lexicon lexicon) : ChromeRule
{
    private const int MinAmounts = 3;

    private readonly GroupSet _ask = lexicon.Groups("donation.ask", "start.donation", "label.donation");

    public override RuleDescription Description { get; } = new(
        "donation.meter",
        [Kind.Donation],
        [],
        "Three or more lines in a row that are amounts of one currency, where the page asks for money elsewhere.");

    public override void Apply(ChromePage page)
    {
        if (!Array.Exists(page.Facts, f => f.Hits.Any.Overlaps(_ask)))
        {
            return;
        }

        for (var start = 0; start < page.Count; start++)
        {
            var currency = Currency(page, start);
            var end = start;
            while (currency != '\0' && end < page.Count && Currency(page, end) == currency)
            {
                end++;
            }

            if (end - start >= MinAmounts)
            {
                for (var i = start; i < end; i++)
                {
                    page.Decide(i, Kind.Donation, Id, 0.85, "amounts:" + (end - start).ToString(CultureInfo.InvariantCulture));
                }
            }

            start = Math.Max(start, end - 1);
        }
    }

    /// <summary>The currency sign of a block that is an amount and nothing else; NUL for any other.</summary>
    private static char Currency(ChromePage page, int block)
    {
        var text = page.Blocks[block].Text;
        var currency = '\0';
        if (page.IsDecided(block) || text.Length > 16 || page.Facts[block].Digits == 0)
        {
            return currency;
        }

        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol)
            {
                currency = c;
            }
            else if (!char.IsDigit(c) && c is not (' ' or '.' or ',' or '\''))
            {
                return '\0';
            }
        }

        return currency;
    }
}
