using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// Captions that stand between paragraphs as lines of their own: a sentence with the credit at its end
/// (<c>The old bridge. Photo: Jane Doe</c>, <c>… | © 2019 Jane Doe</c>), a numbered caption (<c>Figure 2. …</c>), a
/// line that is a name and a publication (<c>Jane Doe/The Post</c>).
/// </summary>
internal sealed class CaptionCreditRule(Lexicon lexicon) : ChromeRule
{
    private const int MaxWords = 70;
    private const int MaxCreditWords = 9;
    private const int MaxNameWords = 8;

    /// <summary>Nine words are shorter; without blanks the look for a credit would read the rest again at every mark.</summary>
    private const int MaxCreditLength = 1000;

    private readonly int _start = lexicon.Group("start.caption");
    private readonly int _figure = lexicon.Group("start.figure");
    private readonly int _legal = lexicon.Group("legal.sentence");
    private readonly int _report = lexicon.Group("report.verb");

    public override RuleDescription Description { get; } = new(
        "caption.credit",
        [Kind.Caption],
        lexicon.LanguagesOf("start.figure"),
        "A caption between paragraphs: it ends in a credit, or is numbered, or is a name with a publication behind a stroke.");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            if (!page.IsOpen(i) || i == page.Title || facts.Words is 0 or > MaxWords || facts.Hits.Any.Has(_legal)
                || page.Blocks[i].Form is BlockForm.Heading or BlockForm.TableRow or BlockForm.Code)
            {
                continue;
            }

            var text = page.Blocks[i].Text;
            if (EndsInCredit(page, text, i))
            {
                page.Decide(i, Kind.Caption, Id, 0.85, "shape:ends-in-credit");
            }
            else if (IsNumbered(text, facts))
            {
                page.Decide(i, Kind.Caption, Id, 0.85, page.Phrase(i, GroupSet.Of(_figure)), "shape:numbered");
            }
            else if (page.Body.IsInside(i) && IsNameAndPublication(text, facts))
            {
                page.Decide(i, Kind.Caption, Id, 0.8, "shape:name-and-publication");
            }
        }
    }

    private bool EndsInCredit(ChromePage page, string text, int block)
    {
        ref readonly var facts = ref page.Facts[block];
        if (!facts.Hits.Any.Has(_start) && !text.Contains('\u00A9', StringComparison.Ordinal))
        {
            return false;
        }

        for (var at = text.Length - 1; at > 0; at--)
        {
            // What comes before it must have ended.
            if (text[at - 1] is not (' ' or '\n' or '(' or '[' or '|' or '/') || at < 2)
            {
                continue;
            }

            var before = text.AsSpan(0, at).TrimEnd();
            if (before.Length == 0 || before[^1] is not ('.' or '!' or '?' or '\u2026' or '|' or '\u2014' or '\u2013' or '-' or '/' or '(' or '[' or ')' or '"' or '\u201D' or '\u00BB' or '\u2022' or '\u00B7' or ';' or '\u3002' or '\u300D'))
            {
                continue;
            }

            var tail = text.AsSpan(at);
            if (tail.Length > MaxCreditLength || tail.Count(' ') >= MaxCreditWords)
            {
                return false;
            }

            if (tail[0] == '\u00A9' && tail.Length > 3 && !page.Body.IsAfter(block))
            {
                return true;
            }

            var colon = tail.IndexOfAny(':', '\uFF1A');
            if (page.Lexicon.Find(tail).AtStart.Has(_start) && ((colon > 0 && colon < 24 && colon < tail.Length - 2) || tail.Contains(" by ", StringComparison.OrdinalIgnoreCase)))
            {
                return !facts.Hits.Any.Has(_report) || colon > 0;
            }
        }

        return false;
    }

    private bool IsNumbered(string text, in BlockFacts facts)
    {
        if (!facts.Hits.AtStart.Has(_figure) || facts.Digits == 0)
        {
            return false;
        }

        // The word, perhaps a full stop, the number, a mark: "Fig. 3:", "Abbildung 2 –".
        var at = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (at is < 1 or > 14 || text.AsSpan(0, at).ContainsAny(",;(".AsSpan()))
        {
            return false;
        }

        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        at += at < text.Length && char.IsAsciiLetterLower(text[at]) && at + 1 < text.Length && !char.IsLetter(text[at + 1]) ? 1 : 0;
        var rest = text.AsSpan(Math.Min(at, text.Length)).TrimStart();
        return rest.IsEmpty || rest[0] is '.' or ':' or '\uFF1A' or '|' or '\u2014' or '\u2013' or '-' or ')';
    }

    /// <summary>Two or more capitalised words, a stroke, one or more capitalised words, and no end of a sentence.</summary>
    private static bool IsNameAndPublication(string text, in BlockFacts facts)
    {
        var stroke = text.IndexOf('/', StringComparison.Ordinal);
        if (stroke < 5 || stroke > text.Length - 3 || facts.EndsSentence || facts.Digits > 0 || text[stroke - 1] == ' ' || facts.Words > MaxNameWords || facts.HasQuote
            || text.AsSpan().ContainsAny(":@&".AsSpan()))
        {
            return false;
        }

        return CapitalisedWords(text.AsSpan(0, stroke)) >= 2 && CapitalisedWords(text.AsSpan(stroke + 1)) >= 2;
    }

    /// <summary>How many words there are, all of them capitalised; 0 where one is not.</summary>
    private static int CapitalisedWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.Length == 0 || !char.IsUpper(word[0]))
            {
                return 0;
            }

            words++;
        }

        return words;
    }
}
