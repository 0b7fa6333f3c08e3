using System.Globalization;
using System.Text;
using Xunit;
using static ArchiveScrub.Tests.Captures.Mhtml.MhtmlBuilder;

namespace ArchiveScrub.Tests.Captures.Mhtml;

public sealed class MhtmlCaptureTests
{
    [Theory]
    [InlineData("quoted-printable")]
    [InlineData("Quoted-Printable")]
    [InlineData("base64")]
    [InlineData("8bit")]
    [InlineData("binary")]
    [InlineData("x-unknown")]
    public async Task Root_is_the_page_whatever_its_transfer_encoding(string encoding)
    {
        var file = File(Part(Document, encoding.ToLowerInvariant()).Replace(encoding.ToLowerInvariant(), encoding, StringComparison.Ordinal) + Picture);

        var entries = await Entries.OfAsync(file, "page.mhtml");

        var page = Assert.IsType<PageEntry>(entries[0]).Page;
        Assert.Equal(Document, Encoding.UTF8.GetString(page.Payload.Span));
        Assert.Equal(PageFormat.Html, page.Format);
        Assert.Equal("https://example.org/harbour", page.TargetUri);
        Assert.Equal(new DateTimeOffset(2021, 2, 12, 10, 15, 30, TimeSpan.FromHours(2)), page.CapturedAt);
        Assert.Equal("utf-8", page.DeclaredCharset);
        Assert.Equal("text/html", page.MediaType);
        Assert.Equal("part", page.Record!.Type);
        Assert.Empty(page.Record.Warnings);
        Assert.Equal("image/png", Assert.IsType<SkippedEntry>(Assert.Single(entries.Skip(1))).Detail);
    }

    [Fact]
    public async Task Record_names_the_bytes_of_its_part()
    {
        var part = Part(Document);
        var file = File(part + Picture);

        var record = (await Entries.OfAsync(file))[0].Record!;

        var text = Encoding.Latin1.GetString(file, (int)record.Offset, (int)record.Length!);
        Assert.Equal(part["--b\r\n".Length..^2], text);
    }

    [Fact]
    public async Task Charset_is_that_of_the_part()
    {
        var page = await PageAsync(File(Part("<html><body><p>Паром снова ходит.</p></body></html>", "quoted-printable", "windows-1251")));

        Assert.Equal("windows-1251", page.DeclaredCharset);
        Assert.Contains("Паром снова", ArchiveScrub.Captures.TextDecoder.Decode(page).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_names_the_root()
    {
        var file = File(
            Part("<p>An advertisement in a frame.</p>", headers: "Content-ID: <frame@x>\r\n") + Picture + Part(Document, headers: "Content-ID: <root@x>\r\n"),
            ";\r\n\tstart=\"<root@x>\"");

        var page = await PageAsync(file);

        Assert.Equal(Document, Encoding.UTF8.GetString(page.Payload.Span));
        Assert.Equal("root@x", page.Record!.Id);
        Assert.Equal("https://example.org/harbour", page.TargetUri);
    }

    [Fact]
    public async Task Start_that_names_nothing_leaves_the_first_document()
    {
        var page = await PageAsync(File(Picture + Part(Document) + Part("<p>A frame.</p>"), "; start=\"<nowhere@x>\""));

        Assert.Equal(Document, Encoding.UTF8.GetString(page.Payload.Span));
    }

    [Fact]
    public async Task Of_alternatives_the_HTML_one_is_the_page()
    {
        const string Alternatives = "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
            + "--c\r\nContent-Type: text/plain\r\n\r\nThe same in plain words.\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>The same in markup.</p>\r\n--c--\r\n";

        var page = await PageAsync(File(Alternatives + Picture));

        Assert.Equal("<p>The same in markup.</p>", Encoding.UTF8.GetString(page.Payload.Span));
    }

    [Fact]
    public async Task Page_of_plain_text_is_a_page()
    {
        var page = await PageAsync(File(Part("Nothing but words.", type: "text/plain")));

        Assert.Equal(PageFormat.Text, page.Format);
    }

    [Fact]
    public async Task File_of_one_part_without_a_multipart_is_read()
    {
        var file = Encoding.UTF8.GetBytes($"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: file://c:\\a.htm\r\n\r\n{Document}");

        var page = await PageAsync(file);

        Assert.Equal(Document, Encoding.UTF8.GetString(page.Payload.Span));
        Assert.Equal("file://c:\\a.htm", page.TargetUri);
    }

    [Fact]
    public async Task Frames_of_a_page_are_skipped_and_those_of_a_frameset_are_pages()
    {
        var frame = Part("<p>In the frame.</p>");

        var skipped = await Entries.OfAsync(File(Part(Document) + frame));
        var read = await Entries.OfAsync(File(Part("<html><FrameSet cols='20%,80%'><frame src=a><frame src=b></frameset></html>") + frame + Picture + frame));

        Assert.Equal("text/html", Assert.Single(skipped.OfType<SkippedEntry>()).Detail);
        Assert.Equal(3, read.OfType<PageEntry>().Count());
    }

    [Fact]
    public async Task File_is_one_page_unless_it_is_a_frameset()
    {
        using var page = new MemoryStream(File(Part(Document) + Picture + Part("<p>An advertisement.</p>")));
        using var frames = new MemoryStream(File(Part("<html><frameset cols='20%,80%'><frame src=a></frameset></html>") + Part("<p>In the frame.</p>")));

        Assert.True((await new CaptureReader().OpenAsync(page, new CaptureDescription("tests", "page.mhtml"))).IsOnePage);
        Assert.False((await new CaptureReader().OpenAsync(frames, new CaptureDescription("tests", "frames.mhtml"))).IsOnePage);
    }

    [Fact]
    public async Task Line_ends_may_be_LF()
    {
        var file = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(File(Part(Document, "quoted-printable") + Picture)).Replace("\r\n", "\n", StringComparison.Ordinal));

        Assert.Equal(Document, Encoding.UTF8.GetString((await PageAsync(file)).Payload.Span));
    }

    [Fact]
    public async Task Multiparts_nested_without_end_are_no_danger()
    {
        var file = new StringBuilder("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n");
        for (var i = 0; i < 20_000; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"--b{i}\r\nContent-Type: multipart/mixed; boundary=b{i + 1}\r\n\r\n");
        }

        var (_, error) = await Entries.UntilErrorAsync(Encoding.ASCII.GetBytes(file.ToString()));

        Assert.Equal(CaptureErrorCodes.NotText, error!.Code);
    }

