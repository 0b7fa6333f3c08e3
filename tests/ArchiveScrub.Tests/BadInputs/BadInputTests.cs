using System.Text;
using Xunit;

namespace ArchiveScrub.Tests.BadInputs;

/// <summary>Promise 6: whatever the bytes, a page ends in a result that verifies or in a <see cref="CaptureException"/>.</summary>
public sealed class BadInputTests
{
    /// <summary>Not a measure of speed: nothing may hang.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private static readonly Scrubber Scrubber = new();

    public static TheoryData<string> Names => [.. BadPages.Readable.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_that_can_be_read_at_all_keeps_its_prose(string name)
    {
        var result = await ScrubAsync(BadPages.Readable[name](), "capture.html");

        AssertSound(result);
        Assert.Contains("engineers had looked at the pier", result.Page.Linear, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_cut_anywhere_ends_in_a_result_or_a_capture_exception(string name)
    {
        var bytes = BadPages.Readable[name]();
        foreach (var length in new[] { 1, 2, 3, 7, 64, bytes.Length / 3, bytes.Length - 1 }.Where(l => l > 0 && l < bytes.Length && l < 500_000))
        {
            try
            {
                AssertSound(await ScrubAsync(bytes[..length], "capture"));
            }
            catch (CaptureException e)
            {
                Assert.NotEmpty(e.Code);
            }
        }
    }

    [Theory]
    [InlineData("empty", CaptureErrorCodes.Empty)]
    [InlineData("mark only", CaptureErrorCodes.NoText)]
    [InlineData("blanks only", CaptureErrorCodes.NoText)]
    [InlineData("NULs only", CaptureErrorCodes.NoText)]
    [InlineData("JPEG", CaptureErrorCodes.NotText)]
    [InlineData("PDF", CaptureErrorCodes.NotText)]
    [InlineData("too large", CaptureErrorCodes.TooLarge)]
    public async Task Capture_that_is_no_page_is_a_clear_error(string name, string code)
    {
        byte[] bytes = name switch
        {
            "empty" => [],
            "mark only" => [0xEF, 0xBB, 0xBF],
            "blanks only" => Encoding.UTF8.GetBytes(" \r\n\t\u00A0\u2003\u3000"),
            "NULs only" => new byte[1_000_000],
            "JPEG" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, .. new byte[2000]],
            "PDF" => "%PDF-1.7\n%abc"u8.ToArray(),
            _ => Encoding.UTF8.GetBytes("<p>" + new string('a', 34 * 1024 * 1024)),
        };

        var error = await Assert.ThrowsAsync<CaptureException>(() => ScrubAsync(bytes, "folder/capture #1.html"));

        Assert.Equal(code, error.Code);
        Assert.Contains("folder/capture #1.html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_bytes_end_in_a_result_or_a_capture_exception()
    {
        var dice = new Generated.Dice(3);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[dice.Next(400)];
            for (var j = 0; j < bytes.Length; j++)
            {
                bytes[j] = dice.OneIn(3) ? (byte)dice.Next(256) : (byte)"<>/=\"'&;!- ap\n"[dice.Next(14)];
            }

            try
            {
                AssertSound(await ScrubAsync(bytes, "random"));
            }
            catch (CaptureException)
            {
                // as it should be
            }
        }
    }

    [Fact]
    public async Task Page_of_chrome_only_gives_an_empty_text_with_a_flag()
    {
        var result = await ScrubAsync("<nav><a href=a>Home</a> <a href=b>World</a> <a href=c>Sport</a></nav><footer>© 2019 Merrow Post. All rights reserved.</footer>"u8.ToArray(), "menu.html");

        AssertSound(result);
        Assert.Empty(result.CleanText);
        Assert.Contains("no-content", result.Manifest.Quality.Flags);
    }

    [Theory]
    [InlineData("<p>&nbsp;</p><script>let text = 'none';</script>")]
    [InlineData("<!-- nothing -->")]
    public async Task Page_without_anything_to_see_gives_an_empty_text_with_a_flag(string content)
    {
        var result = await ScrubAsync(Encoding.UTF8.GetBytes(content), "blank.html");

        AssertSound(result);
        Assert.Empty(result.CleanText);
        Assert.Empty(result.Manifest.Blocks);
    }

    [Fact]
    public async Task Malformed_sequences_are_counted()
    {
        var result = await ScrubAsync(BadPages.Readable["multibyte sequence cut at the end"](), "cut.html");

        Assert.Equal(1, result.Manifest.Page.Charset.Replacements);
        Assert.Contains("replaced-characters", result.Manifest.Quality.Flags);
    }

    [Fact]
    public async Task Day_that_does_not_exist_is_never_a_date()
    {
        var result = await ScrubAsync(BadPages.Readable["dateline with a day that does not exist"](), "dateline.html");

        Assert.Null(result.Manifest.Result.Dateline?.Date);
        Assert.DoesNotContain("-02-", result.CleanText, StringComparison.Ordinal);
        Assert.Contains("Feb. 30", ManifestRestorer.RestoreLinear(result.Manifest, result.CleanText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entities_of_a_document_type_are_not_expanded_and_nothing_is_read_from_outside()
    {
        Assert.DoesNotContain("aaaaaaaaaaaaaaaaaaaa", (await ScrubAsync(BadPages.Readable["entities that expand"](), "x.html")).CleanText, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", (await ScrubAsync(BadPages.Readable["external DTD"](), "x.html")).CleanText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_stops_a_scrub()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var page = Generated.Pages.OfHtml("<p>text</p>");

        Assert.ThrowsAny<OperationCanceledException>(() => Scrubber.Scrub(page, cancelled.Token));
    }

    private static void AssertSound(ScrubResult result)
    {
        Assert.Empty(ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText));
        Assert.True(result.CleanText.Length > 0 || result.Manifest.Quality.Flags.Contains("no-content"));
    }

    private static Task<ScrubResult> ScrubAsync(byte[] bytes, string name) => Task.Run(async () =>
    {
        using var stream = new MemoryStream(bytes);
        await foreach (var page in new CaptureReader().ReadAsync(stream, new CaptureDescription("tests", name)))
        {
            return Scrubber.Scrub(page);
        }

        throw new InvalidOperationException("a capture without a page");
    }).WaitAsync(Deadline);
}
