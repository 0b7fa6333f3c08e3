using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>What changed between two scrubs is told, and nothing else.</summary>
public sealed class ManifestComparerTests
{
    [Fact]
    public void Scrub_is_like_itself() => Pages.ForAll(static page =>
        Assert.False(ManifestComparer.Compare(page.Result.Manifest, page.Result.CleanText, page.Result.Manifest, page.Result.CleanText).IsChanged));

    [Fact]
    public void Block_that_is_called_otherwise_is_told_with_both_rules()
    {
        var (manifest, text) = Article();
        var at = manifest.Blocks.Index().First(static b => !b.Item.Kind.IsKept()).Index;
        var other = manifest with { Blocks = [.. manifest.Blocks.Select((b, i) => i == at ? b with { Kind = Kind.Share, Rule = "share.label" } : b)] };
        var page = ManifestComparer.Compare(manifest, text, other, text);

        var change = Assert.Single(page.Changes);
        Assert.Equal(ScrubChangeForm.OtherKind, change.Form);
        Assert.Equal((manifest.Blocks[at].Kind, manifest.Blocks[at].Rule, Kind.Share, "share.label", manifest.Blocks[at].Text), (change.OldKind, change.OldRule, change.NewKind, change.NewRule, change.Text));
        Assert.False(page.IsCleanTextChanged);
    }

    [Fact]
    public void Dateline_that_is_no_longer_taken_off_is_a_part_of_a_block()
    {
        var with = Pages.Scrubber.Scrub(Pages.OfHtml(Html("MERROW, March 2, 2021 (Northwire) - ")));
        var prefix = Assert.Single(with.Manifest.Blocks, static b => b.Rule == "dateline.prefix");
        var at = with.Manifest.Blocks.ToList().IndexOf(prefix);
        var rest = with.Manifest.Blocks[at + 1];
        var whole = rest with { Linear = new TextRange(prefix.Linear.Start, rest.Linear.End), Clean = null, Text = prefix.Text + Promises.Characters.Slice(with.CleanText, rest.Clean!.Value) };
        var without = with.Manifest with { Blocks = [.. with.Manifest.Blocks.Take(at), whole, .. with.Manifest.Blocks.Skip(at + 2)] };

        var change = Assert.Single(ManifestComparer.Compare(with.Manifest, with.CleanText, without, with.CleanText).Changes);
        Assert.Equal((Kind.Dateline, rest.Kind, prefix.Text), (change.OldKind, change.NewKind, change.Text));
    }

    [Fact]
    public void Page_that_is_read_otherwise_is_matched_by_text()
    {
        var before = Pages.Scrubber.Scrub(Pages.OfHtml(Html("")));
        var after = Pages.Scrubber.Scrub(Pages.OfHtml(Html("", "<p>A paragraph that was not read before stands here now, and is long enough to be kept by whoever reads it.</p>")));
        var page = ManifestComparer.Compare(before.Manifest, before.CleanText, after.Manifest, after.CleanText);

        Assert.Contains(page.Changes, static c => c.Form == ScrubChangeForm.TextAdded && c.Text.StartsWith("A paragraph that was not read", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Changes, static c => c.Form == ScrubChangeForm.TextLost);
        Assert.True(page.IsCleanTextChanged);
    }

    [Fact]
    public void Fields_that_differ_are_told()
    {
        var (manifest, text) = Article();
        var other = manifest with { Result = manifest.Result with { Byline = "Anna Example" }, Quality = manifest.Quality with { Flags = ["mostly-removed"] } };

        Assert.Equal([("byline", "", "Anna Example"), ("flags", "", "mostly-removed")], ManifestComparer.Compare(manifest, text, other, text).Fields);
    }

    private static (Manifest Manifest, string Text) Article()
    {
        var result = ManifestSamples.Article();
        return (result.Manifest, result.CleanText);
    }

    private static string Html(string dateline, string more = "") =>
        $"<article><h1>Ferries stop at Merrow</h1><p>{dateline}The harbour council said on Monday that ferries would stop while engineers look at the old pier, which is 140 years old.</p>{more}<p>Fishermen worry that the work will last well into the summer, when the town earns most of what it lives on.</p></article>";
}
