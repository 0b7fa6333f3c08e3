using System.Globalization;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// Readers' comments under an article: a head such as <c>12 comments</c> after the body, then names, times, texts and
/// reply buttons. A page that shows such signs before the head is a forum, whose posts are its content.
/// </summary>
internal sealed class CommentSectionRule(Lexicon lexicon) : ChromeRule
{
    private const int MinProse = 150;
    private const int MinSigns = 3;

    /// <summary>Signs further apart than this belong to something else.</summary>
    private const int MaxGap = 8;

    private const int MaxHeadWords = 6;

    /// <summary>After so many heads without comments the page is a list of something else; each head costs a look at all that follows.</summary>
    private const int MaxHeads = 16;

    private readonly GroupSet _head = lexicon.Groups("comment.head");
    private readonly GroupSet _reply = lexicon.Groups("comment.reply");

    public override RuleDescription Description { get; } = new(
        "comment.section",
        [Kind.Comment],
        lexicon.LanguagesOf("comment.head"),
        "Readers' comments after an article: a head such as '12 comments', then times and reply buttons with the texts between. Not on forum pages.");

    public override void Apply(ChromePage page)
    {
        if (!page.Found.Overlaps(_head))
        {
            return;
        }

        var prose = 0;
        var signs = 0;
        var heads = 0;
        for (var i = 0; i < page.Count && signs < MinSigns && heads < MaxHeads; i++)
        {
            if (prose >= MinProse && IsHead(page, i))
            {
                heads++;
                if (LastSign(page, i) is > 0 and var last)
                {
                    Decide(page, i, last);
                    return;
                }

                continue;
            }

            signs += prose > 0 && IsReply(page, i) ? 1 : 0;
            prose += page.Facts[i].IsProse && !page.IsRemoved(i) ? page.Facts[i].Words : 0;
        }
    }

    private bool IsHead(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        return facts.Words is > 0 and <= MaxHeadWords && facts.Hits.Any.Overlaps(_head) && page[block] is null or { Kind: Kind.Counter }
            && page.Lexicon.Cover(page.Blocks[block].Text, _head) is { IsWhole: true };
    }

    /// <summary>A reply button. A lone word may be a count's unit elsewhere, so digits do not count.</summary>
    private bool IsReply(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        return facts.Words is > 0 and <= MaxHeadWords && facts.Digits == 0 && facts.Hits.Any.Overlaps(_reply)
            && page.Lexicon.Cover(page.Blocks[block].Text, _reply) is { IsWhole: true };
    }

    private bool IsSign(ChromePage page, int block) => IsReply(page, block)
        || (page.Facts[block].Words <= 10 && (page[block] is { Kind: Kind.Timestamp } || page.IsTimestampLine(block)));

    /// <summary>The last sign of the comments under a head; 0 where there are too few.</summary>
    private int LastSign(ChromePage page, int head)
    {
        int signs = 0, replies = 0;
        var last = head;
        var hasProse = false;
        for (var i = head + 1; i < page.Count && i - last <= MaxGap; i++)
        {
            hasProse |= page.Facts[i].IsProse;
            if (IsHead(page, i) && page.Facts[i].Digits > 0)
            {
                return 0; // a counter on every card of a list
            }

            if (IsSign(page, i))
            {
                signs++;
                replies += IsReply(page, i) ? 1 : 0;
                last = i;
            }
        }

        return signs >= MinSigns && hasProse && (replies > 0 || page.Facts[head].Digits > 0) ? last : 0;
    }

    private void Decide(ChromePage page, int head, int last)
    {
        var evidence = "comment-blocks:" + (last - head).ToString(CultureInfo.InvariantCulture);
        for (var i = head; i <= last; i++)
        {
            if (i != page.Title)
            {
                page.Decide(i, Kind.Comment, Id, 0.85, page.Phrase(head, _head), evidence);
            }
        }
    }
}
