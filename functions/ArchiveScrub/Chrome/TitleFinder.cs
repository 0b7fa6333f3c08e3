using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome;

/// <summary>
/// Finds the headline: in HTML a heading that agrees with what the page's head says, in a text capture the line before
/// the body that stands twice, shares its words with the prose, or has a date and a name beside it.
/// </summary>
internal sealed class TitleFinder(Lexicon lexicon)
{
    private const int MaxWords = 40;
    private const int Reach = 40;
    private const double SubtitleShare = 0.7;
    private const double MinScore = 0.35;

    /// <summary>Where more of the page's prose than this stands before a line, it is a heading at most.</summary>
    private const double MaxBefore = 0.4;
    private const double BeforeWeight = 5;

    /// <summary>So many blocks from the headline stand its date and its writers.</summary>
    private const int DateBefore = 2;
    private const int DateAfter = 5;

    private readonly int _cue = lexicon.Group("caption.cue");

    /// <summary>Index of the headline's block; -1 where none is found.</summary>
    public int Find(ChromePage page) => page.Page.Format == PageFormat.Html ? FindByHead(page) : FindByBody(page);

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

    /// <summary>Share of the smaller set's tokens that the other has, too.</summary>
    private static double Agreement(TokenSet left, TokenSet right)
    {
        var smaller = Math.Min(left.Count, right.Count);
        return smaller == 0 ? 0 : (double)left.CountShared(right) / smaller;
    }

    private static int FindByHead(ChromePage page)
    {
        var head = page.Page.Head;
        var named = head.FirstMeta("og:title", "twitter:title") ?? head.Title;
        var wanted = TokenSet.Of(named);
        var full = head.Title is null ? wanted : TokenSet.Of(head.Title);
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

            var tokens = TokenSet.Of(block.Text);
            var agreement = Math.Max(Agreement(tokens, wanted), Agreement(tokens, full));
            var coverage = wanted.Count == 0 ? 0 : (double)tokens.CountShared(wanted) / wanted.Count;
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
        var words = new ProseWords(page);
        if (page.Body.Main.Words == 0 || words.Total == 0)
        {
            return -1;
        }

        var best = -1;
        var bestScore = MinScore;
        var scores = new double[page.Count];
        for (var i = 0; i <= page.Body.Main.Last && words.Before(i) <= MaxBefore * words.Total; i++)
        {
            scores[i] = ScoreAsTitle(page, i, words);
            if (scores[i] > bestScore + 1e-9)
            {
                best = i;
                bestScore = scores[i];
            }
        }

        // Of two lines in a row that could both be it, the second is the line under the headline.
        return best > 0 && scores[best - 1] > SubtitleShare * bestScore ? best - 1 : best;
    }

    private double ScoreAsTitle(ChromePage page, int block, ProseWords words)
    {
        ref readonly var facts = ref page.Facts[block];
        var text = page.Blocks[block].Text;
        if (page.IsRemoved(block) || page.Repeated[block] > 0 || facts.Hits.IsAllLabels || facts.Words is < 2 or > MaxWords || facts.Letters < 6 || (facts.Sentences > 1 && facts.EndsSentence) || page.Blocks[block].Form is BlockForm.TableRow or BlockForm.Code)
        {
            return 0;
        }

        var lead = NextProse(page, block);
        if (lead < 0 || IsDateOrName(page, block))
        {
            return 0;
        }

        var score = words.Share(text) * Math.Min(1, facts.Words / 5.0);
        score += facts.Words is >= 4 and <= 22 ? 0.3 : 0;
        score += facts.CapitalisedWords >= 0.6 * facts.Words && facts.Words >= 4 ? 0.1 : 0;
        score -= facts.EndsSentence && text[^1] is not ('?' or '!') ? 0.4 : 0;
        score -= facts.Hits.Any.Has(_cue) ? 0.2 : 0;
        score -= facts.Digits >= 4 && facts.Words > 12 ? 0.15 : 0;
        score -= text.AsSpan().IndexOfAny(Separators) >= 0 ? 0.3 : 0;
        score -= 0.01 * Math.Min(30, lead - block);
        score -= BeforeWeight * words.Before(block) / words.Total;
        score += IsNearDateOrName(page, block) ? 0.4 : 0;
        for (var i = block + 1; i <= lead && i <= block + 8; i++)
        {
            if (page.Facts[i].Fingerprint == facts.Fingerprint)
            {
                score += 0.4; // a headline that stands twice: once in the page's head, once over the body
                break;
            }
        }

        return score;
    }

    private static ReadOnlySpan<char> Separators => ">\u00BB\u203A|\u2192\u2502\t";

    /// <summary>The first whole sentence after a block; -1 where none is near.</summary>
    private static int NextProse(ChromePage page, int block)
    {
        for (var i = block + 1; i < page.Count && i <= block + Reach; i++)
        {
            if (page.Facts[i].IsProse && page.Facts[i].EndsSentence)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNearDateOrName(ChromePage page, int block)
    {
        for (var i = Math.Max(0, block - DateBefore); i < page.Count && i <= block + DateAfter; i++)
        {
            if (i != block && IsDateOrName(page, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDateOrName(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        return facts.Words is > 0 and <= 25
            && ((facts.Digits > 0 && page.IsTimestampLine(block)) || page.IsByline(block));
    }

    /// <summary>The words of a page's prose: how much of it stands before a block, and in how many paragraphs a word stands.</summary>
    private sealed class ProseWords
    {
        private const double CommonShare = 0.35;
        private const double CommonWeight = 0.15;

        private const int MaxTokens = 200;

        private readonly int[] _before;
        private readonly HashIndex _paragraphs = new(512);
        private readonly int _count;

        public ProseWords(ChromePage page)
        {
            _before = new int[page.Count + 1];
            var last = new HashIndex(512);
            for (var i = 0; i < page.Count; i++)
            {
                ref readonly var facts = ref page.Facts[i];
                var isProse = facts.IsProse && facts.EndsSentence && !page.IsRemoved(i);
                _before[i + 1] = _before[i] + (isProse ? facts.Words : 0);
                if (isProse)
                {
                    _count++;
                    Count(page.Blocks[i].Text, last);
                }
            }
        }

        public int Total => _before[^1];

        public int Before(int block) => _before[block];

        /// <summary>Share of a line's words that come back in the prose; a word that every other paragraph has counts little.</summary>
        public double Share(string line)
        {
            Span<ulong> tokens = stackalloc ulong[TokenSet.Size];
            double found = 0, all = 0;
            foreach (var token in tokens[..TokenSet.Read(line, tokens)])
            {
                var paragraphs = _paragraphs[token];
                var weight = _count > 3 && paragraphs > CommonShare * _count ? CommonWeight : 1;
                all += weight;
                found += paragraphs switch
                {
                    0 => 0,
                    1 => 0.6 * weight,
                    _ => weight,
                };
            }

            return all > 0 ? found / all : 0;
        }

        /// <summary>Counts a word once for each paragraph: <paramref name="last"/> says of each the paragraph that counted it last.</summary>
        private void Count(string paragraph, HashIndex last)
        {
            var tokens = new Tokenizer(paragraph, splitJoins: false);
            for (var different = 0; different < MaxTokens && tokens.Next(out var token);)
            {
                ref var counted = ref last.Entry(token.Hash);
                if (counted != _count)
                {
                    counted = _count;
                    _paragraphs.Entry(token.Hash)++;
                    different++;
                }
            }
        }
    }
}
