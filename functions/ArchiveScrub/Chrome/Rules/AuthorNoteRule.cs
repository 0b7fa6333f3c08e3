using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;
using ArchiveScrub.Credits;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>
/// The note on the author before or after the report: it opens with the name that the byline gives, or with a name and
/// what such a note says of it (<c>Jane Doe is a reporter …</c>). Lines that go on about the same person belong to it.
/// </summary>
internal sealed class AuthorNoteRule(Lexicon lexicon) : ChromeRule
{
    private const int MinWords = 6;
    private const int MaxWords = 110;
    private const int MaxFollowing = 3;

    /// <summary>The name of the byline stands at the start of the note, or so many characters later: after "By", in brackets.</summary>
    private const int NameReach = 5;

    /// <summary>The note may itself look like the last paragraphs of the body.</summary>
    private const int FromEnd = 3;

    private readonly GroupSet _verb = lexicon.Groups("bio.verb");
    private readonly GroupSet _role = lexicon.Groups("bio.role");
    private readonly GroupSet _pronoun = lexicon.Groups("bio.pronoun");

    public override RuleDescription Description { get; } = new(
        "author.note",
        [Kind.OtherChrome],
        lexicon.LanguagesOf("bio.role"),
        "A note on who wrote the page, before or after the report: the byline's name, or a name with a post, and what the person does; with the lines that go on about the person.");

    public override void Apply(ChromePage page)
    {
        var main = page.Body.Main;
        if (main.Words == 0)
        {
            return;
        }

        var names = Names(page);
        var tail = Tail(page, main.Last);
        for (var i = 0; i < page.Count; i++)
        {
            if (!page.IsOpen(i) || i == page.Title || (i >= main.First && i < tail) || !IsNote(page, i, names, out var name))
            {
                continue;
            }

            page.Decide(i, Kind.OtherChrome, Id, 0.85, "name:" + name);
            DecideAround(page, i, name);
        }
    }

    private static List<string> Names(ChromePage page)
    {
        var names = new List<string>();
        var head = page.Page.Head;
        foreach (var meta in (ReadOnlySpan<string?>)[head.FirstMeta("author"), head.FirstMeta("parsely-author"), head.FirstMeta("article:author")])
        {
            Add(meta);
        }

        for (var i = 0; i < page.Count; i++)
        {
            if (page[i] is { Kind: Kind.Byline })
            {
                Add(BylineParser.Default.Parse(page.Blocks[i].Text));
            }
        }

        return names;

        void Add(string? text)
        {
            foreach (var name in (text ?? "").Split([",", " and ", " & ", ";", " und ", " et ", " y ", " e "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (name.Contains(' ', StringComparison.Ordinal) && name.Length is > 4 and < 50 && !name.Contains('/', StringComparison.Ordinal))
                {
                    names.Add(name);
                }
            }
        }
    }

    /// <summary>Index of the block from which on the body is at its end: so many paragraphs before the last.</summary>
    private static int Tail(ChromePage page, int last)
    {
        var at = last;
        for (var paragraphs = 0; at > page.Body.Main.First && paragraphs < FromEnd; at--)
        {
            paragraphs += page.Facts[at].IsProse ? 1 : 0;
        }

        return at + 1;
    }

    private bool IsNote(ChromePage page, int block, List<string> names, out string name)
    {
        name = "";
        ref readonly var facts = ref page.Facts[block];
        if (facts.Words is < MinWords or > MaxWords || facts.LinkShare > 0.8 || page.Blocks[block].Form is BlockForm.Heading or BlockForm.TableRow or BlockForm.Code or BlockForm.ListItem)
        {
            return false;
        }

        var text = page.Blocks[block].Text;
        foreach (var known in names)
        {
            var at = text.AsSpan(0, Math.Min(text.Length, known.Length + NameReach)).IndexOf(known, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && SaysOf(text.AsSpan(at + known.Length)))
            {
                name = known;
                return true;
            }
        }

        return facts.Hits.Any.Overlaps(_role) && OpensWithName(text, out name) && SaysOf(text.AsSpan(name.Length))
            && page.Lexicon.Find(text.AsSpan(0, Math.Min(text.Length, name.Length + 90))).Any.Overlaps(_role);
    }

    private bool SaysOf(ReadOnlySpan<char> rest)
    {
        var text = rest.TrimStart(" ,\u2014\u2013-");
        return text.Length > 0 && lexicon.Find(text[..Math.Min(text.Length, 200)]).AtStart.Overlaps(_verb);
    }

    /// <summary>Two to four capitalised words at the start.</summary>
    private static bool OpensWithName(string text, out string name)
    {
        var words = 0;
        var end = 0;
        for (var start = 0; start < text.Length && words < 5;)
        {
            var stop = text.IndexOf(' ', start);
            stop = stop < 0 ? text.Length : stop;
            var word = text.AsSpan(start, stop - start);
            if (word.Length < 2 || !char.IsUpper(word[0]) || word[^1] is ',' or ':' or ';' || (word[^1] == '.' && word.Length > 3))
            {
                break;
            }

            words++;
            end = stop;
            start = stop + 1;
        }

        name = text[..end];
        return words is >= 2 and <= 4;
    }

    private void DecideAround(ChromePage page, int note, string name)
    {
        if (note > 0 && page.IsOpen(note - 1) && note - 1 != page.Title && string.Equals(page.Blocks[note - 1].Text, name, StringComparison.OrdinalIgnoreCase))
        {
            page.Decide(note - 1, Kind.OtherChrome, Id, 0.8, "name:" + name);
        }

        var given = name.Split(' ')[0];
        for (var i = note + 1; i < page.Count && i <= note + MaxFollowing; i++)
        {
            var goesOn = page.IsOpen(i) && i != page.Title && page.Facts[i].IsProse && page.Facts[i].Words <= MaxWords
                && (page.Facts[i].Hits.AtStart.Overlaps(_pronoun) || page.Blocks[i].Text.StartsWith(given + " ", StringComparison.Ordinal));
            if (!goesOn)
            {
                return;
            }

            page.Decide(i, Kind.OtherChrome, Id, 0.75, "name:" + name);
        }
    }
}
