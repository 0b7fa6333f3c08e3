using System.Globalization;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>The scale of a donation meter: amounts of one currency, a line each, close to a request for money.</summary>
internal sealed class DonationMeterRule(Lexicon lexicon) : ChromeRule
{
    private const int MinAmounts = 3;

    /// <summary>A request stands within this many blocks of its scale.</summary>
    private const int Reach = 12;

    private readonly GroupSet _ask = lexicon.Groups("donation.ask", "label.donation");

    public override RuleDescription Description { get; } = new(
        "donation.meter",
        [Kind.Donation],
        [],
        "Three or more lines in a row that are amounts of one currency, close to a request for money.");

    public override bool IsCertain => false;

    public override void Apply(ChromePage page)
    {
        for (var start = 0; start < page.Count; start++)
        {
            var currency = Currency(page, start);
            var end = start;
            while (currency != '\0' && end < page.Count && Currency(page, end) == currency)
            {
                end++;
            }

            if (end - start >= MinAmounts && AsksNearby(page, start, end))
            {
                for (var i = start; i < end; i++)
                {
                    page.Decide(i, Kind.Donation, Id, 0.85, "amounts:" + (end - start).ToString(CultureInfo.InvariantCulture));
                }
            }

            start = Math.Max(start, end - 1);
        }
    }

    private bool AsksNearby(ChromePage page, int start, int end)
    {
        for (var i = Math.Max(0, start - Reach); i < Math.Min(page.Count, end + Reach); i++)
        {
            if (page[i] is { Kind: Kind.Donation } || (page[i] is null && page.Facts[i].Hits.AtSentence.Overlaps(_ask)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The currency sign of a block that is an amount and nothing else; NUL for any other.</summary>
    private static char Currency(ChromePage page, int block)
    {
        var text = page.Blocks[block].Text;
        var currency = '\0';
        if (!page.IsOpen(block) || text.Length > 16 || page.Facts[block].Digits == 0 || HasCents(text))
        {
            return currency;
        }

        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol)
            {
                if (currency != '\0')
                {
                    return '\0'; // two prices: the old one and the new one
                }

                currency = c;
            }
            else if (!char.IsDigit(c) && c is not (' ' or '.' or ',' or '\''))
            {
                return '\0';
            }
        }

        return currency;
    }

    /// <summary>A scale has round steps; what ends in cents is a price.</summary>
    private static bool HasCents(string text) =>
        text.Length > 3 && text[^3] is '.' or ',' && char.IsDigit(text[^1]) && char.IsDigit(text[^2]);
}
