using System.Text;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>Whatever the bytes and names, a capture ends in a result or in a clear error, and the rest of the run is not harmed.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public static TheoryData<string> Bombs => ["divs", "list", "attribute", "comment", "script", "unclosed", "entities", "attributes", "tables"];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_bomb_ends_in_a_result_or_a_record(string name)
    {
        _bench.Folder.Write("in/bomb.html", Bomb(name));
        _bench.Folder.Write("in/good.html", Samples.Article());
        Assert.InRange(await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out), ExitCode.Ok, ExitCode.Incomplete);
        Assert.Contains("good.html.manifest.json", _bench.OutputFiles);
        AssertEnded("bomb.html");
        Assert.DoesNotContain(CaptureErrorCodes.InternalError, _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_by_name_and_reason()
    {
        _bench.Folder.Write("in/empty.html", "");
        _bench.Folder.Write("in/nuls.html", new byte[10_000]);
        _bench.Folder.Write("in/photo.html", Samples.Jpeg);
        _bench.Folder.Write("in/spaces.html", "  \r\n\t  \n");
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        foreach (var name in new[] { "empty.html", "nuls.html", "photo.html", "spaces.html" })
        {
            Assert.Contains($"quarantine/{name}.error.json", _bench.OutputFiles);
            Assert.Contains($"quarantined: {name}", _bench.Messages, StringComparison.Ordinal);
        }

        Assert.Equal(4, _bench.OutputFiles.Length);
        Assert.DoesNotContain(CaptureErrorCodes.InternalError, _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_UTF8_gives_a_result_that_says_so()
    {
        var page = Encoding.UTF8.GetBytes(Samples.Article("A broken title"));
        var broken = page.AsSpan().IndexOf("broken"u8);
        page[broken] = 0xFF;
        page[broken + 1] = 0xC3;
        _bench.Folder.Write("in/a.html", page);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        var text = await File.ReadAllBytesAsync(_bench.Folder.At("out/a.html.clean.txt"));
        Assert.Contains(Samples.Sentence, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Awkward_names_come_out_as_they_went_in()
    {
        string[] names = ["..a", "a..html", "a b.html", "a#b.html", "a%2e%2e%2fb.html", "ü/日本語.html", "-dash.html", "[brackets].html", "100%.html", "quote'.html", new string('n', 230)];
        foreach (var name in names.Where(static name => !name.StartsWith('.')))
        {
            _bench.Folder.Write("in/" + name, Samples.Article());
        }

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.Equal(
            names.Where(static name => !name.StartsWith('.')).SelectMany(static name => new[] { name + ".clean.txt", name + ".manifest.json" }).Order(StringComparer.Ordinal),
            _bench.OutputFiles);
        var dots = _bench.Folder.Write("in/..a", Samples.Article());
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", dots, "--output", _bench.Out));
        Assert.Contains("..a.clean.txt", _bench.OutputFiles);
    }

    [Fact]
    public async Task A_name_as_long_as_the_file_system_takes_gets_results_too()
    {
        _bench.Folder.Write("in/" + new string('n', 255), Samples.Article("One"));
        _bench.Folder.Write("in/" + new string('n', 254) + "m", Samples.Article("Two"));
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.Equal(4, _bench.OutputFiles.Length);
    }

    private static string Bomb(string name) => name switch
    {
        "divs" => "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep",
        "list" => string.Concat(Enumerable.Repeat("<li><a>x</p>", 2_000)),
        "attribute" => $"<html><body><p title=\"{new string('a', 20_000_000)}\">text</p>",
        "attributes" => $"<html><body><p {string.Concat(Enumerable.Range(0, 100_000).Select(static i => $"a{i}=1 "))}>text</p>",
        "comment" => $"<html><body><!--{new string('-', 5_000_000)}--><p>text</p>",
        "script" => "<html><body><script>" + new string('<', 5_000_000),
        "unclosed" => string.Concat(Enumerable.Repeat("<p><b><i><a href=x>", 20_000)),
        "entities" => "<html><body><p>" + string.Concat(Enumerable.Repeat("&amp;&#xD800;&#0;&#x110000;&unknown", 50_000)),
        _ => string.Concat(Enumerable.Repeat("<table><tr><td>", 5_000)),
    };

    private void AssertEnded(string name)
    {
        var isDone = _bench.OutputFiles.Contains($"{name}.manifest.json") && _bench.OutputFiles.Contains($"{name}.clean.txt");
        Assert.NotEqual(isDone, _bench.OutputFiles.Contains($"quarantine/{name}.error.json"));
    }
}
