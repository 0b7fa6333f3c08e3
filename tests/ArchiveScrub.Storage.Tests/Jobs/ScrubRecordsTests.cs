using System.Text;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

/// <summary>The job on captures that hold many records.</summary>
public sealed class ScrubRecordsTests
{
    private const string Name = "crawl.warc.gz";
    private const int Pages = 9; // of 12 responses

    [Fact]
    public async Task Results_account_for_every_record()
    {
        using var bench = new Bench();
        bench.Capture(Name, SampleWarc.Crawl(12));

        var outcome = await bench.ScrubAsync(Name);

        Assert.Equal(ScrubStatus.Scrubbed, outcome.Status);
        Assert.Equal(["crawl.warc.gz.manifest.jsonl.gz", "crawl.warc.gz.records.jsonl.gz", "crawl.warc.gz.summary.json", "crawl.warc.gz.wet.gz"], bench.OutputFiles);
        var texts = await SampleWarc.ReadWetAsync(bench.Bytes(Name + ".wet.gz"));
        var manifests = SampleWarc.Lines(bench.Bytes(Name + ".manifest.jsonl.gz"));
        var reports = SampleWarc.Lines(bench.Bytes(Name + ".records.jsonl.gz"));
        Assert.Equal(Pages, texts.Count);
        Assert.Equal(Pages, manifests.Length);
        Assert.Equal(25 - Pages, reports.Length);
        for (var i = 0; i < Pages; i++)
        {
            var manifest = ManifestJson.Deserialize(Encoding.UTF8.GetBytes(manifests[i]));
            Assert.Empty(ManifestVerifier.VerifyConservation(Encoding.UTF8.GetBytes(manifests[i]), Encoding.UTF8.GetBytes(texts[i].Text)));
            Assert.Equal(manifest.Page.Record!.Id, texts[i].RefersTo);
            Assert.Contains(Samples.Sentence, texts[i].Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Sport", texts[i].Text, StringComparison.Ordinal);
        }

        Assert.Equal(Pages, texts.DistinctBy(static t => t.Id).Count());
        var summary = CaptureSummary.Parse(bench.Bytes(Name + ".summary.json"));
        Assert.Equal(25, summary.Records.Seen);
        Assert.Equal(Pages, summary.Pages.Scrubbed);
        Assert.Equal(3, summary.Records.Skipped[SkipReasons.Status]);
        Assert.Equal(13, summary.Records.Skipped[SkipReasons.NotContent]);
        Assert.Null(summary.StoppedAt);
        Assert.All(summary.Outputs, output => Assert.Equal(output.Value.Bytes, bench.Bytes(Name + output.Key).Length));
    }

    [Fact]
    public async Task What_is_done_is_left_alone_and_what_was_touched_is_done_again()
    {
        using var bench = new Bench();
        bench.Capture(Name, SampleWarc.Crawl(4));
        await bench.ScrubAsync(Name);
        var before = Outputs(bench);

        Assert.Equal(ScrubStatus.AlreadyDone, (await bench.ScrubAsync(Name)).Status);
        await File.AppendAllTextAsync(bench.OutputPath(Name + ".wet.gz"), "x");
        Assert.Equal(ScrubStatus.Scrubbed, (await bench.ScrubAsync(Name)).Status);
        Assert.Equal(before, Outputs(bench));
        Assert.Equal(ScrubStatus.Scrubbed, (await bench.ScrubAsync(Name, bench.Job(force: true))).Status);
        Assert.Equal(before, Outputs(bench));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2_000)]
    [InlineData(8, 64 * 1024 * 1024)]
    public async Task Bytes_do_not_depend_on_workers_and_parts(int workers, long partBytes)
    {
        var options = new ScrubJobOptions { Workers = workers, PartBytes = partBytes };

        Assert.Equal(await ScrubQuietlyAsync(SampleWarc.Crawl(12)), await ScrubQuietlyAsync(SampleWarc.Crawl(12), options));
        Assert.Equal(await ScrubQuietlyAsync(SampleWarc.Crawl(12, compressed: false)), await ScrubQuietlyAsync(SampleWarc.Crawl(12, compressed: false), options));
    }

