using System.Globalization;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>The command on captures that hold many records.</summary>
public sealed class WarcCommandTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public WarcCommandTests() => _bench.Folder.Write("in/crawl.warc.gz", SampleWarc.Crawl(12));

    private string Warc => _bench.Folder.At("in/crawl.warc.gz");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Scrub_writes_results_and_says_what_became_of_the_records()
    {
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "-o", _bench.Out));

        Assert.Equal(
            ["crawl.warc.gz.manifest.jsonl.gz", "crawl.warc.gz.records.jsonl.gz", "crawl.warc.gz.summary.json", "crawl.warc.gz.wet.gz"],
            _bench.OutputFiles.Where(static f => !f.StartsWith('.')));
        Assert.Contains("Scrubbed 9 pages", _bench.Messages, StringComparison.Ordinal);
        Assert.Contains("Records: 25 records, of them no pages: not-content 13, status 3", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "-o", _bench.Out));
        Assert.Contains("Done already: 1 capture", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "-o", _bench.Out, "--status", "200,404"));
        Assert.Contains("Scrubbed 12 pages", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slices_are_scrubbed_one_by_one_and_joined()
    {
        await _bench.RunAsync("scrub", _bench.In, "-o", _bench.Folder.At("whole"));
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("slice", Warc));
        var line = Assert.Single(_bench.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var size = new FileInfo(Warc).Length;
        Assert.Equal($"0\t{size}\t25", line);

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", Warc, "-o", _bench.Out, "--slice", $"0+{size}"));

        Assert.Contains("Slices done: 1 capture", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(["crawl.warc.gz.parts/000000000000000.part"], _bench.OutputFiles.Where(static f => !f.StartsWith('.')));
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", Warc, "-o", _bench.Out));
        Assert.False(Directory.Exists(_bench.Folder.At("out/crawl.warc.gz.parts")));
        foreach (var suffix in new[] { "wet.gz", "manifest.jsonl.gz", "records.jsonl.gz" })
        {
            Assert.Equal(await File.ReadAllBytesAsync(_bench.Folder.At("whole/crawl.warc.gz." + suffix)), await File.ReadAllBytesAsync(_bench.Folder.At("out/crawl.warc.gz." + suffix)));
        }
    }

    [Fact]
    public async Task Index_lists_the_records_that_have_content_and_where_they_stand()
    {
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("index", Warc));

        var lines = _bench.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12, lines.Length);
        Assert.StartsWith("org,example)/1 20200212093000 {\"url\":\"https://example.org/1\",\"mime\":\"text/html\",\"status\":\"200\",\"length\":\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"status\":\"404\"", lines[3], StringComparison.Ordinal);
        foreach (var line in lines)
        {
            var json = System.Text.Json.JsonDocument.Parse(line[line.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
            var offset = int.Parse(json.GetProperty("offset").GetString()!, CultureInfo.InvariantCulture);
            var length = int.Parse(json.GetProperty("length").GetString()!, CultureInfo.InvariantCulture);
            var record = SampleWarc.Lines((await File.ReadAllBytesAsync(Warc))[offset..(offset + length)]);
            Assert.Contains("WARC-Target-URI: " + json.GetProperty("url").GetString(), string.Join('\n', record), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://www.example.org/A?b=2&a=1#x", "org,example)/a?a=1&b=2")]
    [InlineData("http://sub.example.co.uk:8080/", "uk,co,example,sub:8080)/")]
    [InlineData("http://192.0.2.1/x", "192.0.2.1)/x")]
    [InlineData("not a uri", "not+a+uri")]
    public void Keys_of_the_index_are_in_the_order_of_domains(string uri, string expected) => Assert.Equal(expected, Surt.Of(uri));

    [Fact]
    public async Task Texts_are_printed_in_order_and_written_to_files_of_their_own()
    {
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--stdout"));
        var printed = _bench.Output.Split("\f\n");
        Assert.Equal(9, printed.Length);
        Assert.StartsWith("Story number 1\n", printed[0], StringComparison.Ordinal);
        Assert.StartsWith("Story number 11\n", printed[8], StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "-o", _bench.Out, "--text-files"));
        Assert.Equal(printed, _bench.OutputFiles.Where(static f => f.StartsWith("crawl.warc.gz.pages/", StringComparison.Ordinal)).Select(f => File.ReadAllText(_bench.Folder.At("out/" + f))));
    }

    [Fact]
    public async Task Damage_is_told_and_the_exit_code_says_so()
    {
        var bytes = SampleWarc.Crawl(12);
        _bench.Folder.Write("in/crawl.warc.gz", bytes[..^20]);

        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("scrub", _bench.In, "-o", _bench.Out));
        Assert.Contains("Failed records: GZIP_TRUNCATED 1", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("index", Warc));
        Assert.Contains("crawl.warc.gz, record urn:uuid:00000000-0000-4000-8000-000000000024", _bench.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scrub", "--slice", "12")]
    [InlineData("scrub", "--status", "ok")]
    [InlineData("slice", "--size", "0")]
    public async Task Wrong_usage_is_told(string command, string option, string value)
    {
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync([command, Warc, option, value, .. command == "scrub" ? new[] { "-o", _bench.Out } : []]));
        Assert.Contains(option, _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slice_is_of_one_file()
    {
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("scrub", _bench.In, "-o", _bench.Out, "--slice", "0+10"));
        Assert.Equal(ExitCode.Usage, await _bench.RunAsync("index", _bench.Folder.At("in/nothing.warc")));
    }
}
