using System.Text;
using ArchiveScrub.Quality.Corpora;

namespace ArchiveScrub.Quality.Scoring;

/// <summary>What can be scored: the scrubber, and the trivial systems that a text capture allows.</summary>
internal static class Systems
{
    private const int LongLine = 10; // words

    /// <summary>The trivial systems on text captures, by the names that the corpus's README gives them.</summary>
    public static IReadOnlyList<KeyValuePair<string, Func<CorpusPage, SystemOutput>>> Baselines { get; } =
    [
        new("keep everything", page => OfLines(page, _ => true)),
        new("lines of 10 words or more", page => OfLines(page, line => page.Lines!.Weight(line) >= LongLine)),
        new("all keep lines (ceiling)", page => OfLines(page, line => page.TextGold![line] == LineLabel.Keep)),
    ];

    /// <summary>The scrubber, giving the body only: what the gold holds.</summary>
    public static Func<CorpusPage, SystemOutput> Scrubber(CancellationToken cancellation = default)
    {
        var scrubber = new Scrubber(new ScrubOptions { Text = TextScope.Body });
        return page =>
        {
            var result = scrubber.Scrub(page.ToPage(), cancellation);
            return new SystemOutput(result.CleanText, result);
        };
    }

    private static SystemOutput OfLines(CorpusPage page, Func<int, bool> isKept)
    {
        var lines = page.Lines ?? throw new ArgumentException("a text capture is needed", nameof(page));
        var kept = new bool[lines.Count];
        var text = new StringBuilder();
        for (var line = 0; line < lines.Count; line++)
        {
            kept[line] = isKept(line);
            if (kept[line])
            {
                text.Append(lines[line]).Append('\n');
            }
        }

        return new SystemOutput(text.ToString(), KeptLines: kept);
    }
}
