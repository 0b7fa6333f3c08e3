using System.Globalization;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// A table of contents, known by itself in any language: lines in a row that all come back further down, in the same
/// order, each over the text that it announces.
/// </summary>
internal sealed class ContentsRule : ChromeRule
{
    private const int MinLines = 3;
    private const int MaxWords = 18;
    private const double MinAgreement = 0.8;

    /// <summary>After the first paragraph a list of single words names its subject matter, though each of them heads a section further down.</summary>
    private const int MinWordsAfterProse = 3;

    /// <summary>Each line is held against each head; a page has fewer unless it is made to keep us busy.</summary>
    private const int MaxHeads = 4000;

    /// <summary>So many lines without an echo may stand between those that have one.</summary>
    private const int MaxGap = 1;

    public override RuleDescription Description { get; } = new(
        "navigation.contents",
        [Kind.Navigation],
        [],
        "Three or more lines in a row on the page of a report that come back, in this order, as heads of the text below.");

    public override void Apply(ChromePage page)
    {
        // A list of cards, of methods or of posts names the same things twice and is no table of contents.
        if (!ReportLook.Of(page))
        {
            return;
        }

        var heads = Heads(page);
        for (var start = 0; start < page.Count; start++)
        {
            if (!IsLine(page, start) || Echo(page, heads, start, start) < 0)
            {
                continue;
            }

            var lines = Lines(page, heads, start);
            if (lines.Count >= MinLines && (!FollowsProse(page, start) || lines.Sum(line => page.Facts[line].Words) >= MinWordsAfterProse * lines.Count))
            {
                foreach (var line in lines)
                {
                    page.Decide(line, Kind.Navigation, Id, 0.85, "lines:" + lines.Count.ToString(CultureInfo.InvariantCulture));
                }
            }

            start = lines[^1];
        }
    }

    private static bool FollowsProse(ChromePage page, int block) => page.Body.Stretches.Count > 0 && page.Body.Stretches[0].First < block;

    /// <summary>Lines that stand over a paragraph, with their words.</summary>
    private static List<(int Block, TokenSet Tokens)> Heads(ChromePage page)
    {
        var heads = new List<(int, TokenSet)>();
        for (var i = 0; i + 1 < page.Count && heads.Count < MaxHeads; i++)
        {
            var leads = page.Facts[i + 1].IsProse || page.Blocks[i + 1].Form is BlockForm.ListItem or BlockForm.TableRow or BlockForm.Code
                || (i + 2 < page.Count && page.Facts[i + 2].IsProse);
            if (leads && page.Facts[i].Words is > 0 and <= MaxWords && page.Blocks[i].Form is not (BlockForm.TableRow or BlockForm.Code) && !page.IsRemoved(i))
            {
                heads.Add((i, TokenSet.Of(page.Blocks[i].Text)));
            }
        }

        return heads;
    }

    /// <summary>The lines from <paramref name="start"/> on whose echoes go down the page, each below the one before.</summary>
    private static List<int> Lines(ChromePage page, List<(int Block, TokenSet Tokens)> heads, int start)
    {
        var lines = new List<int> { start };
        var echo = Echo(page, heads, start, start);
        var first = echo;
        for (int i = start + 1, gap = 0; i < first && gap <= MaxGap && !page.Facts[i].IsProse; i++)
        {
            var next = IsLine(page, i) ? Echo(page, heads, i, Math.Max(echo, i)) : -1;
            if (next < 0)
            {
                gap++;
                continue;
            }

            gap = 0;
            echo = next;
            lines.Add(i);
        }

        return lines;
    }

    private static bool IsLine(ChromePage page, int block) =>
        page.IsOpen(block) && block != page.Title && page.Facts[block].Words is >= 1 and <= MaxWords
        && !page.Facts[block].IsProse && page.Blocks[block].Form is not (BlockForm.TableRow or BlockForm.Code);

    /// <summary>The first head below <paramref name="after"/> that has the words of the line; -1 where there is none.</summary>
    private static int Echo(ChromePage page, List<(int Block, TokenSet Tokens)> heads, int line, int after)
    {
        var tokens = TokenSet.Of(page.Blocks[line].Text);
        foreach (var (block, head) in heads)
        {
            if (block > after && block > line + MinLines - 1 && head.Count > 0 && tokens.Count > 0
                && (page.Facts[block].Fingerprint == page.Facts[line].Fingerprint || AreAlike(tokens, head)))
            {
                return block;
            }
        }

        return -1;
    }

    private static bool AreAlike(TokenSet line, TokenSet head) =>
        line.Count >= 3 && head.Count >= 3 && Math.Max(line.Count, head.Count) <= 2 * Math.Min(line.Count, head.Count) && line.Agrees(head, MinAgreement);
}