    public static TheoryData<string, byte[]> Sliceable => new()
    {
        { "a gzip member a record", SampleWarc.Crawl(12) },
        { "plain", SampleWarc.Crawl(12, compressed: false) },
        { "pages in a ZIP archive", SampleArchive.Site(12) },
        { "WARCs in a WACZ", SampleArchive.Wacz(SampleWarc.Crawl(7), SampleWarc.Crawl(6), SampleWarc.Crawl(5), SampleWarc.Crawl(4)) },
    };

    [Theory]
    [MemberData(nameof(Sliceable))]
    public async Task Slices_in_any_order_join_to_the_same_bytes(string what, byte[] content)
    {
        Assert.NotEmpty(what);
        using var bench = new Bench();
        var (capture, slices) = await CutAsync(bench, content);
        foreach (var (slice, _) in Enumerable.Reverse(slices))
        {
            Assert.Equal(ScrubStatus.SliceDone, (await bench.Job().RunAsync(capture with { Slice = slice })).Status);
        }

        var outcome = await bench.ScrubAsync(Name);

        Assert.Equal(ScrubStatus.Scrubbed, outcome.Status);
        Assert.Equal(0, outcome.Pages.Pages); // joined, not scrubbed again
        Assert.Equal(slices.Sum(static slice => slice.Records), CaptureSummary.Parse(bench.Bytes(Name + ".summary.json")).Records.Seen);
        Assert.Equal(await ScrubQuietlyAsync(content), Outputs(bench));
    }

    [Theory]
    [MemberData(nameof(Sliceable))]
    public async Task Only_what_is_missing_between_slices_is_scrubbed(string what, byte[] content)
    {
        Assert.NotEmpty(what);
        using var bench = new Bench();
        var (capture, slices) = await CutAsync(bench, content);
        var done = 0L;
        foreach (var (slice, _) in slices.Where(static (_, i) => i % 2 == 1))
        {
            done += (await bench.Job().RunAsync(capture with { Slice = slice })).Pages.Pages;
        }

        var outcome = await bench.ScrubAsync(Name);

        Assert.Equal(ScrubStatus.Scrubbed, outcome.Status);
        Assert.True(done > 0);
        Assert.Equal(CaptureSummary.Parse(bench.Bytes(Name + ".summary.json")).Pages.Scrubbed - done, outcome.Pages.Pages);
        Assert.Equal(await ScrubQuietlyAsync(content), Outputs(bench));
    }

    [Fact]
    public async Task A_slice_that_begins_inside_a_record_is_refused_and_nothing_is_written()
    {
        using var bench = new Bench();
        var (capture, slices) = await CutAsync(bench, SampleWarc.Crawl(12));
        var slice = slices[1].Slice;

        await Assert.ThrowsAsync<SliceException>(() => bench.Job().RunAsync(capture with { Slice = slice with { Offset = slice.Offset + 1 } }));

        Assert.Empty(bench.OutputFiles);
        bench.Capture("page.html", Samples.Article());
        await Assert.ThrowsAsync<SliceException>(async () => await bench.Job().RunAsync(await bench.DeliverAsync("page.html") with { Slice = slice }));
    }

