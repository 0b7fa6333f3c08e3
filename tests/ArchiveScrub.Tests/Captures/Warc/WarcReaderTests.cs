using System.IO.Compression;
using System.Text;
using Xunit;

namespace ArchiveScrub.Tests.Captures.Warc;

public sealed class WarcReaderTests
{
    [Fact]
    public async Task Every_record_has_an_entry_in_order()
    {
        var entries = await Warcs.ReadAsync(Mixed().Plain());

        Assert.Equal(
            [
                "skipped not-content", "page", "skipped not-content", "skipped redirect", "skipped status", "skipped robots", "skipped not-text",
                "skipped revisit", "page", "page", "skipped not-content", "skipped unknown-type", "skipped not-text", "skipped no-text", "page",
            ],
            entries.Select(static e => e is SkippedEntry s ? "skipped " + s.Reason : e is PageEntry ? "page" : e.Describe()));
        Assert.All(entries, static e => Assert.NotNull(e.StartsAt));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(int.MaxValue)]
    public async Task Plain_compressed_and_fed_in_pieces_it_reads_the_same(int chunk)
    {
        var expected = (await Warcs.ReadAsync(Mixed().Plain())).Select(Warcs.Describe);

        Assert.Equal(expected, (await Warcs.ReadAsync(Mixed().Plain(), chunk: chunk)).Select(Warcs.Describe));
        Assert.Equal(expected, (await Warcs.ReadAsync(Mixed().Gzipped(), "x.warc.gz", chunk: chunk)).Select(Warcs.Describe));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Place_of_a_record_is_where_it_can_be_read_alone(bool isCompressed)
    {
        var (bytes, name) = isCompressed ? (Mixed().Gzipped(), "x.warc.gz") : (Mixed().Plain(), "x.warc");

        foreach (var entry in await Warcs.ReadAsync(bytes, name))
        {
            var record = entry.Record!;
            Assert.Equal(0, record.OffsetInMember);
            var alone = await Warcs.ReadAsync(bytes[(int)record.Offset..(int)(record.Offset + record.Length!.Value)], name);
            Assert.Equal(entry.Describe(), Assert.Single(alone).Describe());
        }
    }

    [Fact]
    public async Task Slices_end_to_end_give_each_record_once()
    {
        foreach (var (bytes, name) in new[] { (Mixed().Plain(), "x.warc"), (Mixed().Gzipped(), "x.warc.gz") })
        {
            var whole = await Warcs.ReadAsync(bytes, name);
            foreach (var step in new[] { 1, 2, 5 })
            {
                var starts = whole.Where((_, i) => i % step == 0).Select(static e => e.StartsAt!.Value).Append(bytes.Length).ToArray();
                var parts = new List<CaptureEntry>();
                for (var i = 0; i + 1 < starts.Length; i++)
                {
                    parts.AddRange(await Warcs.ReadAsync(bytes, name, slice: new CaptureSlice(starts[i], starts[i + 1] - starts[i])));
                }

                Assert.Equal(whole.Select(Place), parts.Select(Place));
            }
        }

        static string Place(CaptureEntry entry) => $"{entry.Describe()} {entry.Record?.Offset} {entry.Record?.Length}";
    }

    [Fact]
    public async Task Page_has_what_the_record_says()
    {
        var page = (await Warcs.ReadAsync(Mixed().Gzipped())).Pages()[0];

        Assert.Equal("urn:uuid:00000000-0000-4000-8000-000000000002", page.Record!.Id);
        Assert.Equal("response", page.Record.Type);
        Assert.Equal(200, page.Record.HttpStatus);
        Assert.Equal("https://example.org/one", page.TargetUri);
        Assert.Equal(new DateTimeOffset(2020, 2, 12, 9, 30, 2, TimeSpan.Zero), page.CapturedAt);
        Assert.Equal("text/html", page.MediaType);
        Assert.Equal("utf-8", page.DeclaredCharset);
        Assert.True(page.Record.BlockDigest!.Matches);
        Assert.True(page.Record.PayloadDigest!.Matches);
        Assert.Empty(page.Record.Warnings);
        Assert.Equal(WarcBuilder.Html("one"), page.Text());
    }

    [Fact]
    public async Task Other_statuses_are_pages_where_they_are_asked_for()
    {
        var entries = await Warcs.ReadAsync(Mixed().Plain(), options: new CaptureReaderOptions { Statuses = new SortedSet<int> { 200, 404 } });

        Assert.Equal(5, entries.Pages().Count);
        Assert.DoesNotContain(SkipReasons.Status, entries.Skips());
    }

    public static TheoryData<string, byte[]> Codings
    {
        get
        {
            var body = Encoding.UTF8.GetBytes(WarcBuilder.Html("coded"));
            return new TheoryData<string, byte[]>
            {
                { "Content-Encoding: gzip", WarcBuilder.Gzip(body) },
                { "Content-Encoding: x-gzip", WarcBuilder.Gzip(body) },
                { "Content-Encoding: deflate", Compress(body, static s => new ZLibStream(s, CompressionLevel.Optimal)) },
                { "Content-Encoding: deflate", Compress(body, static s => new DeflateStream(s, CompressionLevel.Optimal)) },
                { "Content-Encoding: br", Compress(body, static s => new BrotliStream(s, CompressionLevel.Optimal)) },
                { "Content-Encoding: identity", body },
                { "Content-Encoding: deflate, gzip", WarcBuilder.Gzip(Compress(body, static s => new ZLibStream(s, CompressionLevel.Optimal))) },
                { "Transfer-Encoding: chunked", Chunk(body, 17) },
                { "Transfer-Encoding: chunked\nContent-Encoding: br", Chunk(Compress(body, static s => new BrotliStream(s, CompressionLevel.Optimal)), 40) },
                { "transfer-encoding:chunked\ncontent-encoding:GZIP", Chunk(WarcBuilder.Gzip(body), 100) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task Codings_are_undone(string headers, byte[] body)
    {
        var entries = await Warcs.ReadAsync(new WarcBuilder().Response("https://example.org/", body, "HTTP/1.1 200 OK\nContent-Type: text/html\n" + headers).Plain());

        var page = Assert.Single(entries.Pages());
        Assert.Equal(WarcBuilder.Html("coded"), page.Text());
        Assert.Empty(page.Record!.Warnings);
        Assert.True(page.Record.PayloadDigest!.Matches);
    }

    [Fact]
    public async Task Payload_digest_may_be_of_the_body_without_chunks()
    {
        var body = Encoding.UTF8.GetBytes(WarcBuilder.Html("chunked"));
        var block = WarcBuilder.Http("HTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked", Chunk(body, 50));
        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Record("response", "application/http", block, "WARC-Payload-Digest: " + WarcBuilder.Sha1(body)).Plain())).Pages());

        Assert.True(page.Record!.PayloadDigest!.Matches);
        Assert.Empty(page.Record.Warnings);
    }

    [Fact]
    public async Task Arc_records_are_read()
    {
        var one = WarcBuilder.Http("HTTP/1.0 200 OK\nContent-Type: text/html", Encoding.UTF8.GetBytes(WarcBuilder.Html("arc")));
        var records = new[]
        {
            "filedesc://old.arc 0.0.0.0 20010203040506 text/plain 68\n1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n\n",
            $"http://example.org/a page.html 192.0.2.1 20010203040507 text/html {one.Length}\n{Encoding.UTF8.GetString(one)}\n",
            "dns:example.org 192.0.2.1 20010203040507 text/dns 10\n0123456789\n",
            $"http://example.org/b 192.0.2.1 20010203040508 text/html {one.Length}\n{Encoding.UTF8.GetString(one)}\n",
        }.Select(Encoding.UTF8.GetBytes).ToArray();

        foreach (var bytes in new[] { records.SelectMany(static r => r).ToArray(), [.. records.SelectMany(WarcBuilder.Gzip)] })
        {
            var entries = await Warcs.ReadAsync(bytes, "old.arc");

            Assert.Empty(entries.Failures());
            Assert.Equal(["http://example.org/a page.html", "http://example.org/b"], entries.Pages().Select(static p => p.TargetUri!));
            Assert.Equal([SkipReasons.NotContent, SkipReasons.NotText], entries.Skips());
            Assert.Equal(new DateTimeOffset(2001, 2, 3, 4, 5, 7, TimeSpan.Zero), entries.Pages()[0].CapturedAt);
            Assert.Equal(WarcBuilder.Html("arc"), entries.Pages()[1].Text());
        }
    }

    [Fact]
    public async Task Segments_are_put_together()
    {
        var block = WarcBuilder.Http("HTTP/1.1 200 OK\nContent-Type: text/html", Encoding.UTF8.GetBytes(WarcBuilder.Html("cut")));
        var warc = new WarcBuilder()
            .Record("response", "application/http", block[..100], "WARC-Segment-Number: 1", "WARC-Target-URI: https://example.org/cut")
            .Response("https://example.org/between", WarcBuilder.Html("between"))
            .Record("continuation", null, block[100..150], "WARC-Segment-Number: 2", "WARC-Segment-Origin-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>")
            .Record("continuation", null, block[150..], "WARC-Segment-Number: 3", "WARC-Segment-Origin-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>", $"WARC-Segment-Total-Length: {block.Length}");

        var entries = await Warcs.ReadAsync(warc.Plain());

        Assert.Equal(["https://example.org/between", "https://example.org/cut"], entries.Pages().Select(static p => p.TargetUri!));
        Assert.Equal(WarcBuilder.Html("cut"), entries.Pages()[1].Text());
        Assert.Equal([SkipReasons.Segment, SkipReasons.Segment], entries.Skips());
        Assert.All(entries.SkipLast(1), static e => Assert.Null(e.StartsAt));
    }

    [Fact]
    public async Task Strict_reading_makes_errors_of_warnings()
    {
        var bytes = new WarcBuilder().Response("https://example.org/", WarcBuilder.Html("x"), headers: "WARC-Truncated: length").Plain();

        var failure = Assert.Single((await Warcs.ReadAsync(bytes, options: new CaptureReaderOptions { Mode = ReadingMode.Strict })).Failures());

        Assert.Equal(CaptureWarningCodes.SourceTruncated, failure.Error.Code);
        Assert.Single((await Warcs.ReadAsync(bytes)).Pages());
    }

    /// <summary>One record of every sort.</summary>
    internal static WarcBuilder Mixed() => new WarcBuilder()
        .Warcinfo()
        .Response("https://example.org/one", WarcBuilder.Html("one"))
        .Record("request", "application/http; msgtype=request", "GET /one HTTP/1.1\r\nHost: example.org\r\n\r\n"u8.ToArray(), "WARC-Target-URI: https://example.org/one")
        .Response("https://example.org/moved", "<p>moved</p>", "HTTP/1.1 301 Moved\nContent-Type: text/html\nLocation: /one")
        .Response("https://example.org/missing", WarcBuilder.Html("missing"), "HTTP/1.1 404 Not Found\nContent-Type: text/html")
        .Response("https://example.org/robots.txt", "User-agent: *\nDisallow: /\n", "HTTP/1.1 200 OK\nContent-Type: text/plain")
        .Response("https://example.org/picture", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[500]], "HTTP/1.1 200 OK\nContent-Type: image/jpeg")
        .Record("revisit", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), "WARC-Target-URI: https://example.org/one", "WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-000000000002>")
        .Record("resource", "text/html", Encoding.UTF8.GetBytes(WarcBuilder.Html("resource")), "WARC-Target-URI: https://example.org/resource")
        .Record("conversion", "text/plain", Encoding.UTF8.GetBytes("The ferry sails again\n\nThe ferry sails again from Monday, the harbour office said.\n"), "WARC-Target-URI: https://example.org/text")
        .Record("metadata", "application/warc-fields", "fetchTimeMs: 12\r\n"u8.ToArray())
        .Record("x-unheard-of", "text/plain", "what is this"u8.ToArray())
        .Response("https://example.org/data", "{\"a\": 1}", "HTTP/1.1 200 OK\nContent-Type: application/json")
        .Response("https://example.org/blank", "  \r\n ", "HTTP/1.1 200 OK\nContent-Type: text/html")
        .Response("https://example.org/two", string.Concat(Enumerable.Repeat(WarcBuilder.Html("two"), 2000)));

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> open)
    {
        using var memory = new MemoryStream();
        using (var stream = open(memory))
        {
            stream.Write(bytes);
        }

        return memory.ToArray();
    }

    internal static byte[] Chunk(byte[] bytes, int size)
    {
        using var memory = new MemoryStream();
        foreach (var chunk in bytes.Chunk(size))
        {
            memory.Write(Encoding.ASCII.GetBytes($"{chunk.Length:x};ext=1\r\n"));
            memory.Write(chunk);
            memory.Write("\r\n"u8);
        }

        memory.Write("0\r\n\r\n"u8);
        return memory.ToArray();
    }
}
