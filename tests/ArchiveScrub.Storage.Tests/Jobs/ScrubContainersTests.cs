using System.Text;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>The job on captures that hold others: ZIP, WACZ, MHTML, and on WET. The archives are written by the framework, not by us.</summary>
public sealed class ScrubContainersTests
{
    [Fact]
    public async Task MHTML_gives_clean_text_and_manifest_as_a_page_does()
    {
        using var bench = new Bench();
        bench.Capture("page.mhtml", Mhtml(Samples.Article()));

        var outcome = await bench.ScrubAsync("page.mhtml");

        Assert.Equal(ScrubStatus.Scrubbed, outcome.Status);
        Assert.Equal(["page.mhtml.clean.txt", "page.mhtml.manifest.json"], bench.OutputFiles);
        Assert.Contains(Samples.Sentence, bench.Output("page.mhtml.clean.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sport", bench.Output("page.mhtml.clean.txt"), StringComparison.Ordinal);
        var page = bench.Manifest("page.mhtml").Page;
        Assert.Equal(("part", "https://example.org/bridge"), (page.Record!.Type, page.TargetUri));
        Assert.Equal(new DateTimeOffset(2021, 2, 12, 10, 15, 30, TimeSpan.FromHours(2)), page.CapturedAt);
        Assert.Equal(ScrubStatus.AlreadyDone, (await bench.ScrubAsync("page.mhtml")).Status);
    }

    [Fact]
    public async Task MHTML_without_a_page_is_quarantined()
    {
        using var bench = new Bench();
        bench.Capture("none.mhtml", Mhtml(Samples.Article()).Replace("text/html", "image/gif", StringComparison.Ordinal));

        Assert.Equal(ScrubStatus.Quarantined, (await bench.ScrubAsync("none.mhtml")).Status);
        Assert.Equal(CaptureErrorCodes.NotText, bench.Record("none.mhtml").Error.Code);
    }

    [Fact]
    public async Task ZIP_gives_a_text_for_each_page_in_it_and_accounts_for_every_file()
    {
        using var bench = new Bench();
        bench.Capture("site.zip", SampleArchive.Zip(
            ("site/one.html", Encoding.UTF8.GetBytes(Samples.Article("Story one"))),
            ("../../evil.html", Encoding.UTF8.GetBytes(Samples.Article("Story two"))),
            ("site/photo.jpg", Samples.Jpeg),
            ("site/twice.html", Encoding.UTF8.GetBytes(Samples.Article("Story three"))),
            ("site/twice.html", Encoding.UTF8.GetBytes(Samples.Article("Story four"))),
            ("crawl.warc.gz", SampleWarc.Crawl(3))));

        var outcome = await bench.ScrubAsync("site.zip");

        Assert.Equal(ScrubStatus.Scrubbed, outcome.Status);
        Assert.Equal(["site.zip.manifest.jsonl.gz", "site.zip.records.jsonl.gz", "site.zip.summary.json", "site.zip.wet.gz"], bench.OutputFiles);
        var manifests = Manifests(bench, "site.zip");
        var texts = await SampleWarc.ReadWetAsync(bench.Bytes("site.zip.wet.gz"));
        Assert.Equal(["site/one.html", "../../evil.html", "crawl.warc.gz", "crawl.warc.gz", "crawl.warc.gz"], manifests.Select(static m => m.Page.Record!.Path));
        Assert.Contains(CaptureWarningCodes.UnsafeName, manifests[1].Quality.Warnings);
        Assert.All(manifests, static m => Assert.Equal("deflated", m.Page.Record!.Container!.Compression));
        Assert.Equal(5, texts.DistinctBy(static text => text.Id).Count());
        Assert.All(texts, static text => Assert.Contains(Samples.Sentence, text.Text, StringComparison.Ordinal));
        Assert.Contains("WARC-Target-URI: file:///site/one.html", string.Join('\n', SampleWarc.Lines(bench.Bytes("site.zip.wet.gz"))), StringComparison.Ordinal);
        var summary = CaptureSummary.Parse(bench.Bytes("site.zip.summary.json"));
        Assert.Equal(2, summary.Records.Failed[CaptureErrorCodes.ContainerDamaged]);
        Assert.Equal(1, summary.Records.Skipped[SkipReasons.NotText]);
    }

    [Fact]
    public async Task WACZ_gives_the_pages_of_the_WARCs_that_are_as_listed_and_reports_the_others()
    {
        using var bench = new Bench();
        bench.Capture("crawl.wacz", SampleArchive.Wacz(SampleWarc.Crawl(3), SampleWarc.Crawl(2)));

        await bench.ScrubAsync("crawl.wacz");

        var manifests = Manifests(bench, "crawl.wacz");
        Assert.Equal(3, manifests.Count);
        Assert.All(manifests, static m =>
        {
            var wacz = m.Page.Record!.Container!.Wacz!;
            Assert.Equal((Integrity.Verified, Integrity.Verified, Integrity.Absent, "1.1.1"), (wacz.File, wacz.Package, wacz.Signature, wacz.Version));
        });
        Assert.Equal([null, "By the list", null], manifests.Select(static m => m.Page.Record!.Container!.Wacz!.PageTitle));
        var summary = CaptureSummary.Parse(bench.Bytes("crawl.wacz.summary.json"));
        Assert.Equal(2, summary.Records.Failed[CaptureErrorCodes.ContainerDamaged]); // One that is not as listed, one that is missing.
        Assert.Contains(SampleWarc.Lines(bench.Bytes("crawl.wacz.records.jsonl.gz")), static line => line.Contains("\"mismatch\"", StringComparison.Ordinal) && line.Contains("archive/1.warc.gz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WET_of_others_is_text_that_is_scrubbed_and_inside_a_ZIP_as_well()
    {
        using var bench = new Bench();
        const string Text = $"Home\nNews\nSport\nSign in\nThe bridge is closed\n{Samples.Sentence}\nPeople who live on the island said that they would rather wait a week for a safe bridge than cross an unsafe one.\nRead more\nAll rights reserved.\n";
        var wet = SampleWarc.Gzip(SampleWarc.Record("warcinfo", 0, "application/warc-fields", "software: another/1.0\r\n"))
            .Concat(SampleWarc.Gzip(SampleWarc.Record("conversion", 1, "text/plain", Text, "WARC-Target-URI: https://example.org/bridge\r\nWARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-000000000009>\r\n"))).ToArray();
        bench.Capture("text.wet.gz", wet);
        bench.Capture("text.zip", SampleArchive.Zip(("text.wet.gz", wet)));

        foreach (var name in new[] { "text.wet.gz", "text.zip" })
        {
            await bench.ScrubAsync(name);

            var text = Assert.Single(await SampleWarc.ReadWetAsync(bench.Bytes(name + ".wet.gz"))).Text;
            Assert.Contains(Samples.Sentence, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Sign in", text, StringComparison.Ordinal);
            Assert.Equal(PageFormat.Text, Assert.Single(Manifests(bench, name)).Page.Format);
        }
    }

    private static List<Manifest> Manifests(Bench bench, string name) =>
        [.. SampleWarc.Lines(bench.Bytes(name + ".manifest.jsonl.gz")).Select(static line => ManifestJson.Deserialize(Encoding.UTF8.GetBytes(line)))];

    private static string Mhtml(string html) =>
        $"""
        From: <Saved by a browser>
        Snapshot-Content-Location: https://example.org/bridge
        Date: Fri, 12 Feb 2021 10:15:30 +0200
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="b"

        --b
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: base64
        Content-Location: https://example.org/bridge

        {Convert.ToBase64String(Encoding.UTF8.GetBytes(html), Base64FormattingOptions.InsertLineBreaks)}
        --b
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --b--
        """.ReplaceLineEndings("\r\n");
}
