using System.Text;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ScrubCommandTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_folder_is_scrubbed_with_all_folders_in_it()
    {
        _bench.Folder.Write("in/a.html", Samples.Article("A"));
        _bench.Folder.Write("in/sub/b c.html", Samples.Article("B"));
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.Equal(["a.html.clean.txt", "a.html.manifest.json", "sub/b c.html.clean.txt", "sub/b c.html.manifest.json"], _bench.OutputFiles);
        Assert.Contains("Scrubbed 2 pages", _bench.Messages, StringComparison.Ordinal);
        Assert.Contains("navigation", _bench.Messages, StringComparison.Ordinal);
        Assert.Empty(_bench.Output);
    }

    [Fact]
    public async Task A_second_run_finds_everything_done_and_force_does_it_again()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.Contains("Done already: 1 capture", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out, "--force"));
        Assert.Contains("Scrubbed 1 page ", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Captures_that_fail_are_named_with_the_reason_and_the_rest_is_scrubbed()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        _bench.Folder.Write("in/photo.html", Samples.Jpeg);
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.Equal(["a.html.clean.txt", "a.html.manifest.json", "quarantine/photo.html.error.json"], _bench.OutputFiles);
        Assert.Contains("photo.html", _bench.Messages, StringComparison.Ordinal);
        Assert.Contains("Quarantined: 1 capture (NOT_TEXT 1)", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
    }

    [Fact]
    public async Task Quarantine_records_go_where_they_are_told_to()
    {
        _bench.Folder.Write("in/photo.html", Samples.Jpeg);
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out, "--quarantine", _bench.Folder.At("q")));
        Assert.Equal(["photo.html.error.json"], _bench.Folder.Files("q"));
        Assert.Empty(_bench.OutputFiles);
    }

    [Fact]
    public async Task An_output_folder_in_the_input_folder_is_not_scrubbed_again()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        _bench.Folder.Write("in/photo.html", Samples.Jpeg);
        var output = _bench.Folder.At("in/out");
        await _bench.RunAsync("scrub", _bench.In, "--output", output);
        var files = _bench.Folder.Files("in");
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("scrub", _bench.In, "--output", output, "--force"));
        Assert.Equal(files, _bench.Folder.Files("in"));
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.In);
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.In, "--force");
        Assert.DoesNotContain(_bench.Folder.Files("in"), static file => file.Contains(".txt.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Single_files_give_results_by_their_file_names()
    {
        var one = _bench.Folder.Write("x/a.html", Samples.Article("A"));
        var two = _bench.Folder.Write("y/b.txt", "One line.\n\nAnother line.\n");
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", one, two, one, "--output", _bench.Out));
        Assert.Equal(["a.html.clean.txt", "a.html.manifest.json", "b.txt.clean.txt", "b.txt.manifest.json"], _bench.OutputFiles);
    }

    [Fact]
    public async Task A_file_gives_the_same_results_alone_as_in_its_folder()
    {
        var file = _bench.Folder.Write("in/a.html", Samples.Article());
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out);
        await _bench.RunAsync("scrub", file, "--output", _bench.Folder.At("out2"));
        var (one, other) = (Manifest("out/a.html"), Manifest("out2/a.html"));
        Assert.Equal(one.Digest, other.Digest);
        Assert.Equal(ManifestJson.Serialize(one with { Activity = null }), ManifestJson.Serialize(other with { Activity = null }));
    }

    [Fact]
    public async Task Several_folders_give_results_under_their_own_names()
    {
        _bench.Folder.Write("2019/a.html", Samples.Article());
        _bench.Folder.Write("2020/a.html", Samples.Article());
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.Folder.At("2019"), _bench.Folder.At("2020/"), "--output", _bench.Out));
        Assert.Equal(["2019/a.html.clean.txt", "2019/a.html.manifest.json", "2020/a.html.clean.txt", "2020/a.html.manifest.json"], _bench.OutputFiles);
    }

    [Theory]
    [InlineData("x/a.html", "y/a.html")]
    [InlineData("x", "y/a.html")]
    [InlineData("z/x", "x")]
    public async Task Two_captures_of_the_same_name_are_refused_before_anything_is_written(string one, string other)
    {
        _bench.Folder.Write("x/a.html", Samples.Article());
        _bench.Folder.Write("y/a.html", Samples.Article());
        _bench.Folder.Write("z/x/a.html", Samples.Article());
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("scrub", _bench.Folder.At(one), _bench.Folder.At(other), "--output", _bench.Out));
        Assert.Contains(_bench.Folder.At(one), _bench.Messages, StringComparison.Ordinal);
        Assert.Contains(_bench.Folder.At(other), _bench.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_bench.Out));
    }

    [Fact]
    public async Task Standard_input_is_a_capture_of_its_own_name()
    {
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync(Encoding.UTF8.GetBytes(Samples.Article()), "scrub", "-", "--output", _bench.Out));
        Assert.Equal(["stdin.clean.txt", "stdin.manifest.json"], _bench.OutputFiles);
        var manifest = Manifest("out/stdin");
        Assert.Null(manifest.Capture.Store);
        Assert.Equal("stdin", manifest.Capture.Name);
    }

    [Fact]
    public async Task Clean_text_and_nothing_else_is_printed_to_standard_output()
    {
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync(Encoding.UTF8.GetBytes(Samples.Article("Über die Brücke")), "scrub", "-", "--stdout"));
        Assert.StartsWith("Über die Brücke\n\n", _bench.Output, StringComparison.Ordinal);
        Assert.EndsWith(".\n", _bench.Output, StringComparison.Ordinal);
        Assert.Empty(_bench.OutputFiles);
    }

    [Fact]
    public async Task Several_texts_are_printed_in_order_with_a_form_feed_between_them()
    {
        foreach (var name in new[] { "c", "a", "b" })
        {
            _bench.Folder.Write($"in/{name}.html", Samples.Article($"Title {name}"));
        }

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--stdout", "--jobs", "4"));
        var texts = _bench.Output.Split("\f\n");
        Assert.Equal(["Title a", "Title b", "Title c"], texts.Select(static text => text.Split('\n')[0]));
        Assert.All(texts, static text => Assert.EndsWith(".\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_may_be_written_and_printed_and_is_printed_again_when_it_is_done()
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--stdout", "--output", _bench.Out));
            Assert.Equal(await File.ReadAllTextAsync(_bench.Folder.At("out/a.html.clean.txt")), _bench.Output);
        }
    }

    [Fact]
    public async Task A_failure_with_standard_output_is_told_and_nothing_is_printed()
    {
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync(Samples.Jpeg, "scrub", "-", "--stdout"));
        Assert.Empty(_bench.Output);
        Assert.Contains("[NOT_TEXT]", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_of_a_page_goes_into_its_manifest()
    {
        var file = _bench.Folder.Write("in/a.html", Samples.Article());
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", file, "--output", _bench.Out, "--uri", "https://example.org/ä?b=c#d", "--captured-at", "2020-02-12T10:30:00+03:00", "--media-type", "text/html"));
        var page = Manifest("out/a.html").Page;
        Assert.Equal("https://example.org/ä?b=c#d", page.TargetUri);
        Assert.Equal(new DateTimeOffset(2020, 2, 12, 7, 30, 0, TimeSpan.Zero), page.CapturedAt);
    }

    [Fact]
    public async Task The_body_alone_leaves_the_title_out()
    {
        _bench.Folder.Write("in/a.html", Samples.Article("The headline"));
        await _bench.RunAsync("scrub", _bench.In, "--stdout");
        Assert.Contains("The headline", _bench.Output, StringComparison.Ordinal);
        await _bench.RunAsync("scrub", _bench.In, "--stdout", "--text", "body");
        Assert.DoesNotContain("The headline", _bench.Output, StringComparison.Ordinal);
        Assert.Contains(Samples.Sentence, _bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_nothing_to_do()
    {
        Directory.CreateDirectory(_bench.In);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.Contains("No captures found", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_says_so_and_goes_on_the_next_time()
    {
        for (var i = 0; i < 5; i++)
        {
            _bench.Folder.Write($"in/{i}.html", Samples.Article());
        }

        _bench.Interruption.Interrupt();
        Assert.Equal(ExitCode.Interrupted, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.Contains("Interrupted", _bench.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.OutputFiles, static file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--output", "{out}")]
    [InlineData("{in}")]
    [InlineData("{in}", "--output", "{in}/a.html")]
    [InlineData("{in}", "--output", "{in}/a.html/below")]
    [InlineData("{in}", "--output", "{out}", "--quarantine", "{in}/a.html")]
    [InlineData("{in}/missing.html", "--output", "{out}")]
    [InlineData("{in}", "--output", "{out}", "--jobs", "0")]
    [InlineData("{in}", "--output", "{out}", "--jobs", "many")]
    [InlineData("{in}", "--output", "{out}", "--captured-at", "12/02/2020")]
    [InlineData("{in}", "--output", "{out}", "--captured-at", "2020-02-30")]
    [InlineData("{in}", "--output", "{out}", "--text", "some")]
    [InlineData("{in}", "--output", "{out}", "--uri", "https://example.org/")]
    [InlineData("{in}/a.html", "--output", "{out}", "--uri", "not a uri")]
    [InlineData("{in}", "--output", "{out}", "--media-type", "html")]
    [InlineData("{in}", "--output", "{out}", "--no-such-option")]
    [InlineData("{in}", "--output")]
    public async Task A_wrong_command_line_is_told_in_clear_lines_and_nothing_is_written(params string[] args)
    {
        _bench.Folder.Write("in/a.html", Samples.Article());
        var given = args.Select(arg => arg.Replace("{in}", _bench.In, StringComparison.Ordinal).Replace("{out}", _bench.Out, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync(["scrub", .. given]));
        var lines = _bench.Messages.TrimEnd('\n').Split('\n');
        Assert.InRange(lines.Length, 1, 3);
        Assert.All(lines, static line => Assert.StartsWith("archivescrub: ", line, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", _bench.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.OutputFiles, static file => file.EndsWith(".txt", StringComparison.Ordinal));
        Assert.Equal(["a.html"], _bench.Folder.Files("in"));
    }

    [Fact]
    public async Task What_a_terminal_would_obey_in_a_name_is_not_sent_to_it()
    {
        _bench.Folder.Write("in/\u001B[31mred\r.html", Samples.Jpeg);
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.DoesNotContain('\u001B', _bench.Messages);
        Assert.DoesNotContain('\r', _bench.Messages);
    }

    private Manifest Manifest(string name) => ManifestJson.Deserialize(File.ReadAllBytes(_bench.Folder.At(name + ".manifest.json")));
}
