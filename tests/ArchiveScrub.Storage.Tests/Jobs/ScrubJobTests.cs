using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class ScrubJobTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_capture_gives_clean_text_and_a_manifest_that_belong_together()
    {
        _bench.Capture("sub/a.html", Samples.Article());
        var outcome = await _bench.ScrubAsync("sub/a.html");

        Assert.Equal(ScrubStatus.Scrubbed, outcome.Status);
        Assert.Equal(1, outcome.Pages.Pages);
        Assert.Equal(["sub/a.html.clean.txt", "sub/a.html.manifest.json"], _bench.OutputFiles);
        Assert.Empty(_bench.QuarantineFiles);
        var text = _bench.Output("sub/a.html.clean.txt");
        Assert.Contains(Samples.Sentence, text, StringComparison.Ordinal);
        var manifest = _bench.Manifest("sub/a.html");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), manifest.Result.Clean.Sha256);
        Assert.Equal("sub/a.html", manifest.Capture.Name);
        Assert.Equal("in", manifest.Capture.Store);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_bench.CapturePath("sub/a.html")))), manifest.Capture.Sha256);
        Assert.Equal(new ManifestActivity { Attempt = 1, Ended = FixedClock.Now, Host = "bench", Started = FixedClock.Now }, manifest.Activity! with { Digest = null });
        Assert.NotNull(manifest.Activity.Digest);
        Assert.Equal(manifest.Digest, ManifestJson.ComputeDigest(manifest));
    }

    [Fact]
    public async Task What_is_done_is_left_alone()
    {
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        var written = Written();
        Assert.Equal(ScrubStatus.AlreadyDone, (await _bench.ScrubAsync("a.html")).Status);
        Assert.Equal(written, Written());
    }

    [Fact]
    public async Task What_is_done_is_done_again_when_that_is_forced_and_gives_the_same_bytes()
    {
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        var (text, manifest) = (_bench.Output("a.html.clean.txt"), _bench.Output("a.html.manifest.json"));
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html", _bench.Job(force: true))).Status);
        Assert.Equal((text, manifest), (_bench.Output("a.html.clean.txt"), _bench.Output("a.html.manifest.json")));
    }

    [Fact]
    public async Task A_capture_that_was_written_again_is_scrubbed_again()
    {
        _bench.Capture("a.html", Samples.Article("One"));
        await _bench.ScrubAsync("a.html");
        _bench.Capture("a.html", Samples.Article("Two"));
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html")).Status);
        Assert.StartsWith("Two\n", _bench.Output("a.html.clean.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capture_that_only_got_another_time_is_done()
    {
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        File.SetLastWriteTimeUtc(_bench.CapturePath("a.html"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(ScrubStatus.AlreadyDone, (await _bench.ScrubAsync("a.html")).Status);
    }

    [Fact]
    public async Task Other_options_give_other_results()
    {
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html", _bench.Job(text: TextScope.Body))).Status);
        Assert.Equal(ScrubStatus.AlreadyDone, (await _bench.ScrubAsync("a.html", _bench.Job(text: TextScope.Body))).Status);
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html")).Status);
    }

    [Fact]
    public async Task What_the_user_says_of_the_page_is_part_of_the_result()
    {
        _bench.Capture("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        await _bench.Job().RunAsync(delivery);
        var told = delivery with { TargetUri = "https://example.org/a", CapturedAt = FixedClock.Now };
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.Job().RunAsync(told)).Status);
        Assert.Equal(ScrubStatus.AlreadyDone, (await _bench.Job().RunAsync(told)).Status);
        Assert.Equal("https://example.org/a", _bench.Manifest("a.html").Page.TargetUri);
        Assert.Equal(FixedClock.Now, _bench.Manifest("a.html").Page.CapturedAt);
    }

    [Theory]
    [InlineData("a.html.clean.txt")]
    [InlineData("a.html.manifest.json")]
    public async Task Results_that_somebody_damaged_or_deleted_are_made_again(string name)
    {
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        var good = _bench.Output(name);
        File.WriteAllText(_bench.OutputPath(name), "not what it was");
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html")).Status);
        Assert.Equal(good, _bench.Output(name));
        File.Delete(_bench.OutputPath(name));
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html")).Status);
        Assert.Equal(good, _bench.Output(name));
    }

    [Fact]
    public async Task A_capture_that_cannot_be_scrubbed_ends_in_quarantine_with_the_reason()
    {
        _bench.Capture("sub/a.html", Samples.Jpeg);
        var outcome = await _bench.ScrubAsync("sub/a.html");

        Assert.Equal(ScrubStatus.Quarantined, outcome.Status);
        Assert.Equal(CaptureErrorCodes.NotText, outcome.Error!.Code);
        Assert.Empty(_bench.OutputFiles);
        Assert.Equal(["sub/a.html.error.json"], _bench.QuarantineFiles);
        var record = _bench.Record("sub/a.html");
        Assert.Equal(outcome.Error, record.Error);
        Assert.Equal("sub/a.html", record.Capture.Name);
        Assert.Equal(Samples.Jpeg.Length, record.Capture.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Samples.Jpeg)), record.Capture.Sha256);
        Assert.Equal("bench", record.Activity!.Host);
        Assert.Equal("ArchiveScrub", record.Tool.Name);
        Assert.Equal(Samples.Jpeg, await File.ReadAllBytesAsync(_bench.CapturePath("sub/a.html")));
    }

    [Fact]
    public async Task What_is_in_quarantine_is_not_tried_again_by_the_same_tool_unless_that_is_forced()
    {
        _bench.Capture("a.html", Samples.Jpeg);
        await _bench.ScrubAsync("a.html");
        var path = Path.Combine(Path.GetDirectoryName(_bench.OutputPath(""))!, "..", "quarantine", "a.html.error.json");
        var written = File.GetLastWriteTimeUtc(path);
        Assert.Equal(ScrubStatus.Quarantined, (await _bench.ScrubAsync("a.html")).Status);
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        Assert.Equal(ScrubStatus.Quarantined, (await _bench.ScrubAsync("a.html", _bench.Job(force: true))).Status);
        Assert.NotEqual(written, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public async Task A_capture_that_fails_after_a_good_version_leaves_only_the_record()
    {
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        _bench.Capture("a.html", Samples.Jpeg);
        await _bench.ScrubAsync("a.html");
        Assert.Empty(_bench.OutputFiles);
        Assert.Equal(["a.html.error.json"], _bench.QuarantineFiles);
    }

    [Fact]
    public async Task A_good_version_after_one_that_failed_leaves_only_results()
    {
        _bench.Capture("a.html", Samples.Jpeg);
        await _bench.ScrubAsync("a.html");
        _bench.Capture("a.html", Samples.Article());
        await _bench.ScrubAsync("a.html");
        Assert.Equal(["a.html.clean.txt", "a.html.manifest.json"], _bench.OutputFiles);
        Assert.Empty(_bench.QuarantineFiles);
    }

    [Fact]
    public async Task A_capture_over_the_limit_ends_in_quarantine_with_the_hash_of_all_of_it()
    {
        var content = Encoding.UTF8.GetBytes(Samples.Article());
        _bench.Capture("a.html", content);
        var outcome = await _bench.ScrubAsync("a.html", _bench.Job(limits: new CaptureLimits { MaxPageBytes = 100 }));
        Assert.Equal(CaptureErrorCodes.TooLarge, outcome.Error!.Code);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), _bench.Record("a.html").Capture.Sha256);
    }

    [Fact]
    public async Task A_capture_that_was_deleted_before_it_was_read_is_gone()
    {
        _bench.Capture("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        File.Delete(_bench.CapturePath("a.html"));
        Assert.Equal(ScrubStatus.Gone, (await _bench.Job().RunAsync(delivery)).Status);
        Assert.Empty(_bench.OutputFiles);
        Assert.Empty(_bench.QuarantineFiles);
    }

    [Fact]
    public async Task A_capture_that_was_written_again_before_it_was_read_is_scrubbed_as_it_is_now()
    {
        _bench.Capture("a.html", Samples.Article("One"));
        var delivery = await _bench.DeliverAsync("a.html");
        _bench.Capture("a.html", Samples.Article("A later one"));
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.Job().RunAsync(delivery)).Status);
        Assert.StartsWith("A later one\n", _bench.Output("a.html.clean.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_fails_is_no_reason_for_quarantine()
    {
        _bench.Capture("a.html", Samples.Article());
        Directory.CreateDirectory(_bench.OutputPath("a.html.manifest.json"));
        await Assert.ThrowsAnyAsync<IOException>(() => _bench.ScrubAsync("a.html"));
        Assert.Empty(_bench.QuarantineFiles);
        Assert.Empty(_bench.TempFiles);
    }

    [Fact]
    public async Task A_read_that_fails_half_way_leaves_the_capture_to_do()
    {
        _bench.Capture("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        var store = new FaultyCaptureStore(_bench.Captures, new IOException("the cable is out"));
        await Assert.ThrowsAsync<IOException>(() => _bench.Job().RunAsync(delivery with { From = store }));
        Assert.Empty(_bench.OutputFiles);
        Assert.Empty(_bench.QuarantineFiles);
        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.Job().RunAsync(delivery with { From = store })).Status);
    }

    [Fact]
    public async Task What_nobody_foresaw_ends_in_quarantine_with_type_and_message_and_is_tried_again()
    {
        _bench.Capture("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        var store = new FaultyCaptureStore(_bench.Captures, new InvalidOperationException("nobody foresaw this"));
        Assert.Equal(ScrubStatus.Quarantined, (await _bench.Job().RunAsync(delivery with { From = store })).Status);
        Assert.Equal(new QuarantineError { Code = "INTERNAL_ERROR", Reason = "InvalidOperationException: nobody foresaw this" }, _bench.Record("a.html").Error);

        Assert.Equal(ScrubStatus.Scrubbed, (await _bench.ScrubAsync("a.html")).Status);
        Assert.Empty(_bench.QuarantineFiles);
    }

    [Fact]
    public async Task A_job_that_is_cancelled_leaves_the_capture_to_do()
    {
        _bench.Capture("a.html", Samples.Article());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var delivery = await _bench.DeliverAsync("a.html");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.Job().RunAsync(delivery, cancelled.Token));
        Assert.Empty(_bench.OutputFiles);
        Assert.Empty(_bench.QuarantineFiles);
    }

    [Fact]
    public async Task Results_of_hostile_names_stay_in_the_output_folder()
    {
        _bench.Capture("a.html", Samples.Article());
        var delivery = await _bench.DeliverAsync("a.html");
        foreach (var name in new[] { "../../escaped", "/escaped", "a\0b", "..", "", new string('x', 3000) })
        {
            var before = _bench.OutputFiles.Length;
            Assert.Equal(ScrubStatus.Scrubbed, (await _bench.Job().RunAsync(delivery with { ResultName = name })).Status);
            Assert.Equal(before + 2, _bench.OutputFiles.Length);
        }
    }

    private (DateTime Text, DateTime Manifest) Written() =>
        (File.GetLastWriteTimeUtc(_bench.OutputPath("a.html.clean.txt")), File.GetLastWriteTimeUtc(_bench.OutputPath("a.html.manifest.json")));
}
