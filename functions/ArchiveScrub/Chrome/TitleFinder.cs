using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome;

/// <summary>
/// Finds the headline: in HTML a heading that agrees with what the page's head says, in a text capture the line before
/// the body that stands twice, or shares its words with the first paragraphs.
/// </summary>
internal sealed class TitleFinder(Lexicon lexicon)
{
    private const int MaxWords = 40;
    private const int Reach = 40;
    private const double SubtitleShare = 0.6;

    private readonly int _cue = lexicon.Group("caption.cue");

    /// <summary>Index of the headline's block; -1 where none is found.</summary>
    public int Find(ChromePage page) => page.Page.Format == PageFormat.Html ? FindByHead(page) : FindByBody(page);

    /// <summary>Share of the smaller set's tokens that the other has, too.</summary>
    internal static double Agreement(HashSet<ulong> left, HashSet<ulong> right)
    {
        var smaller = Math.Min(left.Count, right.Count);
        return smaller == 0 ? 0 : (double)left.Count(right.Contains) / smaller;
    }

    internal static HashSet<ulong> TokensOf(string text, int limit = 60)
    {
        var set = new HashSet<ulong>();
        var tokens = new Tokenizer(text, splitJoins: false);
        while (set.Count < limit && tokens.Next(out var token))
        {
            set.Add(token.Hash);
        }

        return set;
    }

    private static int FindByHead(ChromePage page)
    {
        var head = page.Page.Head;
        var named = head.FirstMeta("og:title", "twitter:title") ?? head.Title;
        var wanted = named is null ? [] : TokensOf(named);
        var full = head.Title is null ? wanted : TokensOf(head.Title);
        var best = -1;
        var bestScore = 0.0;
        for (var i = 0; i < page.Count; i++)
        {
            var block = page.Blocks[i];
            ref readonly var facts = ref page.Facts[i];
            if (page.IsRemoved(i) || page.Repeated[i] > 0 || facts.Words is 0 or > MaxWords || block.Visibility != BlockVisibility.Shown)
            {
                continue;
            }

            var isHeading = block.Form == BlockForm.Heading;
            if (!isHeading && !facts.Surroundings.HasAny(Surroundings.Heading))
            {
                continue;
            }

            var tokens = TokensOf(block.Text);
            var agreement = Math.Max(Agreement(tokens, wanted), Agreement(tokens, full));
            var coverage = wanted.Count == 0 ? 0 : (double)tokens.Count(wanted.Contains) / wanted.Count;
            var score = (agreement * coverage * 4) + (block.HeadingLevel == 1 ? 1.0 : isHeading ? 0.3 : 0)
                + (facts.Surroundings.HasAny(Surroundings.Article | Surroundings.Main | Surroundings.Content) ? 0.3 : 0)
                - (facts.Surroundings.HasAny(Surroundings.Navigation | Surroundings.Footer | Surroundings.Aside | Surroundings.Related | Surroundings.Consent | Surroundings.Dialog) ? 1.5 : 0)
                - (block.LinkLength > 0 ? 0.3 : 0);
            if (score > bestScore + 1e-9 && (block.HeadingLevel == 1 || agreement * coverage > 0.4))
            {
                best = i;
                bestScore = score;
            }
        }

        return best;
    }

    private int FindByBody(ChromePage page)
    {
        var main = page.Body.Main;
        if (main.Words == 0)
        {
            return -1;
        }

        // A long headline may itself look like prose: the body opens with the first whole sentence.
        var opening = main.First;
        while (opening < main.Last && !(page.Facts[opening].IsProse && page.Facts[opening].EndsSentence))
        {
            opening++;
        }

        var lead = new HashSet<ulong>();
        for (int i = opening, taken = 0; i <= main.Last && taken < 4; i++)
        {
            if (page.Facts[i].IsProse)
            {
                lead.UnionWith(TokensOf(page.Blocks[i].Text, 200));
                taken++;
            }
        }

        var best = -1;
        var bestScore = 0.35;
        var scores = new double[opening];
        for (var i = Math.Max(0, opening - Reach); i < opening; i++)
        {
            scores[i] = ScoreAsTitle(page, i, opening, lead);
            if (scores[i] > bestScore + 1e-9)
            {
                best = i;
                bestScore = scores[i];
            }
        }

        // Of two lines in a row that could both be it, the second is the line under the headline.
        return best > 0 && scores[best - 1] > SubtitleShare * bestScore ? best - 1 : best;
    }

    private double ScoreAsTitle(ChromePage page, int block, int opening, HashSet<ulong> lead)
    {
        ref readonly var facts = ref page.Facts[block];
        if (page.IsRemoved(block) || page.Repeated[block] > 0 || facts.Hits.IsAllLabels || facts.Words is < 2 or > MaxWords || facts.Letters < 6)
        {
            return 0;
        }

        var tokens = TokensOf(page.Blocks[block].Text);
        var score = Agreement(tokens, lead) * Math.Min(1, facts.Words / 5.0);
        score += facts.Words is >= 4 and <= 22 ? 0.3 : 0;
        score += facts.CapitalisedWords >= 0.6 * facts.Words && facts.Words >= 4 ? 0.15 : 0;
        score -= facts.EndsSentence && !page.Blocks[block].Text.EndsWith('?') && !page.Blocks[block].Text.EndsWith('!') ? 0.4 : 0;
        score -= facts.Hits.Any.Has(_cue) ? 0.2 : 0;
        score -= facts.Digits >= 4 && facts.Words > 12 ? 0.15 : 0;
        score -= 0.004 * (opening - block);
        for (var i = block + 1; i <= opening && i <= block + 8; i++)
        {
            if (page.Facts[i].Fingerprint == facts.Fingerprint)
            {
                score += 0.6; // a headline that stands twice: once in the page's head, once over the body
                break;
            }
        }

        return score;
    }
}
