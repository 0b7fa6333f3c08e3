using System.Text.Json;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_same_results_do_not_differ()
    {
        await ScrubAsync();
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("compare", _bench.Out, _bench.Folder.At("new")));
        Assert.Empty(_bench.Output);
        Assert.Contains("Compared 2 pages: 0 changed", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flips_are_told_by_rule_with_samples()
    {
        await ScrubAsync();
        Change("new/a.html", static b => b.Kind == Kind.Navigation, static b => b with { Kind = Kind.Related, Rule = "html.related" });

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("compare", _bench.Out, _bench.Folder.At("new")));
        Assert.StartsWith("Another kind: ", _bench.Output, StringComparison.Ordinal);
        Assert.Contains(" → related by html.related: ", _bench.Output, StringComparison.Ordinal);
        Assert.Contains("      a.html: Home", _bench.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("compare", _bench.Folder.At("out/a.html.manifest.json"), _bench.Folder.At("new/a.html.manifest.json"), "--json"));
        using var page = JsonDocument.Parse(_bench.Output);
        Assert.Equal("other-kind", page.RootElement.GetProperty("changes")[0].GetProperty("change").GetString());
    }

    [Fact]
    public async Task Pages_that_only_one_has_and_results_that_do_not_agree_are_told()
    {
        await ScrubAsync();
        File.Delete(_bench.Folder.At("new/a.html.manifest.json"));
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("compare", _bench.Out, _bench.Folder.At("new")));
        Assert.Contains("only in OLD: a.html", _bench.Messages, StringComparison.Ordinal);

        File.AppendAllText(_bench.Folder.At("new/b.html.clean.txt"), "x");
        Assert.Equal(ExitCode.Unchecked, await _bench.RunAsync("compare", _bench.Out, _bench.Folder.At("new")));
        Assert.Contains("not compared: b.html", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("compare", _bench.Out, _bench.Folder.At("new/b.html.manifest.json")));
    }

    private async Task ScrubAsync()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        _bench.Folder.Write("in/b.html", Samples.Article());
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Folder.At("new"));
    }

    private void Change(string name, Func<ManifestBlock, bool> which, Func<ManifestBlock, ManifestBlock> how)
    {
        var path = _bench.Folder.At(name + ".manifest.json");
        var manifest = ManifestJson.Deserialize(File.ReadAllBytes(path));
        var blocks = manifest.Blocks.Select(b => which(b) ? how(b) : b).ToArray();
        var removed = blocks.Where(static b => !b.Kind.IsKept()).GroupBy(static b => b.Kind.Name()).ToDictionary(static g => g.Key, static g => new ManifestRemoval { Blocks = g.Count(), CodePoints = g.Sum(static b => b.Linear.Length) });
        var changed = manifest with { Blocks = blocks, Result = manifest.Result with { Removed = new SortedDictionary<string, ManifestRemoval>(removed) } };
        File.WriteAllBytes(path, ManifestJson.Serialize(changed with { Digest = ManifestJson.ComputeDigest(changed) }));
    }
}
