using System.Security.Cryptography;
using System.Text;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class RestoreCommandTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Linear_text_is_restored_to_the_byte_without_the_capture()
    {
        var manifest = await ScrubAsync();

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("restore", _bench.Folder.At("out/a.html.manifest.json")));
        Assert.Equal(manifest.Result.Linear.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_bench.Output))));
        Assert.Contains("Home", _bench.Output, StringComparison.Ordinal);

        var file = _bench.Folder.At("linear.txt");
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("restore", _bench.Folder.At("out/a.html.manifest.json"), "-o", file));
        Assert.Equal(manifest.Result.Linear.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
    }

    [Fact]
    public async Task Kinds_are_put_back_where_they_stood()
    {
        await ScrubAsync();
        var clean = File.ReadAllText(_bench.Folder.At("out/a.html.clean.txt"));

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("restore", _bench.Folder.At("out/a.html.manifest.json"), "--keep", "navigation"));
        Assert.NotEqual(clean, _bench.Output);
        Assert.Contains("Home", _bench.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("restore", _bench.Folder.At("out/a.html.manifest.json"), "--keep", "caption,comment"));
        Assert.Equal(clean, _bench.Output);
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("restore", _bench.Folder.At("out/a.html.manifest.json"), "--keep", "captions"));
        Assert.Contains("captions is no kind", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_pages_are_separated_and_one_that_does_not_verify_is_not_printed()
    {
        _bench.Folder.Write("in/b.html", Samples.Article("B"));
        _bench.Folder.Write("in/c.html", Samples.Article("C"));
        await ScrubAsync();
        File.AppendAllText(_bench.Folder.At("out/b.html.clean.txt"), "x");

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("restore", _bench.Out));
        Assert.Equal(2, _bench.Output.Split("\n\f\n").Length);
        Assert.Contains("not restored: b.html: The clean text is not what the manifest says.", _bench.Messages, StringComparison.Ordinal);
    }

    private async Task<Manifest> ScrubAsync()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);
        return ManifestJson.Deserialize(File.ReadAllBytes(_bench.Folder.At("out/a.html.manifest.json")));
    }
}
