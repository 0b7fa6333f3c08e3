using ArchiveScrub.Blocks;

namespace ArchiveScrub.Chrome.Rules;

/// <summary>A line that says when something was published or updated, and nothing else.</summary>
internal sealed class TimestampRule : ChromeRule
{
    private const int MaxWords = 30;

    public override RuleDescription Description { get; } = new(
        "timestamp.line",
        [Kind.Timestamp],
        [],
        "A line made of a date or time and the words that go with it ('Published', 'Updated', a weekday, a zone, 'min read').");

    public override void Apply(ChromePage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            ref readonly var facts = ref page.Facts[i];
            if (page.IsOpen(i) && i != page.Title && facts.Words <= MaxWords && facts.Digits > 0
                && page.Blocks[i].Form is not (BlockForm.TableRow or BlockForm.Code or BlockForm.Quote)
                && page.IsTimestampLine(i))
            {
                page.Decide(i, Kind.Timestamp, Id, 0.9, "shape:timestamp");
            }
        }
    }
}
