using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>Results of captures with many records: verified, restored, explained, exported and compared as those of single pages are.</summary>
public sealed class RecordResultsTests : IDisposable
{
    private const int Pages = 5; // of seven responses one is a 404, and its page is skipped

    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Warc_verifies_at_both_levels(bool compressed)
    {
        await ScrubAsync(compressed: compressed);

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out));
        Assert.Contains($"Verified against their clean texts: {Pages} pages", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains($"Verified against their captures: {Pages} pages", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", At(".manifest.jsonl.gz")));
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", At(".summary.json")));
        Assert.Empty(_bench.Output);
    }

    [Fact]
    public async Task Texts_in_files_of_their_own_verify_too_and_are_not_taken_for_results_without_a_manifest()
    {
        await ScrubAsync("--text-files");
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains($"Verified against their captures: {Pages} pages", _bench.Messages, StringComparison.Ordinal);

        var text = Assert.Single(_bench.OutputFiles.Where(static f => f.EndsWith(".clean.txt", StringComparison.Ordinal)).Skip(2).Take(1));
        File.AppendAllText(_bench.Folder.At("out/" + text), "x");
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("verify", _bench.Out));
        Assert.Equal("crawl.warc.gz#2: The clean text is not what the manifest says.\n", _bench.Output);
    }

    [Fact]
    public async Task Damage_of_any_file_is_noticed()
    {
        await ScrubAsync();
        foreach (var file in _bench.OutputFiles)
        {
            var path = _bench.Folder.At("out/" + file);
            var whole = File.ReadAllBytes(path);
            foreach (var at in new[] { 9, whole.Length / 2, whole.Length - 1 })
            {
                var changed = (byte[])whole.Clone();
                changed[at] ^= 1;
                File.WriteAllBytes(path, changed);
                Assert.True(await _bench.RunAsync("verify", _bench.Out) == ExitCode.Incomplete, $"byte {at} of {file}");
            }

            File.Delete(path);
            Assert.True(await _bench.RunAsync("verify", _bench.Out) == ExitCode.Incomplete, $"without {file}");
            File.WriteAllBytes(path, whole);
        }

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out));
    }

    [Fact]
    public async Task Another_capture_and_none_are_told()
    {
        await ScrubAsync();
        _bench.Folder.Write("in/crawl.warc.gz", SampleWarc.Crawl(3));
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains("is not the one that was scrubbed", _bench.Output, StringComparison.Ordinal);
        File.Delete(_bench.Folder.At("in/crawl.warc.gz"));
        Assert.Equal(ExitCode.Unchecked, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
    }

    [Fact]
    public async Task Pages_are_restored_exported_compared_and_explained()
    {
        await ScrubAsync();
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("restore", _bench.Out));
        Assert.Equal(Pages, _bench.Output.Split("\n\f\n").Length);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("export", _bench.Out, "--format", "cdxj"));
        Assert.Equal(Pages, _bench.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("org,example)/1 20200212093000 ", _bench.Output, StringComparison.Ordinal);
        Assert.Contains("\"offset\":\"", _bench.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("compare", _bench.Out, _bench.Out));

        var report = _bench.Folder.At("report.html");
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("explain", _bench.Out, "-o", report));
        Assert.Contains("Story number 3", File.ReadAllText(report), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("explain", _bench.Folder.At("in/crawl.warc.gz"), "-o", report));
        Assert.Contains("https://example.org/3", File.ReadAllText(report), StringComparison.Ordinal);
    }

    private async Task ScrubAsync(string? option = null, bool compressed = true)
    {
        _bench.Folder.Write("in/crawl.warc.gz", SampleWarc.Crawl(6, compressed));
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync(["scrub", _bench.In, "--output", _bench.Out, .. option is null ? Array.Empty<string>() : [option]]));
    }

    private string At(string suffix) => _bench.Folder.At("out/crawl.warc.gz" + suffix);
}
