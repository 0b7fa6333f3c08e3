using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// A headline inside the body that comes back, whole or shortened, in a list of related pages: it is a teaser there,
/// so it is one here.
/// </summary>
internal sealed class RelatedEchoRule : ChromeRule
{
    private const int MinTokens = 5;
    private const double MinShare = 0.85;

    /// <summary>Each line is held against each teaser; a page has fewer unless it is made to keep us busy.</summary>
    private const int MaxTeasers = 2000;

    public override RuleDescription Description { get; } = new(
        "related.echo",
        [Kind.Related],
        [],
        "A line without the end of a sentence whose words return, nearly all, as a teaser in a list of related pages.");

    public override void Apply(ChromePage page)
    {
        var teasers = new List<TokenSet>();
        for (var i = 0; i < page.Count && teasers.Count < MaxTeasers; i++)
        {
            if (page[i] is { Kind: Kind.Related } && page.Facts[i].Words >= MinTokens)
            {
                teasers.Add(TokenSet.Of(page.Blocks[i].Text, Lexicon.MaxLabelTokens));
            }
        }

        for (var i = 0; i < page.Count && teasers.Count > 0; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            if (page.IsDecided(i) || i == page.Title || facts.EndsSentence || facts.Words is < MinTokens or > 40 || page.Blocks[i].Form is BlockForm.TableRow or BlockForm.Code)
            {
                continue;
            }

            var tokens = TokenSet.Of(page.Blocks[i].Text, Lexicon.MaxLabelTokens);
            foreach (var teaser in teasers)
            {
                if (Math.Min(tokens.Count, teaser.Count) >= MinTokens && tokens.Agrees(teaser, MinShare))
                {
                    page.Decide(i, Kind.Related, Id, 0.9, "returns-in:related");
                    break;
                }
            }
        }
    }
}
