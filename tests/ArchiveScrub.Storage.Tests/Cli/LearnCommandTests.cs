using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class LearnCommandTests : IDisposable
{
    private const string Standing = "The Island Gazette is set by hand in a shed behind the lighthouse, as it has been since the year of the great flood.";

    private readonly CommandBench _bench = new();

    private string Profiles => _bench.Folder.At("sites.json");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task What_repeats_on_a_site_is_learned_and_scrubbed_away()
    {
        WriteSite();
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("learn", _bench.In, "--output", Profiles));
        Assert.Contains("Read 6 captures", _bench.Messages, StringComparison.Ordinal);
        Assert.Contains("1 sites by 6 pages", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out));
        Assert.Contains(Standing, Text("0.html"), StringComparison.Ordinal);
        Assert.Null(Manifest("0.html").Tool.Profile);

        // Another profile is another tool: what is done is done again.
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out, "--profiles", Profiles));
        Assert.Contains("Scrubbed 6 pages", _bench.Messages, StringComparison.Ordinal);
        for (var i = 0; i < 6; i++)
        {
            Assert.DoesNotContain(Standing, Text($"{i}.html"), StringComparison.Ordinal);
            Assert.Contains(Own(i), Text($"{i}.html"), StringComparison.Ordinal);
            Assert.Equal(SiteProfiles.Deserialize(await File.ReadAllBytesAsync(Profiles)).Digest, Manifest($"{i}.html").Tool.Profile);
        }

        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out, "--profiles", Profiles));
        Assert.Contains("Done already: 6 captures", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_jobs_nor_the_order_of_captures_change_what_is_learned()
    {
        WriteSite();
        await _bench.RunAsync("learn", _bench.In, "--output", Profiles, "--jobs", "1");
        var expected = await File.ReadAllBytesAsync(Profiles);
        await _bench.RunAsync("learn", _bench.In, "--output", Profiles, "--jobs", "4");
        Assert.Equal(expected, await File.ReadAllBytesAsync(Profiles));
        await _bench.RunAsync(["learn", .. Enumerable.Range(0, 6).Reverse().Select(i => _bench.Folder.At($"in/{i}.html")), "--output", Profiles]);
        Assert.Equal(expected, await File.ReadAllBytesAsync(Profiles));
    }

    [Fact]
    public async Task Auto_learns_from_the_captures_before_the_first_is_scrubbed()
    {
        WriteSite();
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out, "--profiles", "auto", "--jobs", "1"));
        Assert.Contains("Learned 1 sites from 6 pages", _bench.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain(Standing, Text("0.html"), StringComparison.Ordinal);
        var kept = await File.ReadAllBytesAsync(_bench.Folder.At("out/learned.profiles.json"));
        Assert.Equal(SiteProfiles.Deserialize(kept).Digest, Manifest("0.html").Tool.Profile);

        // What was made with profiles is derived again with them.
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out));
        Assert.Equal(ExitCode.Unchecked, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In));
        Assert.Contains("site profiles sha256:", _bench.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("verify", _bench.Out, "--captures", _bench.In, "--profiles", _bench.Folder.At("out/learned.profiles.json")));

        // The same as learning first, whatever the number of jobs.
        await _bench.RunAsync("learn", _bench.In, "--output", Profiles);
        Assert.Equal(await File.ReadAllBytesAsync(Profiles), kept);
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Folder.At("out4"), "--profiles", "auto", "--jobs", "4");
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(Manifest($"{i}.html").Digest, ManifestJson.Deserialize(await File.ReadAllBytesAsync(_bench.Folder.At($"out4/{i}.html.manifest.json"))).Digest);
        }

        // An output folder among the captures: what was learned is not taken for a capture.
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.In, "--profiles", "auto");
        await _bench.RunAsync("scrub", _bench.In, "--output", _bench.In, "--profiles", "auto");
        Assert.Contains("Done already: 6 captures", _bench.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_put_together_in_any_order()
    {
        WriteSite();
        string[] names = ["a.json", "b.json", "ab.json", "ba.json", "all.json", "more.json"];
        var path = names.ToDictionary(static name => name, _bench.Folder.At);
        await _bench.RunAsync(["learn", .. Enumerable.Range(0, 3).Select(i => _bench.Folder.At($"in/{i}.html")), "--output", path["a.json"]]);
        await _bench.RunAsync(["learn", .. Enumerable.Range(3, 3).Select(i => _bench.Folder.At($"in/{i}.html")), "--output", path["b.json"]]);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("learn", "--profiles", path["a.json"], "--profiles", path["b.json"], "--output", path["ab.json"]));
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("learn", "--profiles", path["b.json"], "--profiles", path["a.json"], "--output", path["ba.json"]));
        Assert.Equal(await File.ReadAllBytesAsync(path["ab.json"]), await File.ReadAllBytesAsync(path["ba.json"]));
        await _bench.RunAsync("learn", _bench.In, "--output", path["all.json"]);
        await _bench.RunAsync("learn", _bench.In, "--profiles", path["ab.json"], "--output", path["more.json"]);
        Assert.Equal(await File.ReadAllBytesAsync(path["all.json"]), await File.ReadAllBytesAsync(path["more.json"]));
    }

    [Fact]
    public async Task Captures_that_cannot_be_read_are_named_and_the_rest_is_learned_from()
    {
        WriteSite();
        _bench.Folder.Write("in/photo.html", Samples.Jpeg);
        Assert.Equal(ExitCode.Incomplete, await _bench.RunAsync("learn", _bench.In, "--output", Profiles));
        Assert.Contains("not learned from: photo.html", _bench.Messages, StringComparison.Ordinal);
        Assert.Equal(6, SiteProfiles.Deserialize(await File.ReadAllBytesAsync(Profiles)).Pages);
    }

    [Fact]
    public async Task What_cannot_be_done_is_a_usage_error_and_nothing_is_written()
    {
        WriteSite();
        var broken = _bench.Folder.Write("broken.json", "{}");
        string[][] wrong =
        [
            ["learn", _bench.In],
            ["learn", "--output", Profiles],
            ["learn", _bench.Folder.At("missing"), "--output", Profiles],
            ["learn", _bench.In, "--output", _bench.Folder.At("missing/sites.json")],
            ["learn", _bench.In, "--output", _bench.In],
            ["learn", _bench.In, "--output", Profiles, "--profiles", broken],
            ["scrub", _bench.In, "--output", _bench.Out, "--profiles", broken],
            ["scrub", _bench.In, "--output", _bench.Out, "--profiles", _bench.Folder.At("missing.json")],
        ];
        foreach (var args in wrong)
        {
            Assert.Equal(ExitCode.Usage, await _bench.RunAsync(args));
            Assert.NotEmpty(_bench.Messages);
        }

        Assert.False(File.Exists(Profiles));
        Assert.Empty(_bench.OutputFiles);
    }

    [Fact]
    public async Task Interrupted_it_writes_nothing()
    {
        WriteSite();
        _bench.Interruption.Interrupt();
        Assert.Equal(ExitCode.Interrupted, await _bench.RunAsync("learn", _bench.In, "--output", Profiles));
        Assert.Equal(ExitCode.Interrupted, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out, "--profiles", "auto"));
        Assert.False(File.Exists(Profiles));
        Assert.Empty(_bench.OutputFiles);
    }

    [Fact]
    public async Task Pages_of_a_WARC_are_learned_from_by_their_addresses()
    {
        var records = Enumerable.Range(0, 6).Select(i => SampleWarc.Record(
            "response",
            i + 1,
            "application/http; msgtype=response",
            $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{Page(i)}",
            $"WARC-Target-URI: https://gazette.example/{i}\r\n"));
        _bench.Folder.Write("in/crawl.warc.gz", [.. records.SelectMany(SampleWarc.Gzip)]);
        Assert.Equal(ExitCode.Ok, await _bench.RunAsync("scrub", _bench.In, "--output", _bench.Out, "--profiles", "auto"));
        Assert.Contains("Learned 1 sites from 6 pages", _bench.Messages, StringComparison.Ordinal);
        var texts = await SampleWarc.ReadWetAsync(await File.ReadAllBytesAsync(_bench.Folder.At("out/crawl.warc.gz.wet.gz")));
        Assert.Equal(6, texts.Count);
        Assert.All(texts, static text => Assert.DoesNotContain(Standing, text.Text, StringComparison.Ordinal));

        // The same site in files of its own: the same is learned.
        await _bench.RunAsync("learn", _bench.In, "--output", Profiles);
        WriteSite();
        File.Delete(_bench.Folder.At("in/crawl.warc.gz"));
        await _bench.RunAsync("learn", _bench.In, "--output", _bench.Folder.At("files.json"));
        Assert.Equal(await File.ReadAllBytesAsync(Profiles), await File.ReadAllBytesAsync(_bench.Folder.At("files.json")));
    }

    private static string Own(int page) => new[]
    {
        "The ferry to the outer islands ran again on Monday after four days in which no boat could leave the harbour.",
        "The council met for three hours and could not agree on what a cubic metre of water should cost the farms.",
        "The mill at the edge of the marsh, which stood empty for thirty years, opens on Saturday as a museum of bread.",
        "Two hundred pupils planted oaks and alders on the field behind the station before the first frost of the year.",
        "The boats that came home on Thursday had half as much herring in their holds as in the same week of last year.",
        "From next month a second set of lights will tell the drivers on the southern bank when the bridge is about to open.",
    }[page];

    private static string Page(int i) =>
        $"""
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>Report {i} of the island</title><link rel="canonical" href="https://gazette.example/{i}"></head><body>
        <div><a href="/">Home</a> <a href="/sea">Sea</a></div>
        <div><h1>Report {i} of the island</h1><p>{Own(i)}</p><p>{Samples.Sentence.Replace("bridge", $"bridge number {i}", StringComparison.Ordinal)}</p><p>{Standing}</p></div>
        </body></html>
        """;

    private void WriteSite()
    {
        for (var i = 0; i < 6; i++)
        {
            _bench.Folder.Write($"in/{i}.html", Page(i));
        }
    }

    private string Text(string capture) => File.ReadAllText(_bench.Folder.At($"out/{capture}.clean.txt"));

    private Manifest Manifest(string capture) => ManifestJson.Deserialize(File.ReadAllBytes(_bench.Folder.At($"out/{capture}.manifest.json")));
}
