using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly CommandBench _bench = new();

    private string Report => _bench.Folder.At("report.html");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Manifest_and_capture_give_the_same_report_of_the_page()
    {
        var capture = _bench.Folder.Write("in/a.html", Samples.Article("A bridge"));
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("explain", _bench.Folder.At("out/a.html.manifest.json"), "-o", Report));
        var ofManifest = File.ReadAllText(Report);
        Assert.Contains("<title>A bridge – ArchiveScrub</title>", ofManifest, StringComparison.Ordinal);
        Assert.Contains(Samples.Sentence, ofManifest, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("explain", capture, "-o", Report));
        Assert.Equal(ofManifest, File.ReadAllText(Report));
    }

    [Fact]
    public async Task Folder_gives_an_index_with_quarantine_and_a_report_for_each_page()
    {
        _bench.Folder.Write("in/a.html", Samples.Article("First <b>"));
        _bench.Folder.Write("in/sub/b.html", Samples.Article("Second"));
        _bench.Folder.Write("in/photo.html", Samples.Jpeg);
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("explain", _bench.Out, "-o", Report, "--pages"));
        var index = File.ReadAllText(Report);
        Assert.Contains("report.pages/00001.html", index, StringComparison.Ordinal);
        Assert.Contains("NOT_TEXT", index, StringComparison.Ordinal);
        Assert.Equal(["00000.html", "00001.html"], _bench.Folder.Files("report.pages"));
        Assert.Contains("Second", File.ReadAllText(_bench.Folder.At("report.pages/00001.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_of_captures_is_scrubbed_for_the_report_and_nothing_else_is_written()
    {
        _bench.Folder.Write("in/a.html", Samples.Article("First"));
        _bench.Folder.Write("in/photo.html", Samples.Jpeg);

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("explain", _bench.In, "-o", Report));
        Assert.Contains("not shown: photo.html", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(["in/a.html", "in/photo.html", "report.html"], _bench.Folder.Files());
    }

    [Fact]
    public async Task Results_that_do_not_agree_are_not_shown_as_if_they_did()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);
        File.AppendAllText(_bench.Folder.At("out/a.html.clean.txt"), "x");

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("explain", _bench.Folder.At("out/a.html.manifest.json"), "-o", Report));
        Assert.Contains("NOT_VERIFIED", File.ReadAllText(Report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_and_what_cannot_be_written_is_told_in_a_line()
    {
        var capture = _bench.Folder.Write("in/a.html", Samples.Article());
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("explain", _bench.Folder.At("nothing"), "-o", Report));
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("explain", capture));
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("explain", capture, "-o", Path.Combine(capture, "x.html")));
        Assert.Contains("cannot write to", _bench.Messages, StringComparison.Ordinal);
    }
}
