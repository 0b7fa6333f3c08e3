using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// A teaser of another page between paragraphs: <c>READ MORE: …</c>, <c>[Related: …]</c>, <c>Also on example.com …</c>.
/// An opening alone is not enough, since sentences begin with such words too: a mark must set it off, or the rest must
/// be a link or a headline.
/// </summary>
internal sealed class InlineTeaserRule(Lexicon lexicon) : ChromeRule
{
    private const int MaxWords = 45;

    private readonly GroupSet _opening = lexicon.Groups("start.related");

    public override RuleDescription Description { get; } = new(
        "related.inline",
        [Kind.Related],
        lexicon.LanguagesOf("start.related"),
        "A teaser that opens with 'read more', 'related', 'also on' or the like, set off by a mark or followed by a site's name, a link or a headline.");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            if (!page.IsOpen(i) || i == page.Title || facts.Words > MaxWords || !facts.Hits.AtStart.Overlaps(_opening))
            {
                continue;
            }

            var text = page.Blocks[i].Text;
            if (page.Lexicon.FirstPhrase(text, _opening) is not { } phrase)
            {
                continue;
            }

            var rest = text.AsSpan(text.IndexOf(phrase, StringComparison.Ordinal) + phrase.Length);
            var mark = Mark(text, rest, facts);
            if (mark is not null)
            {
                page.Decide(i, Kind.Related, Id, 0.9, "phrase:" + phrase, mark);
            }
        }
    }

    private static string? Mark(string text, ReadOnlySpan<char> rest, in BlockFacts facts)
    {
        var after = rest.TrimStart();
        if (after.Length == 0)
        {
            return facts.LinkShare > 0.5 ? "link:all" : null;
        }

        if (after[0] is ':' or '\uFF1A' or '>' or '\u00BB' or '\u203A' or '|' or '\u2192' or '\u25BA' or '\u25B6')
        {
            return "mark:" + after[0].ToString();
        }

        if (text[0] is '[' or '(' && text[^1] is ']' or ')')
        {
            return "mark:brackets";
        }

        if (facts.LinkShare > 0.6)
        {
            return "link:most";
        }

        return OpensWithDomain(after) ? "names:site" : null;
    }

    /// <summary>Whether the text goes on with a domain name: <c>example.com</c>.</summary>
    private static bool OpensWithDomain(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        var dot = word.IndexOf('.');
        return dot > 0 && dot < word.Length - 2 && word[^1] != '.' && word.IndexOfAnyExceptInRange('!', '~') < 0;
    }
}
