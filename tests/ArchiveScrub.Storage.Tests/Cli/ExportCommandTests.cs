using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ExportCommandTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Pages_are_lines_and_with_a_folder_files()
    {
        await ScrubAsync("in/a.html", "in/sub/b.html");

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("export", _bench.Out, "--format", "prov"));
        Assert.Equal(2, _bench.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Directory.CreateDirectory(_bench.Folder.At("premis"));
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("export", _bench.Out, "--format", "premis", "-o", _bench.Folder.At("premis")));
        Assert.Equal(["a.html.premis.xml", "sub/b.html.premis.xml"], _bench.Folder.Files("premis"));
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("export", _bench.Out, "--format", "jsonl", "-o", _bench.Folder.At("premis")));
    }

    [Fact]
    public async Task Index_is_sorted_and_pages_without_a_key_are_counted()
    {
        await ScrubAsync("in/c.html");
        await _bench.RunAsync("scrub", _bench.Folder.Write("one/b.html", Samples.Article()), "--output", _bench.Out, "--uri", "https://example.org/a", "--captured-at", "2020-02-12");
        await _bench.RunAsync("scrub", _bench.Folder.Write("one/a.html", Samples.Article()), "--output", _bench.Out, "--uri", "https://example.org/b", "--captured-at", "2020-02-12");

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("export", _bench.Out, "--format", "cdxj"));
        Assert.Equal(["org,example)/a", "org,example)/b"], _bench.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Split(' ')[0]));
        Assert.Contains("without a line: 1", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_that_do_not_agree_are_not_exported()
    {
        await ScrubAsync("in/a.html", "in/b.html");
        File.AppendAllText(_bench.Folder.At("out/a.html.clean.txt"), "x");

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("export", _bench.Out, "--format", "jsonl"));
        Assert.Single(_bench.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("export", _bench.Out, "--format", "parquet"));
    }

    private async Task ScrubAsync(params string[] names)
    {
        foreach (var name in names)
        {
            _bench.Folder.Write(name, Samples.Article());
        }

        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);
    }
}
