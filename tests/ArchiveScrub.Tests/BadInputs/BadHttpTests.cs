using System.Text;
using ArchiveScrub.Tests.Captures.Warc;
using Xunit;

namespace ArchiveScrub.Tests.BadInputs;

/// <summary>Bad inputs 21 to 26: what is wrong with what a record says of its content.</summary>
public sealed class BadHttpTests
{
    private const string Ok = "HTTP/1.1 200 OK\nContent-Type: text/html";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(WarcBuilder.Html("content"));

    [Theory]
    [InlineData("sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", CaptureWarningCodes.DigestMismatch)]
    [InlineData("sha1:0000000000000000000000000000000000000000", CaptureWarningCodes.DigestMismatch)]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000", CaptureWarningCodes.DigestMismatch)]
    [InlineData("md5:00000000000000000000000000000000", CaptureWarningCodes.DigestMismatch)]
    [InlineData("crc32:00000000", CaptureWarningCodes.DigestUnknown)]
    [InlineData("sha1:tooshort", CaptureWarningCodes.DigestUnknown)]
    [InlineData("nonsense", CaptureWarningCodes.DigestUnknown)]
    public async Task Reference_21_digest_that_does_not_match_is_evidence_and_no_judge(string digest, string warning)
    {
        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Record("resource", "text/html", Body, "WARC-Payload-Digest: " + digest).Plain())).Pages());

        Assert.Equal([warning], page.Record!.Warnings.Select(static w => w.Code));
        Assert.Equal(digest, page.Record.PayloadDigest!.Declared);
        Assert.NotEqual(true, page.Record.PayloadDigest.Matches);
        Assert.Contains(warning, Generated.Pages.Scrubber.Scrub(page).Manifest.Quality.Warnings);
    }

    [Theory]
    [InlineData("sha1:base16")]
    [InlineData("SHA-1:BASE16")]
    [InlineData("sha1:base32")]
    [InlineData("sha-256:base16")]
    [InlineData("sha256:base32")]
    [InlineData("md5:base16")]
    public async Task Reference_21_digests_are_read_in_every_form(string form)
    {
        var declared = Digest(form);

        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Record("resource", "text/html", Body, "WARC-Block-Digest: " + declared).Plain())).Pages());

        Assert.True(page.Record!.BlockDigest!.Matches);
        Assert.Equal(declared, page.Record.BlockDigest.Computed);
    }

    [Theory]
    [InlineData("length")]
    [InlineData("time")]
    [InlineData("disconnect")]
    public async Task Reference_22_record_that_the_crawler_broke_off_is_scrubbed_and_flagged(string reason)
    {
        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Response("https://example.org/", Body[..^30], Ok, "WARC-Truncated: " + reason).Plain())).Pages());

        var manifest = Generated.Pages.Scrubber.Scrub(page).Manifest;
        Assert.Contains("source-truncated", manifest.Quality.Flags);
        Assert.Equal(reason, manifest.Page.Record!.Truncated);
    }

    [Theory]
    [InlineData("HTTP/1.1 0\nContent-Type: text/html")]
    [InlineData("HTTP/1.1\nContent-Type: text/html")]
    [InlineData("Content-Type: text/html\nServer: x")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\nthis line has no colon")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\nX-Folded: a\n b")]
    public async Task Reference_23_http_that_is_malformed_is_read_with_a_warning(string head)
    {
        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Response("https://example.org/", Body, head).Plain())).Pages());

        Assert.Equal([CaptureWarningCodes.HttpMalformed], page.Record!.Warnings.Select(static w => w.Code));
        Assert.Equal(WarcBuilder.Html("content"), page.Text());
    }

    [Fact]
    public async Task Reference_23_response_without_any_head_is_its_body()
    {
        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Record("response", "application/http", Body).Plain())).Pages());

        Assert.Equal(WarcBuilder.Html("content"), page.Text());
        Assert.Equal([CaptureWarningCodes.HttpMalformed], page.Record!.Warnings.Select(static w => w.Code));
    }

    [Fact]
    public async Task Reference_23_status_line_of_http_2_and_lines_that_end_with_lf_are_read()
    {
        var block = Encoding.UTF8.GetBytes("HTTP/2 200\ncontent-type: text/html\n\n" + WarcBuilder.Html("content"));

        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Record("response", "application/http", block).Plain())).Pages());

        Assert.Equal(200, page.Record!.HttpStatus);
        Assert.Equal(WarcBuilder.Html("content"), page.Text());
    }

    [Fact]
    public async Task Reference_24_chunks_are_undone_as_far_as_they_are_valid()
    {
        var chunked = WarcReaderTests.Chunk(Body, 60);
        var bad = chunked.ToArray();
        bad[Encoding.ASCII.GetString(chunked).IndexOf("\r\n3c;", 100, StringComparison.Ordinal) + 2] = (byte)'Z';

        Assert.Equal(WarcBuilder.Html("content"), await ReadAsync(Body)); // not in chunks at all
        Assert.Equal(WarcBuilder.Html("content"), await ReadAsync(chunked[..^5])); // the last chunk is missing
        Assert.StartsWith(await ReadAsync(chunked[..150]), WarcBuilder.Html("content"), StringComparison.Ordinal);
        Assert.StartsWith(await ReadAsync(bad), WarcBuilder.Html("content"), StringComparison.Ordinal);
        Assert.StartsWith(await ReadAsync([.. chunked[..^5], .. "7fffffffffffffff\r\nrest"u8]), WarcBuilder.Html("content") + "rest", StringComparison.Ordinal);

        static Task<string> ReadAsync(byte[] body) => ReadPageAsync(body, Ok + "\nTransfer-Encoding: chunked", CaptureWarningCodes.TransferEncodingInvalid);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("br, gzip")]
    [InlineData("x-secret")]
    public async Task Reference_25_coding_that_the_body_is_not_in_is_passed_over(string coding) =>
        Assert.Equal(WarcBuilder.Html("content"), await ReadPageAsync(Body, $"{Ok}\nContent-Encoding: {coding}", CaptureWarningCodes.ContentEncodingInvalid));

    [Fact]
    public async Task Reference_25_coding_that_breaks_off_gives_what_there_is()
    {
        var longer = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(static i => $"<p>Paragraph number {i} of the long page.</p>")));
        var gzip = WarcBuilder.Gzip(longer);

        var text = await ReadPageAsync(gzip[..(gzip.Length / 2)], Ok + "\nContent-Encoding: gzip", CaptureWarningCodes.ContentEncodingInvalid);

        Assert.StartsWith(text, Encoding.UTF8.GetString(longer), StringComparison.Ordinal);
        Assert.True(text.Length > 1000);
    }

    [Theory]
    [InlineData("JPEG")]
    [InlineData("PDF")]
    public async Task Reference_26_content_that_is_no_text_is_skipped_whatever_is_declared(string kind)
    {
        byte[] content = kind == "JPEG" ? [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, .. new byte[2000]] : "%PDF-1.7\n%abc"u8.ToArray();

        var skipped = Assert.IsType<SkippedEntry>(Assert.Single(await Warcs.ReadAsync(new WarcBuilder().Response("https://example.org/", content, Ok).Plain())));

        Assert.Equal(SkipReasons.NotText, skipped.Reason);
        Assert.Contains(kind, skipped.Detail, StringComparison.Ordinal);
    }

    private static async Task<string> ReadPageAsync(byte[] body, string head, string warning)
    {
        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Response("https://example.org/", body, head).Plain())).Pages());
        Assert.All(page.Record!.Warnings, w => Assert.Equal(warning, w.Code));
        Assert.NotEmpty(page.Record.Warnings);
        return page.Text();
    }

    private static string Digest(string form)
    {
        var parts = form.Split(':');
        var name = parts[0].Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(new System.Security.Cryptography.HashAlgorithmName(name));
        hash.AppendData(Body);
        var bytes = hash.GetHashAndReset();
        return parts[0] + ":" + parts[1] switch
        {
            "base16" => Convert.ToHexStringLower(bytes),
            "BASE16" => Convert.ToHexString(bytes),
            _ => ArchiveScrub.Captures.DeclaredDigest.Base32(bytes),
        };
    }
}
