using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;

namespace ArchiveScrub.Provenance;

/// <summary>Verdicts on clean text that ArchiveScrub wrote: nothing is judged a second time.</summary>
internal static class ScrubbedText
{
    /// <summary>The rule that keeps it.</summary>
    public static RuleDescription Rule { get; } = new(
        "clean-text",
        [Kind.Paragraph],
        [],
        "A record of a WET file that ArchiveScrub wrote: it is clean text already, and stays as it is.");

    public static Verdict[] Keep(IReadOnlyList<Block> blocks)
    {
        var verdicts = new Verdict[blocks.Count];
        Array.Fill(verdicts, new Verdict(Kind.Paragraph, Rule.Id, 1, []));
        return verdicts;
    }
}