    [Fact]
    public async Task Header_without_end_is_refused_and_not_held()
    {
        var start = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\nX: "u8.ToArray();
        using var endless = new SparseStream(10L * 1024 * 1024 * 1024, start, []);

        var error = await Assert.ThrowsAsync<CaptureException>(async () =>
        {
            var open = await new CaptureReader().OpenAsync(endless, new CaptureDescription("tests", "endless.mht", Sha256: new string('0', 64)));
            await foreach (var _ in open.ReadAsync())
            {
            }
        });

        Assert.Equal(CaptureErrorCodes.HeaderLimit, error.Code);
        Assert.InRange(endless.Position, 1, 4 * 1024 * 1024);
    }

    [Fact]
    public async Task More_parts_than_the_limit_are_refused()
    {
        var file = File(Part(Document) + string.Concat(Enumerable.Repeat("--b\r\n\r\n\r\n", 10_000)));

        Assert.Equal(CaptureErrorCodes.TooLarge, (await Entries.UntilErrorAsync(file)).Error!.Code);
    }

    [Fact]
    public async Task Page_larger_than_the_limit_is_an_error()
    {
        var error = await Assert.ThrowsAsync<CaptureException>(() => Entries.OfAsync(File(Part(Document + new string('x', 20_000), "base64") + Picture), "large.mht", new CaptureLimits { MaxPageBytes = 20_000 }));

        Assert.Equal(CaptureErrorCodes.TooLarge, error.Code);
        Assert.Equal("large.mht", error.Capture);
        Assert.NotNull(error.Offset);
    }

    [Fact]
    public async Task File_without_a_page_is_an_error()
    {
        var (_, error) = await Entries.UntilErrorAsync(File("--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c--\r\n"));

        Assert.Equal(CaptureErrorCodes.NotText, error!.Code);
    }

    [Fact]
    public async Task Mail_that_is_quoted_in_a_text_is_no_MHTML()
    {
        Assert.Equal(PageFormat.Text, (await PageAsync("Notes on mail. MIME-Version: 1.0 and multipart/related are headers.\n"u8.ToArray())).Format);
    }

    [Fact]
    public async Task Lenience_towards_encodings_keeps_what_can_be_read()
    {
        var file = File("--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>One =ZZ two =\r\n three =C3=A9 =3D four=\r\n</p>\r\n");

        Assert.Equal("<p>One =ZZ two  three é = four</p>", Encoding.UTF8.GetString((await PageAsync(file)).Payload.Span));
    }

    private static async Task<Page> PageAsync(byte[] file) => Assert.Single((await Entries.OfAsync(file, "page.mhtml")).OfType<PageEntry>()).Page;
}
