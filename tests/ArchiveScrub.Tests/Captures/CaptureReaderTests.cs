using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ArchiveScrub.Tests.Captures;

public sealed class CaptureReaderTests
{
    private const string Document = "<!DOCTYPE html><html><head><title>Harbour news</title></head><body><p>The ferry runs again.</p></body></html>";

    [Fact]
    public async Task Page_carries_identity_and_what_was_declared()
    {
        var bytes = Encoding.UTF8.GetBytes(Document);
        var captured = new DateTimeOffset(2021, 3, 4, 5, 6, 7, TimeSpan.Zero);
        var description = new CaptureDescription("drop", "a/b.html", "\"0x1\"", "Text/HTML; charset=\"UTF-8\"", "https://example.org/b", captured);

        var page = Assert.Single(await ReadAsync(bytes, description));

        Assert.Equal(new CaptureIdentity("drop", "a/b.html", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), "\"0x1\"", "text/html"), page.Capture);
        Assert.Equal(bytes, page.Payload.ToArray());
        Assert.Equal(PageFormat.Html, page.Format);
        Assert.Equal("https://example.org/b", page.TargetUri);
        Assert.Equal(captured, page.CapturedAt);
        Assert.Equal("text/html", page.MediaType);
        Assert.Equal("UTF-8", page.DeclaredCharset);
    }

    [Fact]
    public async Task Charset_of_the_description_goes_before_that_of_the_media_type()
    {
        var page = Assert.Single(await ReadAsync("plain words", new CaptureDescription(null, "x", MediaType: "text/plain;charset=utf-8", DeclaredCharset: "koi8-r")));

        Assert.Equal("koi8-r", page.DeclaredCharset);
    }

    [Fact]
    public async Task Media_type_is_the_sniffed_one_when_none_is_declared()
    {
        Assert.Equal("text/html", Assert.Single(await ReadAsync(Document, "x")).Capture.MediaType);
        Assert.Equal("text/plain", Assert.Single(await ReadAsync("Nothing but words.", "x")).Capture.MediaType);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Page_does_not_depend_on_the_size_of_the_reads(int size)
    {
        var bytes = Encoding.UTF8.GetBytes(Document + new string('x', 40_000));
        using var whole = new MemoryStream(bytes);
        using var slow = new DripStream(bytes, size);

        var one = Assert.Single(await ReadAsync(whole, new CaptureDescription(null, "x.html")));
        var other = Assert.Single(await ReadAsync(slow, new CaptureDescription(null, "x.html")));

        Assert.Equal(one.Capture, other.Capture);
        Assert.True(one.Payload.Span.SequenceEqual(other.Payload.Span));
    }

    [Fact]
    public async Task Reading_starts_where_a_seekable_stream_stands()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("skipped" + Document));
        stream.Position = 7;

        Assert.Equal(Document.Length, Assert.Single(await ReadAsync(stream, new CaptureDescription(null, "x.html"))).Payload.Length);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(20_000, true)]
    [InlineData(20_001, false)]
    public async Task Capture_of_exactly_the_limit_is_read_and_a_longer_one_is_not(int length, bool fits)
    {
        var limits = new CaptureLimits { MaxPageBytes = length - (fits ? 0 : 1) };
        var bytes = Encoding.UTF8.GetBytes(new string('a', length));
        foreach (var stream in new Stream[] { new MemoryStream(bytes), new DripStream(bytes, 999) })
        {
            await using var _ = stream;
            if (fits)
            {
                Assert.Equal(length, Assert.Single(await ReadAsync(stream, new CaptureDescription(null, "x.txt"), limits)).Payload.Length);
            }
            else
            {
                var error = await Assert.ThrowsAsync<CaptureException>(() => ReadAsync(stream, new CaptureDescription(null, "x.txt"), limits));
                Assert.Equal(CaptureErrorCodes.TooLarge, error.Code);
                Assert.Equal(limits.MaxPageBytes, error.Offset);
                Assert.Equal("x.txt", error.Capture);
            }
        }
    }

    [Fact]
    public async Task Endless_stream_is_read_no_further_than_the_limit()
    {
        using var endless = new EndlessStream((byte)'a');

        var error = await Assert.ThrowsAsync<CaptureException>(() => ReadAsync(endless, new CaptureDescription(null, "x"), new CaptureLimits { MaxPageBytes = 100_000 }));

        Assert.Equal(CaptureErrorCodes.TooLarge, error.Code);
        Assert.Equal(100_001, endless.BytesRead);
    }

    [Fact]
    public async Task Endless_film_is_known_by_its_first_bytes()
    {
        using var endless = new EndlessStream(0, [0, 0, 0, 0x20, .. "ftypisom"u8]);

        var error = await Assert.ThrowsAsync<CaptureException>(() => ReadAsync(endless, new CaptureDescription(null, "x.html")));

        Assert.Equal(CaptureErrorCodes.NotText, error.Code);
        Assert.InRange(endless.BytesRead, 1, 16 * 1024);
    }

    [Fact]
    public async Task Empty_capture_is_an_error()
    {
        var error = await FailAsync([], "empty.html");

        Assert.Equal(CaptureErrorCodes.Empty, error.Code);
        Assert.Equal("empty.html", error.Capture);
        Assert.Equal(0, error.Offset);
    }

    public static TheoryData<byte[]> WithoutText => new()
    {
        new byte[] { 0xEF, 0xBB, 0xBF },
        new byte[] { 0xFF, 0xFE },
        new byte[] { 0xFE, 0xFF },
        new byte[] { 0xFF, 0xFE, 0, 0 },
        new byte[] { 0xFF, 0xFE, (byte)' ', 0, (byte)'\n', 0 },
        " \r\n\t  \n"u8.ToArray(),
        new byte[100_000],
        new byte[] { 1, 2, 3, 0x7F },
        Encoding.UTF8.GetBytes(" \u00A0\u3000\n\u200B\uFEFF"),
    };

    [Theory]
    [MemberData(nameof(WithoutText))]
    public async Task Capture_of_blanks_marks_and_controls_has_no_text(byte[] bytes)
    {
        Assert.Equal(CaptureErrorCodes.NoText, (await FailAsync(bytes, "x.html")).Code);
    }

    public static TheoryData<byte[], string> NotText => new()
    {
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0], "JPEG" },
        { [0x89, .. "PNG\r\n"u8, 0x1A, 10], "PNG" },
        { [.. "GIF89a"u8, 1, 0, 1, 0], "GIF" },
        { [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8], "WebP" },
        { "%PDF-1.7\n%abc"u8.ToArray(), "PDF" },
        { [0x7F, .. "ELF"u8, 2, 1, 1, 0], "ELF" },
        { [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0], "Windows program" },
        { [.. "ID3"u8, 4, 0, 0, 0, 0], "MP3" },
        { [0, 0, 0, 24, .. "ftypmp42"u8], "MP4" },
        { [.. "OggS"u8, 0, 2], "Ogg" },
        { [.. "wOF2"u8, 0, 1, 0, 0, 0, 0, 9, 9, 0, 9, 0, 0], "WOFF2" },
        { [.. "SQLite format 3"u8, 0, 16, 0], "SQLite" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "OLE" },
        { [.. "PK"u8, 3, 4, 20, 0, 6, 0, .. "[Content_Types].xml"u8], "Office" },
        { [.. "PK"u8, 3, 4, 20, 0, 6, 0, .. "word/document.xml"u8], "Word" },
        { @"{\rtf1\ansi words}"u8.ToArray(), "RTF" },
        { RandomNumberBytes(5000), "unknown format" },
        { [.. new byte[2000], 0xFF, 0xD8, 0xFF, 0xE0], "JPEG" },
    };

    [Theory]
    [MemberData(nameof(NotText))]
    public async Task Binary_capture_is_named_whatever_name_and_media_type_say(byte[] bytes, string expected)
    {
        var error = await FailAsync(bytes, new CaptureDescription(null, "page.html", MediaType: "text/html; charset=utf-8"));

        Assert.Equal(CaptureErrorCodes.NotText, error.Code);
        Assert.Contains(expected, error.Reason, StringComparison.Ordinal);
        Assert.Contains("page.html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zstandard_is_not_supported_and_says_so()
    {
        var error = await FailAsync([0x28, 0xB5, 0x2F, 0xFD, 0, 0], "capture.warc.zst");

        Assert.Equal(CaptureErrorCodes.UnsupportedCompression, error.Code);
        Assert.Contains("Zstandard", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BMW sells fewer cars this year than last.")]
    [InlineData("MZ is the country code of Mozambique.")]
    [InlineData("ID3 tags hold the title of a song.")]
    [InlineData("OTTO came home late. The true story follows.")]
    [InlineData("PK is short for many things.")]
    [InlineData("From: the editors. MIME-Version: is a header, multipart/mixed a type.")]
    [InlineData("RIFF and other words of four letters")]
    [InlineData("WARC files are read by many tools.")]
    public async Task Words_that_look_like_a_signature_are_text(string text)
    {
        Assert.Equal(PageFormat.Text, Assert.Single(await ReadAsync(text, "x")).Format);
    }

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public async Task Wide_text_is_text_with_and_without_a_mark(string encoding, bool mark)
    {
        foreach (var text in new[] { Document, "Паром снова ходит, сообщили в порту.\n", "渡船恢复通航，港口管理处星期三宣布了这一消息。乘客可以像从前一样购票。" })
        {
            var writer = Encoding.GetEncoding(encoding);
            byte[] bytes = [.. mark ? writer.GetPreamble() : [], .. writer.GetBytes(text)];

            var page = Assert.Single(await ReadAsync(bytes, new CaptureDescription(null, "x")));

            Assert.Equal(text == Document ? PageFormat.Html : PageFormat.Text, page.Format);
        }
    }

    [Fact]
    public async Task Document_with_stray_nuls_is_read()
    {
        var bytes = Encoding.Latin1.GetBytes(string.Concat(Document.Select((c, i) => i > 20 && i % 6 == 5 ? c + "\0" : c.ToString())));

        Assert.Equal(PageFormat.Html, Assert.Single(await ReadAsync(bytes, new CaptureDescription(null, "x.html"))).Format);
    }

    [Fact]
    public async Task Cancellation_stops_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Document));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new CaptureReader().ReadAsync(stream, new CaptureDescription(null, "x"), cancelled.Token))
            {
            }
        });
    }

    [Fact]
    public async Task Stream_is_left_open()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Document));
        await ReadAsync(stream, new CaptureDescription(null, "x"));

        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Limit_must_be_one_that_fits_in_memory()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaptureLimits { MaxPageBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaptureLimits { MaxPageBytes = int.MaxValue });
    }

    private static byte[] RandomNumberBytes(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static Task<List<Page>> ReadAsync(string text, string name) => ReadAsync(text, new CaptureDescription(null, name));

    private static Task<List<Page>> ReadAsync(string text, CaptureDescription description) => ReadAsync(Encoding.UTF8.GetBytes(text), description);

    private static async Task<List<Page>> ReadAsync(byte[] bytes, CaptureDescription description)
    {
        using var stream = new MemoryStream(bytes);
        return await ReadAsync(stream, description);
    }

    private static async Task<List<Page>> ReadAsync(Stream stream, CaptureDescription description, CaptureLimits? limits = null)
    {
        var pages = new List<Page>();
        await foreach (var page in new CaptureReader(limits).ReadAsync(stream, description))
        {
            pages.Add(page);
        }

        return pages;
    }

    private static Task<CaptureException> FailAsync(byte[] bytes, string name) => FailAsync(bytes, new CaptureDescription(null, name));

    private static Task<CaptureException> FailAsync(byte[] bytes, CaptureDescription description) =>
        Assert.ThrowsAsync<CaptureException>(() => ReadAsync(bytes, description));
}
