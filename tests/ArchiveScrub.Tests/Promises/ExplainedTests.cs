using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.Promises;

/// <summary>Promise 7: every verdict names a rule of the catalogue, and the rule may give that kind.</summary>
public sealed class ExplainedTests
{
    private static readonly Dictionary<string, RuleDescription> Catalog = RuleCatalog.All.ToDictionary(static r => r.Id, StringComparer.Ordinal);

    [Fact]
    public void Every_removed_block_names_a_rule_of_the_catalogue() => Pages.ForAll(static page =>
    {
        foreach (var block in page.Result.Manifest.Blocks.Where(static b => !b.Kind.IsKept()))
        {
            Assert.Contains(block.Rule, Catalog);
            Assert.Contains(block.Kind, Catalog[block.Rule].Kinds);
            Assert.NotNull(block.Text);
        }
    });

    [Fact]
    public void Every_block_names_a_rule_and_a_confidence() => Pages.ForAll(static page =>
        Assert.All(page.Result.Manifest.Blocks, static b => Assert.True(Catalog.ContainsKey(b.Rule) && b.Confidence is >= 0 and <= 1)));

    [Fact]
    public void Manifest_names_the_rules_and_tables_in_force() => Pages.ForAll(static page =>
        Assert.Equal(RuleCatalog.Digest, page.Result.Manifest.Tool.RuleSet));

    [Fact]
    public void Rules_have_ids_of_their_own_and_descriptions()
    {
        Assert.Equal(RuleCatalog.All.Count, Catalog.Count);
        Assert.All(RuleCatalog.All, static r => Assert.True(r.Description.Length > 0 && r.Kinds.Count > 0));
    }
}
