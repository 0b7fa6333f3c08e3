using ArchiveScrub.Tests.Generated;
using ArchiveScrub.Tests.Samples;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>What was taken away can be put back, all of it or by kind.</summary>
public sealed class ManifestRestorerTests
{
    private static readonly HashSet<Kind> None = [];
    private static readonly HashSet<Kind> Removed = [.. Kinds.All.Where(static k => !k.IsKept())];

    [Fact]
    public void With_no_kinds_put_back_it_is_the_clean_text() => Pages.ForAll(static page =>
        Assert.Equal(page.Result.CleanText, ManifestRestorer.RestoreKinds(page.Result.Manifest, page.Result.CleanText, None)));

    [Fact]
    public void With_all_removed_kinds_put_back_every_block_is_in_the_text() => Pages.ForAll(static page =>
    {
        var text = ManifestRestorer.RestoreKinds(page.Result.Manifest, page.Result.CleanText, Removed);

        Assert.All(page.Result.Manifest.Blocks.Where(static b => b.Text is not null && !b.Kind.IsKept()), b => Assert.Contains(b.Text!, text, StringComparison.Ordinal));
    });

    [Fact]
    public void Caption_stands_between_the_paragraphs_between_which_it_stood()
    {
        var result = SampleCaptures.Get("wire-story.html").Result;
        var caption = Assert.Single(result.Manifest.Blocks, static b => b.Kind == Kind.Caption);
        var text = ManifestRestorer.RestoreKinds(result.Manifest, result.CleanText, new HashSet<Kind> { Kind.Caption });

        Assert.Equal(result.CleanText, text.Replace("\n\n" + caption.Text, "", StringComparison.Ordinal));
        var before = result.Manifest.Blocks.Last(b => b.Clean is not null && b.Linear.End <= caption.Linear.Start && b.Kind is not Kind.Title and not Kind.Subtitle);
        Assert.Contains(TextOf(result, before) + "\n\n" + caption.Text, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dateline_that_is_put_back_goes_on_in_its_paragraph()
    {
        var result = SampleCaptures.Get("wire-story.html").Result;
        var prefix = Assert.Single(result.Manifest.Blocks, static b => b.Rule == "dateline.prefix");
        var text = ManifestRestorer.RestoreKinds(result.Manifest, result.CleanText, new HashSet<Kind> { Kind.Dateline });

        Assert.Contains("\n\n" + prefix.Text + "The fishing fleet", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_does_not_belong_to_the_manifest_is_refused()
    {
        var result = ManifestSamples.Article();

        Assert.Throws<InvalidDataException>(() => ManifestRestorer.RestoreLinear(result.Manifest, "x"));
        Assert.Throws<InvalidDataException>(() => ManifestRestorer.RestoreKinds(result.Manifest, "x", None));
    }

    private static string TextOf(ScrubResult result, ManifestBlock block) => Promises.Characters.Slice(result.CleanText, block.Clean!.Value);
}