    [Fact]
    public async Task Stopped_anywhere_it_goes_on_where_it_was()
    {
        var quiet = await ScrubQuietlyAsync(SampleWarc.Crawl(12));
        for (var operations = 1; operations < 12; operations++)
        {
            using var bench = new Bench();
            bench.Capture(Name, SampleWarc.Crawl(12));
            using var stop = new CancellationTokenSource();
            var store = new StoppingResultStore(bench.Results, stop, operations);
            var options = new ScrubJobOptions { PartBytes = 1_000, Workers = 1 };
            try
            {
                await bench.Job(options, store).RunAsync(await bench.DeliverAsync(Name), default, stop.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Contains(bench.OutputFiles, static file => file.EndsWith(".part", StringComparison.Ordinal));
                Assert.DoesNotContain(Name + ".summary.json", bench.OutputFiles);
            }

            var outcome = await bench.ScrubAsync(Name);
            Assert.True(outcome.Status == ScrubStatus.AlreadyDone || outcome.Pages.Pages < Pages);
            Assert.Equal(quiet, Outputs(bench));
        }
    }

    [Fact]
    public async Task Killed_at_any_operation_a_rerun_completes_it()
    {
        var quiet = await ScrubQuietlyAsync(SampleWarc.Crawl(5));
        for (var at = 1; ; at++)
        {
            var struck = false;
            foreach (var afterwards in new[] { false, true })
            {
                using var bench = new Bench();
                bench.Capture(Name, SampleWarc.Crawl(5));
                var faults = new Faults(at, afterwards);
                try
                {
                    await bench.Job(new ScrubJobOptions { PartBytes = 1_000, Workers = 1 }, new FaultyResultStore(bench.Results, faults)).RunAsync(await bench.DeliverAsync(Name));
                }
                catch (StoreException)
                {
                    struck = true;
                }

                Assert.True(bench.OutputFiles.Contains(Name + ".summary.json") || (await bench.ScrubAsync(Name)).Status == ScrubStatus.Scrubbed);
                await bench.ScrubAsync(Name);
                Assert.Equal(quiet, Outputs(bench).Where(static o => !o.Contains(".part ", StringComparison.Ordinal)));
            }

            if (!struck)
            {
                Assert.True(at > 8, "the job does some operations");
                return;
            }
        }
    }

    [Fact]
    public async Task Text_files_hold_what_the_wet_file_holds()
    {
        using var bench = new Bench();
        bench.Capture(Name, SampleWarc.Crawl(12));
        await bench.ScrubAsync(Name);
        var texts = (await SampleWarc.ReadWetAsync(bench.Bytes(Name + ".wet.gz"))).Select(static t => t.Text).ToArray();

        await bench.Job(new ScrubJobOptions { TextFiles = true }, bench.Results).RunAsync(await bench.DeliverAsync(Name));

        Assert.DoesNotContain(Name + ".wet.gz", bench.OutputFiles);
        Assert.Equal(texts, bench.OutputFiles.Where(static f => f.StartsWith("crawl.warc.gz.pages/", StringComparison.Ordinal)).Select(bench.Output));
    }

    [Fact]
    public async Task A_wet_file_of_ours_comes_out_unchanged()
    {
        using var bench = new Bench();
        bench.Capture(Name, SampleWarc.Crawl(12));
        await bench.ScrubAsync(Name);
        bench.Capture("again.wet.gz", bench.Bytes(Name + ".wet.gz"));

        await bench.Job(new ScrubJobOptions { PartBytes = 1_000 }, bench.Results).RunAsync(await bench.DeliverAsync("again.wet.gz"));

        Assert.Equal(
            (await SampleWarc.ReadWetAsync(bench.Bytes(Name + ".wet.gz"))).Select(static t => t.Text),
            (await SampleWarc.ReadWetAsync(bench.Bytes("again.wet.gz.wet.gz"))).Select(static t => t.Text));
    }

    [Fact]
    public async Task Damage_costs_the_records_it_is_in_and_is_told()
    {
        using var bench = new Bench();
        var bytes = SampleWarc.Crawl(12);
        bytes[bytes.Length / 2] ^= 0xFF;
        bench.Capture(Name, bytes[..^20]);

        var outcome = await bench.ScrubAsync(Name);

        Assert.Equal(ScrubStatus.Scrubbed, outcome.Status);
        Assert.Equal(2, outcome.Records.Failed.Values.Sum());
        var summary = CaptureSummary.Parse(bench.Bytes(Name + ".summary.json"));
        Assert.NotNull(summary.StoppedAt);
        Assert.Equal(23, summary.Records.Seen - summary.Records.Failed.Values.Sum());
        Assert.Equal(2, SampleWarc.Lines(bench.Bytes(Name + ".records.jsonl.gz")).Count(static line => line.Contains("\"outcome\":\"failed\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_record_id_that_occurs_twice_is_told_and_both_pages_are_kept()
    {
        using var bench = new Bench();
        var page = SampleWarc.Gzip(SampleWarc.Record("resource", 7, "text/html", Samples.Article(), "WARC-Target-URI: https://example.org/\r\n"));
        bench.Capture(Name, [.. page, .. page]);

        await bench.ScrubAsync(Name);

        Assert.Equal(1, CaptureSummary.Parse(bench.Bytes(Name + ".summary.json")).Records.Warnings["RECORD_ID_REPEATED"]);
        Assert.Equal(2, (await SampleWarc.ReadWetAsync(bench.Bytes(Name + ".wet.gz"))).DistinctBy(static t => t.Id).Count());
    }

    [Fact]
    public async Task A_capture_without_records_is_quarantined()
    {
        using var bench = new Bench();
        bench.Capture("notes.gz", SampleWarc.Gzip("Just some notes, and no record at all."));

        Assert.Equal(ScrubStatus.Quarantined, (await bench.ScrubAsync("notes.gz")).Status);

        Assert.Equal(CaptureErrorCodes.Unsupported, bench.Record("notes.gz").Error.Code);
        Assert.Empty(bench.OutputFiles);
        Assert.Equal(ScrubStatus.Quarantined, (await bench.ScrubAsync("notes.gz")).Status);
    }

    private static async Task<(Delivery Capture, List<PlannedSlice> Slices)> CutAsync(Bench bench, byte[] content)
    {
        bench.Capture(Name, content);
        var capture = await bench.DeliverAsync(Name);
        await using var stream = await bench.Captures.OpenReadAsync(capture.Capture);
        var opened = await new CaptureReader().OpenAsync(stream, new CaptureDescription("in", Name));
        var slices = await SlicePlan.CutAsync(opened, 1_500).ToListAsync();
        Assert.True(slices.Count > 3);
        Assert.Equal(slices.Select(static slice => slice.Slice), await SlicePlan.FindAsync(opened, 1_500));
        return (capture, slices);
    }

    /// <summary>The outputs of an undisturbed run, with the options given.</summary>
    private static async Task<string[]> ScrubQuietlyAsync(byte[] content, ScrubJobOptions? options = null)
    {
        using var bench = new Bench();
        bench.Capture(Name, content);
        await bench.Job(options ?? new ScrubJobOptions(), bench.Results).RunAsync(await bench.DeliverAsync(Name));
        return Outputs(bench);
    }

    /// <summary>Names and bytes; of the summary without what differs by run.</summary>
    private static string[] Outputs(Bench bench) => [.. bench.OutputFiles.Select(file => file.EndsWith(".summary.json", StringComparison.Ordinal)
        ? $"{file} {Encoding.UTF8.GetString((CaptureSummary.Parse(bench.Bytes(file)) with { Activity = null }).ToJson())}"
        : $"{file} {Convert.ToHexString(bench.Bytes(file))}")];

    /// <summary>Asks the run to stop at the n-th write.</summary>
    private sealed class StoppingResultStore(IResultStore inner, CancellationTokenSource stop, int at) : IResultStore
    {
        private int _writes;

        public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken = default) => inner.OpenReadAsync(name, cancellationToken);

        public async Task WriteAsync(string name, ResultContent content, CancellationToken cancellationToken = default)
        {
            if (++_writes == at)
            {
                await stop.CancelAsync();
            }

            await inner.WriteAsync(name, content, cancellationToken);
        }

        public Task<bool> TryCreateAsync(string name, ResultContent content, CancellationToken cancellationToken = default) => inner.TryCreateAsync(name, content, cancellationToken);

        public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) => inner.DeleteAsync(name, cancellationToken);

        public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default) => inner.ListAsync(folder, cancellationToken);
    }
}
