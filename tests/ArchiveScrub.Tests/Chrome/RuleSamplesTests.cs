using Xunit;
using static ArchiveScrub.Tests.Chrome.ChromeSamples;

namespace ArchiveScrub.Tests.Chrome;

/// <summary>Every rule on a page that it must fire on, and on one that looks alike and must be left alone.</summary>
public class RuleSamplesTests
{
    /// <summary>Rules that decide what no other has: whatever is kept or left is theirs, so the promise is another.</summary>
    private static readonly HashSet<string> NoNearMiss = new(StringComparer.Ordinal) { "content.region", "model.keep" };

    public static TheoryData<string, Kind, string> Firing => RuleSamples.Firing;

    public static TheoryData<string, string> NearMisses => RuleSamples.NearMisses;

    [Theory]
    [MemberData(nameof(Firing))]
    public void Rule_decides_the_marked_block_of_its_sample(string rule, Kind kind, string page)
    {
        var verdict = VerdictOnMarked(page, rule);
        Assert.Equal((rule, kind), (verdict.Rule, verdict.Kind));
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void Near_miss_of_a_rule_stays(string rule, string page)
    {
        var verdict = VerdictOnMarked(page, rule);
        Assert.True(verdict.IsKept, $"{rule}: taken by {verdict.Rule} as {verdict.Kind}");
    }

    [Fact]
    public void Every_rule_has_a_sample_that_fires_it_and_a_near_miss()
    {
        var fired = Firing.Select(row => (string)row[0]).ToHashSet(StringComparer.Ordinal);
        var missed = NearMisses.Select(row => (string)row[0]).Concat(NoNearMiss).ToHashSet(StringComparer.Ordinal);
        var lacking = RuleCatalog.All.Select(rule => rule.Id)
            .Where(id => id is not ("dateline.prefix" or "clean-text" or "profile.repeated")) // they part a block, take text that is clean already, or need a site; their tests stand elsewhere
            .Where(id => !fired.Contains(id) || !missed.Contains(id))
            .Select(id => id + (fired.Contains(id) ? "" : " (fires)") + (missed.Contains(id) ? "" : " (near miss)"));
        Assert.Equal("", string.Join(", ", lacking));
    }

    [Fact]
    public void Every_sample_names_a_rule_of_the_catalog()
    {
        var known = RuleCatalog.All.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(Firing.Select(row => (string)row[0]).Concat(NearMisses.Select(row => (string)row[0])), id => Assert.Contains(id, known));
    }
}
