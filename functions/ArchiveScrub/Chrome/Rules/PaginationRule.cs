using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>Page numbers: <c>1 2 3 … Next</c>, <c>Page 2 of 14</c>.</summary>
internal sealed class PaginationRule(Lexicon lexicon) : ChromeRule
{
    private const int MaxLength = 120;

    private readonly GroupSet _words = lexicon.Groups("page.word");

    public override RuleDescription Description { get; } = new(
        "navigation.pagination",
        [Kind.Navigation],
        lexicon.LanguagesOf("page.word"),
        "Page numbers that count up, or 'Page 2 of 14', with words such as 'Next' and nothing else.");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            var text = page.Blocks[i].Text;
            if (page.IsOpen(i) && i != page.Title && text.Length <= MaxLength && page.Facts[i].Digits > 0
                && page.Blocks[i].Form is not (BlockForm.TableRow or BlockForm.Code) && IsPagination(page.Lexicon.Cover(text, _words), text))
            {
                page.Decide(i, Kind.Navigation, Id, 0.9, "shape:page-numbers");
            }
        }
    }

    private static bool IsPagination(Coverage? cover, string text) =>
        (cover is { Matches: >= 1, Numbers: >= 2 } && Successors(text) >= 1) || cover is { Matches: >= 2, Numbers: 2 };

    /// <summary>How many numbers follow right on the one before: 1 2 3 has two.</summary>
    private static int Successors(string text)
    {
        var successors = 0;
        long previous = -1, current = -1;
        foreach (var c in text.AsSpan())
        {
            if (char.IsAsciiDigit(c))
            {
                current = Math.Min(100_000, (Math.Max(0, current) * 10) + (c - '0'));
            }
            else if (current >= 0)
            {
                successors += previous >= 0 && current == previous + 1 ? 1 : 0;
                previous = current;
                current = -1;
            }
        }

        return successors + (current >= 0 && previous >= 0 && current == previous + 1 ? 1 : 0);
    }
}
