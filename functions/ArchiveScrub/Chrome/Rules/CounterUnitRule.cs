using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome.Lexicons;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>Numbers with what they count: <c>12 comments</c>, <c>Views: 1,204</c>, <c>4 min read</c>.</summary>
internal sealed class CounterUnitRule(Lexicon lexicon) : ChromeRule
{
    private const int MaxWords = 12;

    private readonly GroupSet _units = lexicon.Groups("counter.unit");

    public override RuleDescription Description { get; } = new(
        "counter.units",
        [Kind.Counter],
        lexicon.LanguagesOf("counter.unit"),
        "A number of comments, views, shares, votes or minutes of reading, and nothing else.");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            if (page.IsOpen(i) && i != page.Title && facts.Digits > 0 && facts.Words <= MaxWords && !facts.EndsSentence
                && page.Blocks[i].Form is not (BlockForm.TableRow or BlockForm.Code)
                && page.Lexicon.Cover(page.Blocks[i].Text, _units) is { IsWhole: true, Numbers: >= 1 })
            {
                page.Decide(i, Kind.Counter, Id, 0.9, page.Phrase(i, _units));
            }
        }
    }
}
