using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// Captions and credits of pictures: what the markup calls a caption; a credit line (<c>© AFP / Jane Doe</c>,
/// <c>Photo: …</c>); the line that such a credit belongs to; and a sentence under the headline that describes a picture.
/// </summary>
internal sealed class CaptionRule(Lexicon lexicon) : ChromeRule
{
    private const int MaxCreditWords = 14;
    private const int MaxCaptionWords = 45;
    private const int CreditReach = 2;

    private readonly int _start = lexicon.Group("start.caption");
    private readonly int _source = lexicon.Group("start.source");
    private readonly int _agency = lexicon.Group("credit.agency");
    private readonly int _cue = lexicon.Group("caption.cue");
    private readonly int _report = lexicon.Group("report.verb");
    private readonly int _legal = lexicon.Group("legal.sentence");

    public override RuleDescription Description { get; } = new(
        "caption.media",
        [Kind.Caption],
        lexicon.LanguagesOf("start.caption"),
        "Captions and credits of pictures: marked up as such, a line that opens as a credit does, the line before a credit, or a descriptive sentence under the headline.");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (!page.IsOpen(i) || i == page.Title)
            {
                continue;
            }

            if (page[i] is null && IsMarkedUp(page, i))
            {
                page.Decide(i, Kind.Caption, Id, 0.95, "markup:caption");
            }
            else if (IsCredit(page, i))
            {
                page.Decide(i, Kind.Caption, Id, 0.9, "shape:credit");
                if (!page.Facts[i].Hits.AtStart.Has(_source))
                {
                    DecideCaptionsOf(page, i); // over the source of a chart stands what the chart is about
                }
            }
            else if (IsUnderHeadline(page, i))
            {
                page.Decide(i, Kind.Caption, Id, 0.7, page.Phrase(i, GroupSet.Of(_cue)), "place:under-headline");
            }
            else if (IsFilePhoto(page, i))
            {
                page.Decide(i, Kind.Caption, Id, 0.75, page.Phrase(i, GroupSet.Of(_cue)));
            }
        }
    }

    private static bool IsMarkedUp(ChromePage page, int block)
    {
        if (page.Blocks[block].Form == BlockForm.Caption)
        {
            return true;
        }

        return page.Facts[block].Surroundings.HasAny(Surroundings.Caption)
            && page.Facts[block].Words <= MaxCaptionWords * 2
            && page.Blocks[block].Form is BlockForm.Line or BlockForm.Paragraph;
    }

    /// <summary>A credit: a copyright sign or a word such as <c>Photo:</c> with a name behind it, and no notice of rights.</summary>
    private bool IsCredit(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        var text = page.Blocks[block].Text;
        if (facts.Words is 0 or > MaxCreditWords || facts.Hits.Any.Has(_legal) || page.Blocks[block].Form is BlockForm.Heading or BlockForm.TableRow or BlockForm.Code)
        {
            return false;
        }

        if (text[0] == '\u00A9' || text.StartsWith("(c)", StringComparison.OrdinalIgnoreCase))
        {
            // A notice at the foot of a page is a line like this, too; there a year and the site stand, no name behind a stroke.
            return !facts.EndsSentence && (text.Contains('/', StringComparison.Ordinal) || facts.Hits.Any.Has(_agency) || !page.Body.IsAfter(block));
        }

        if (facts.Hits.AtStart.Has(_start) || (facts.Hits.AtStart.Has(_source) && page.Body.IsInside(block)))
        {
            var at = text.AsSpan().IndexOfAny(':', '\uFF1A');
            return at > 0 && at < 24 && facts.Words > 1 && !facts.EndsSentence;
        }

        return facts.Hits.Any.Has(_agency) && !facts.EndsSentence && (text.Contains('/', StringComparison.Ordinal) || text.Contains('|', StringComparison.Ordinal)) && facts.Words <= 8 && !text.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>The line right before a credit, and a line across the headline from it.</summary>
    private void DecideCaptionsOf(ChromePage page, int credit)
    {
        for (var i = credit - 1; i >= 0 && i >= credit - CreditReach; i--)
        {
            if (i == page.Title)
            {
                continue;
            }

            ref readonly var facts = ref page.Facts[i];
            var isCaption = page.IsOpen(i)
                && page.Blocks[i].Form is BlockForm.Line or BlockForm.Paragraph
                && facts.Words is >= 3 and <= MaxCaptionWords
                && !facts.Hits.Any.Has(_report)
                && facts.Sentences <= 1
                && (!facts.EndsSentence || !page.Body.IsInside(i))
                && !(facts.HasQuote && facts.EndsSentence);
            if (!isCaption)
            {
                return;
            }

            page.Decide(i, Kind.Caption, Id, 0.85, "place:before-credit");
            return;
        }
    }

    /// <summary>One sentence in the present tense between headline and body that describes what is to be seen.</summary>
    private bool IsUnderHeadline(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        return page.Title >= 0 && block > page.Title && block <= page.Title + 2 && block + 1 < page.Count
            && page.Page.Format == PageFormat.Text
            && facts.Words is >= 6 and <= MaxCaptionWords && facts.Sentences == 1 && facts.EndsSentence && !facts.HasQuote
            && facts.Hits.Any.Has(_cue) && !facts.Hits.Any.Has(_report)
            && page.Facts[block + 1].IsProse && page.Facts[block + 1].Words > facts.Words;
    }

    /// <summary>A line that ends in <c>(file photo)</c> or the like, or names a picture agency in brackets at its end.</summary>
    private bool IsFilePhoto(ChromePage page, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        if (facts.Words > MaxCaptionWords || !facts.Hits.Any.Has(_cue) || facts.Hits.Any.Has(_report))
        {
            return false;
        }

        var text = page.Blocks[block].Text;
        var open = text.LastIndexOfAny(['(', '[']);
        return open > 0 && text[^1] is ')' or ']' && text.Length - open < 60
            && page.Lexicon.FirstPhrase(text.AsSpan(open), GroupSet.Of(_cue)) is not null;
    }
}
