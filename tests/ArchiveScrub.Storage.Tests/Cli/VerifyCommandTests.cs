using System.Text;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task What_was_scrubbed_verifies_at_both_levels()
    {
        _bench.Folder.Write("in/a.html", Samples.Article("A"));
        _bench.Folder.Write("in/sub/b.txt", "One line.\n\nAnother line.\n");
        await ScrubAsync();

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out));
        Assert.Contains("Verified against their clean texts: 2 pages", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains("Verified against their captures: 2 pages", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", Manifest("a.html"), "--captures", _bench.Folder.Path));
        Assert.Empty(_bench.Output);
    }

    [Theory]
    [InlineData("--text", "body")]
    [InlineData("--media-type", "text/html; charset=windows-1252")]
    [InlineData("--uri", "https://example.org/2020/02/12/a")]
    [InlineData("--captured-at", "2020-02-12")]
    public async Task Options_of_the_scrub_are_used_again(string option, string value)
    {
        var page = _bench.Folder.Write("in/a.html", Encoding.Latin1.GetBytes(Samples.Article("Caf\u00E9s").Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)));
        await _bench.RunAsync("scrub", page, "--output", _bench.Out, option, value);

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
    }

    [Fact]
    public async Task Change_of_a_clean_text_is_told_in_a_line()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        _bench.Folder.Write("in/b.html", Samples.Article());
        await ScrubAsync();
        File.AppendAllText(_bench.Folder.At("out/b.html.clean.txt"), "x");

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("verify", _bench.Out));
        Assert.Equal("b.html: The clean text is not what the manifest says.\n", _bench.Output);
        Assert.Contains("Wrong: 1 page", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_that_agrees_with_itself_but_not_with_the_capture_is_found_by_level_2_and_the_place_is_named()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        await ScrubAsync();
        var manifest = ManifestJson.Deserialize(File.ReadAllBytes(Manifest("a.html")));
        var forged = manifest with { Blocks = [manifest.Blocks[0] with { Rule = "navigation.forged" }, .. manifest.Blocks.Skip(1)] };
        File.WriteAllBytes(Manifest("a.html"), ManifestJson.Serialize(forged with { Digest = ManifestJson.ComputeDigest(forged) }));

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out));
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.StartsWith("a.html: Scrubbed again, it comes out otherwise: blocks[0].rule is \"navigation.forged\" in the manifest and ", _bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capture_that_was_written_again_is_wrong_and_one_that_is_gone_is_not_checked()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        await ScrubAsync();
        _bench.Folder.Write("in/a.html", Samples.Article("Other"));
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains("is not the one that was scrubbed", _bench.Output, StringComparison.Ordinal);

        File.Delete(_bench.Folder.At("in/a.html"));
        Assert.Equal(ExitCode.Unchecked, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Equal("a.html: The capture a.html is not there.\n", _bench.Output);
    }

    [Fact]
    public async Task Result_of_another_version_is_not_derived_again()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        await ScrubAsync();
        var manifest = ManifestJson.Deserialize(File.ReadAllBytes(Manifest("a.html")));
        var older = manifest with { Tool = manifest.Tool with { Version = "0.0.1" } };
        File.WriteAllBytes(Manifest("a.html"), ManifestJson.Serialize(older with { Digest = ManifestJson.ComputeDigest(older) }));

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out));
        Assert.Equal(ExitCode.Unchecked, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains("by another version: ArchiveScrub 0.0.1", _bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_opinion_is_not_asked_again_and_all_else_is_compared()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        var page = await ReadAsync("a.html");
        var result = new Scrubber(new ScrubOptions { SecondOpinion = new OtherTool() }).Scrub(page);
        Assert.Equal(["second-opinion-differs"], result.Manifest.Quality.Flags);
        File.WriteAllText(_bench.Folder.Write("out/a.html.clean.txt", ""), result.CleanText);
        File.WriteAllBytes(Manifest("a.html"), ManifestJson.Serialize(result.Manifest));

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains("Of these, with a second opinion that is taken as recorded, as Other/1.0 is not asked again: 1 page", _bench.Messages, StringComparison.Ordinal);

        var forged = result.Manifest with { Quality = result.Manifest.Quality with { Flags = ["paywall", "second-opinion-differs"] } };
        File.WriteAllBytes(Manifest("a.html"), ManifestJson.Serialize(forged with { Digest = ManifestJson.ComputeDigest(forged) }));
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains("quality.flags", _bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_clean_text_and_missing_manifest_are_wrong_and_quarantine_records_are_counted()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        _bench.Folder.Write("in/b.html", Samples.Article());
        _bench.Folder.Write("in/photo.html", Samples.Jpeg);
        await ScrubAsync();
        File.Delete(_bench.Folder.At("out/a.html.clean.txt"));
        File.Delete(Manifest("b.html"));

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("verify", _bench.Out));
        Assert.Contains("a.html: The clean text is missing.", _bench.Output, StringComparison.Ordinal);
        Assert.Contains("b.html: There is a clean text without a manifest", _bench.Output, StringComparison.Ordinal);
        Assert.Contains("In quarantine: 1", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_result_is_refused()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("verify", _bench.Folder.At("nothing")));
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("verify", _bench.Folder.At("in/a.html")));
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("verify", _bench.In, "--captures", _bench.Folder.At("nothing")));
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("verify", _bench.In));
        Assert.Contains("No results found.", _bench.Messages, StringComparison.Ordinal);
    }

    private async Task<Page> ReadAsync(string name)
    {
        await using var stream = File.OpenRead(_bench.Folder.At("in/" + name));
        return await new CaptureReader().ReadAsync(stream, new CaptureDescription("in", name)).SingleAsync();
    }

    private async Task ScrubAsync() => await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);

    private string Manifest(string capture) => _bench.Folder.At($"out/{capture}.manifest.json");

    private sealed class OtherTool : ISecondOpinion
    {
        public string Tool => "Other/1.0";

        public string? FindText(string html, string? targetUri, CancellationToken cancellationToken) => "Subscribe to our newsletter";
    }
}
