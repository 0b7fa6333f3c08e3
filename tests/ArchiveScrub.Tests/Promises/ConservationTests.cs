using ArchiveScrub.Captures.Charsets;
using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.Promises;

/// <summary>Promise 1: clean text and removed blocks together are the linear text, and every block knows where it came from.</summary>
public sealed class ConservationTests
{
    [Fact]
    public void Clean_text_and_manifest_agree() => Pages.ForAll(static page =>
    {
        var (manifest, text) = (page.Result.Manifest, page.Result.CleanText);

        Assert.Empty(ManifestVerifier.VerifyConservation(manifest, text));
        Assert.Empty(ManifestVerifier.VerifyConservation(ManifestJson.Serialize(manifest), System.Text.Encoding.UTF8.GetBytes(text)));
    });

    [Fact]
    public void Linear_text_is_rebuilt_from_manifest_and_clean_text_alone() => Pages.ForAll(static page =>
    {
        var stored = ManifestJson.Deserialize(ManifestJson.Serialize(page.Result.Manifest));

        Assert.Equal(page.Result.Page.Linear, ManifestRestorer.RestoreLinear(stored, page.Result.CleanText));
    });

    [Fact]
    public void Linear_text_is_the_blocks_joined() => Pages.ForAll(static page =>
    {
        var segmented = page.Result.Page;

        Assert.Equal(string.Join('\n', segmented.Blocks.Select(static b => b.Text)), segmented.Linear);
        Assert.All(segmented.Blocks, b => Assert.Equal(b.Text, segmented.Linear[b.Linear.Start..b.Linear.End]));
    });

    [Fact]
    public void Bytes_of_every_block_lie_in_the_payload() => Pages.ForAll(static page =>
        Assert.All(page.Result.Manifest.Blocks, b => Assert.True(b.Bytes is { } range && range.Start >= 0 && range.Start < range.End && range.End <= page.Page.Payload.Length)));

    [Fact]
    public void Bytes_of_a_text_capture_ascend_and_decode_to_the_block() => Pages.ForAll(static page =>
    {
        if (page.Page.Format != PageFormat.Text)
        {
            return;
        }

        var charset = new Charset(page.Result.Manifest.Page.Charset.Name, CharsetSource.Default, 1, 0);
        var end = 0;
        foreach (var block in page.Result.Manifest.Blocks.Zip(TextsOf(page.Result)))
        {
            var bytes = block.First.Bytes!.Value;
            var decoded = CharsetDecoders.Decode(page.Page.Payload[bytes.Start..bytes.End], 0, charset).Text;

            Assert.Contains(Characters.Seen(block.Second), Characters.Seen(decoded), StringComparison.Ordinal);
            Assert.True(bytes.Start >= end || bytes.End == end, "ranges ascend, parts of one block share theirs");
            end = bytes.End;
        }
    });

    [Fact]
    public void Bytes_of_an_html_page_decode_to_source_that_begins_and_ends_as_the_block_does() => Pages.ForAll(static page =>
    {
        if (page.Page.Format != PageFormat.Html)
        {
            return;
        }

        foreach (var block in page.Result.Page.Blocks)
        {
            var source = page.Result.Page.Source.Text[block.Source.Start..block.Source.End];
            var shown = Characters.Seen(block.Text).Trim('\u200B', '\u200D', '\u202C', '\u202E'); // never the first or last of a range

            var written = Characters.Seen(source);
            Assert.True(written[0] == '&' || written[0] == shown[0], $"'{block.Text}' begins as '{source}'");
            Assert.True(written[^1] == ';' || written[^1] == shown[^1] || source.LastIndexOf('&') > source.LastIndexOf('<'), $"'{block.Text}' ends as '{source}'");
        }
    });

    private static IEnumerable<string> TextsOf(ScrubResult result) => result.Manifest.Blocks.Select(b => b.Text ?? Characters.Slice(result.CleanText, b.Clean!.Value));
}
