using System.Globalization;
using System.IO.Compression;
using System.Text;
using ArchiveScrub.Tests.Captures.Warc;
using Xunit;

namespace ArchiveScrub.Tests.BadInputs;

/// <summary>Bad inputs 3 to 20: what is wrong with the file and its records. <see cref="FortyBadInputsTests"/> has the list.</summary>
public sealed class BadWarcTests
{
    [Fact]
    public async Task Reference_3_gzip_cut_inside_a_member_keeps_the_records_before()
    {
        var bytes = Two().Gzipped();

        var entries = await Warcs.ReadAsync(bytes[..^40], "x.warc.gz");

        Assert.Equal(["https://example.org/one"], Uris(entries));
        var failure = Assert.Single(entries.Failures());
        Assert.Equal(CaptureErrorCodes.GzipTruncated, failure.Error.Code);
        Assert.Equal(bytes.Length - 40, failure.Error.Offset);
        Assert.Equal("urn:uuid:00000000-0000-4000-8000-000000000002", failure.Error.Record);
        Assert.True(failure.IsEnd);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Reference_4_gzip_cut_in_the_trailer_keeps_the_record_unless_its_digest_speaks_against_it(int missing)
    {
        var entries = await Warcs.ReadAsync(Two().Gzipped()[..^missing], "x.warc.gz");

        Assert.Equal(2, entries.Pages().Count);
        Assert.Equal([CaptureWarningCodes.GzipTrailerMissing], entries.Warnings());
        var wrong = new WarcBuilder().Record("resource", "text/html", Encoding.UTF8.GetBytes(WarcBuilder.Html("x")), "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(CaptureErrorCodes.GzipTruncated, Assert.Single((await Warcs.ReadAsync(wrong.Gzipped()[..^missing], "x.warc.gz")).Failures()).Error.Code);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    public async Task Reference_5_wrong_checksum_or_size_fails_the_record_and_the_next_member_is_read(int fromEnd)
    {
        var first = WarcBuilder.Gzip(Two().Records[0]);
        first[^fromEnd] ^= 0x10;

        var entries = await Warcs.ReadAsync([.. first, .. WarcBuilder.Gzip(Two().Records[1])], "x.warc.gz");

        Assert.Equal(CaptureErrorCodes.GzipDamaged, Assert.Single(entries.Failures()).Error.Code);
        Assert.Equal(["https://example.org/two"], Uris(entries));
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "garbage behind the last record")]
    [InlineData(false, "")]
    [InlineData(false, "garbage behind the last record")]
    public async Task Reference_6_garbage_or_padding_behind_the_last_record_is_a_warning(bool isCompressed, string garbage)
    {
        var tail = garbage.Length == 0 ? new byte[512] : Encoding.UTF8.GetBytes(garbage);

        var entries = await Warcs.ReadAsync([.. isCompressed ? Two().Gzipped() : Two().Plain(), .. tail], isCompressed ? "x.warc.gz" : "x.warc");

        Assert.Equal(2, entries.Pages().Count);
        Assert.Empty(entries.Failures());
        Assert.Equal([CaptureWarningCodes.TrailingData], entries.Warnings());
    }

    [Fact]
    public async Task Reference_7_file_compressed_as_a_whole_is_read_and_has_no_slices()
    {
        var entries = await Warcs.ReadAsync(WarcBuilder.Gzip(Two().Plain()), "x.warc.gz");

        Assert.Equal(Uris(await Warcs.ReadAsync(Two().Plain())), Uris(entries));
        Assert.Equal([CaptureWarningCodes.GzipNotPerRecord], entries.Warnings());
        Assert.All(entries.Pages(), static page => Assert.Null(page.Record!.Length));
        Assert.Single(entries, static entry => entry.StartsAt is not null);
    }

    [Fact]
    public async Task Reference_8_compression_is_told_by_the_bytes_and_undone_twice_at_most()
    {
        var expected = Uris(await Warcs.ReadAsync(Two().Plain()));

        foreach (var (bytes, name, warning) in new[]
        {
            (Two().Plain(), "x.warc.gz", CaptureWarningCodes.NameMisleads),
            (Two().Gzipped(), "x.warc", CaptureWarningCodes.NameMisleads),
            (WarcBuilder.Gzip(Two().Gzipped()), "x.warc.gz", CaptureWarningCodes.GzipTwice),
        })
        {
            var entries = await Warcs.ReadAsync(bytes, name);
            Assert.Equal(expected, Uris(entries));
            Assert.Equal([warning], entries.Warnings());
        }

        var error = await Assert.ThrowsAsync<CaptureException>(() => Warcs.ReadAsync(WarcBuilder.Gzip(WarcBuilder.Gzip(Two().Gzipped()))));
        Assert.Equal(CaptureErrorCodes.Unsupported, error.Code);
    }

    [Fact]
    public async Task Reference_9_bombs_are_refused_by_limit_and_the_next_record_is_read()
    {
        var zeros = new byte[64 * 1024 * 1024];
        var bomb = WarcBuilder.Gzip(zeros);
        const string Head = "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: ";

        foreach (var warc in new[]
        {
            new WarcBuilder().Response("https://example.org/bomb", zeros),
            new WarcBuilder().Response("https://example.org/bomb", bomb, Head + "gzip"),
            new WarcBuilder().Response("https://example.org/bomb", WarcBuilder.Gzip(bomb), Head + "gzip, gzip"),
            new WarcBuilder().Response("https://example.org/bomb", WarcBuilder.Gzip(WarcBuilder.Gzip(WarcBuilder.Gzip(bomb))), Head + "gzip, gzip, gzip, gzip"),
            new WarcBuilder().Response("https://example.org/bomb", Brotli(zeros), Head + "br"),
        })
        {
            var entries = await Warcs.ReadAsync(warc.Response("https://example.org/next", WarcBuilder.Html("next")).Gzipped(), "x.warc.gz");

            Assert.Contains(Assert.Single(entries.Failures()).Error.Code, new[] { CaptureErrorCodes.ExpansionLimit, CaptureErrorCodes.TooLarge });
            Assert.Equal(["https://example.org/next"], Uris(entries));
        }

        var header = new WarcBuilder().Raw("WARC/1.0\nWARC-Type: response\nX: " + new string('x', 50_000_000)).Response("https://example.org/next", WarcBuilder.Html("next"));
        Assert.Equal(["https://example.org/next"], Uris(await Warcs.ReadAsync(header.Gzipped(), "x.warc.gz")));
    }

    [Fact]
    public async Task Reference_10_zstandard_is_refused_and_named()
    {
        var file = await Assert.ThrowsAsync<CaptureException>(() => Warcs.ReadAsync([0x28, 0xB5, 0x2F, 0xFD, .. new byte[50]], "x.warc.zst"));
        Assert.Equal(CaptureErrorCodes.UnsupportedCompression, file.Code);

        var entries = await Warcs.ReadAsync(new WarcBuilder().Response("https://example.org/", [0x28, 0xB5, 0x2F, 0xFD, 0], "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: zstd").Plain());
        var record = Assert.Single(entries.Failures()).Error;
        Assert.Equal(CaptureErrorCodes.UnsupportedCompression, record.Code);
        Assert.Equal("urn:uuid:00000000-0000-4000-8000-000000000001", record.Record);
        Assert.Contains("zstd", record.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 100)]
    [InlineData(true, 5_000_000_000)]
    [InlineData(false, 100)]
    [InlineData(false, 5_000_000_000)]
    public async Task Reference_11_length_that_is_too_long_does_not_swallow_the_next_record(bool isCompressed, long more)
    {
        var warc = new WarcBuilder().Raw(WithLength(Two().Records[0], more)).Raw(Two().Records[1]).Response("https://example.org/three", WarcBuilder.Html("three"));

        var entries = await Warcs.ReadAsync(isCompressed ? warc.Gzipped() : warc.Plain(), isCompressed ? "x.warc.gz" : "x.warc");

        var failure = Assert.Single(entries.Failures());
        Assert.Contains(failure.Error.Code, new[] { CaptureErrorCodes.RecordTruncated, CaptureErrorCodes.RecordInvalid });
        Assert.False(failure.IsEnd);
        Assert.Equal(["https://example.org/two", "https://example.org/three"], Uris(entries));
    }

    [Theory]
    [InlineData(true, -1)]
    [InlineData(true, -30)]
    [InlineData(false, -1)]
    [InlineData(false, -30)]
    public async Task Reference_12_length_that_is_too_short_is_a_warning(bool isCompressed, int less)
    {
        var warc = new WarcBuilder().Raw(WithLength(Two().Records[0], less)).Raw(Two().Records[1]);

        var entries = await Warcs.ReadAsync(isCompressed ? warc.Gzipped() : warc.Plain(), isCompressed ? "x.warc.gz" : "x.warc");

        Assert.Equal(2, entries.Pages().Count);
        Assert.Contains(CaptureWarningCodes.RecordTrailerInvalid, entries.Warnings());
        Assert.Empty(entries.Failures());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Length: -5\r\n")]
    [InlineData("Content-Length: twelve\r\n")]
    [InlineData("Content-Length: 99999999999999999999999\r\n")]
    [InlineData("Content-Length: 9000000000000000000\r\n")]
    [InlineData("Content-Length: 10\r\nContent-Length: 20\r\n")]
    public async Task Reference_13_length_that_makes_no_sense_fails_the_record_and_the_next_one_is_found(string header)
    {
        var record = Encoding.UTF8.GetString(Two().Records[0]);
        var line = record[record.IndexOf("Content-Length", StringComparison.Ordinal)..(record.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2)];
        var bad = Encoding.UTF8.GetBytes(record.Replace(line, header, StringComparison.Ordinal));

        foreach (var warc in new[] { new WarcBuilder().Raw(bad).Raw(Two().Records[1]) })
        {
            foreach (var entries in new[] { await Warcs.ReadAsync(warc.Plain()), await Warcs.ReadAsync(warc.Gzipped(), "x.warc.gz") })
            {
                var failure = Assert.Single(entries.Failures()).Error;
                Assert.Equal(CaptureErrorCodes.RecordInvalid, failure.Code);
                Assert.Equal("urn:uuid:00000000-0000-4000-8000-000000000001", failure.Record);
                Assert.Equal(["https://example.org/two"], Uris(entries));
            }
        }
    }

    [Theory]
    [InlineData("WARC/1.0")]
    [InlineData("WARC/1.0\r\n")]
    [InlineData("WARC/1.0\r\nWARC-Type: resp")]
    public async Task Reference_14_header_that_is_cut_is_not_silently_accepted(string rest)
    {
        foreach (var bytes in new byte[][] { [.. Two().Plain(), .. Encoding.UTF8.GetBytes(rest)], [.. Two().Gzipped(), .. WarcBuilder.Gzip(Encoding.UTF8.GetBytes(rest))] })
        {
            var entries = await Warcs.ReadAsync(bytes);
            Assert.Equal(2, entries.Pages().Count);
            Assert.Equal(CaptureErrorCodes.RecordTruncated, Assert.Single(entries.Failures()).Error.Code);
        }
    }

    [Fact]
    public async Task Reference_15_headers_have_limits_and_odd_lines_are_tolerated()
    {
        var block = WarcBuilder.Html("odd");
        foreach (var bad in new[]
        {
            "WARC/1.0\r\nWARC-Type: resource\r\nX: " + new string('x', 10_000_000) + "\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
            "WARC/1.0\r\nWARC-Type: resource\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 100_000)) + "Content-Length: 0\r\n\r\n\r\n\r\n",
        })
        {
            var warc = new WarcBuilder().Raw(Encoding.UTF8.GetBytes(bad)).Response("https://example.org/next", block);
            foreach (var entries in new[] { await Warcs.ReadAsync(warc.Plain()), await Warcs.ReadAsync(warc.Gzipped(), "x.warc.gz") })
            {
                Assert.Equal(CaptureErrorCodes.HeaderLimit, entries.Failures()[0].Error.Code);
                Assert.Equal(["https://example.org/next"], Uris(entries));
            }
        }

        foreach (var odd in new[]
        {
            $"WARC/1.0\nWARC-Type: resource\nWARC-Record-ID: <urn:uuid:1>\nWARC-Date: 2020-02-12T09:30:00Z\nWARC-Target-URI: https://example.org/odd\nContent-Type: text/html\nContent-Length: {block.Length}\n\n{block}\n\n",
            $"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-02-12T09:30:00Z\r\nWARC-Target-URI: https://example.org/odd\r\nX-Note: a\r\n  folded one\r\nno colon here\r\nContent-Type: text/html\r\nContent-Length: {block.Length}\r\n\r\n{block}\r\n\r\n",
        })
        {
            var entries = await Warcs.ReadAsync(new WarcBuilder().Raw(Encoding.UTF8.GetBytes(odd)).Response("https://example.org/next", block).Plain());
            Assert.Equal(["https://example.org/odd", "https://example.org/next"], Uris(entries));
            Assert.Contains(CaptureWarningCodes.HeaderMalformed, entries.Warnings());
        }
    }

    [Fact]
    public async Task Reference_16_old_and_unknown_versions_are_read_and_unknown_types_passed_over()
    {
        foreach (var (version, warnings) in new[] { ("WARC/0.18", 0), ("WARC/1.1", 0), ("WARC/2.0", 1) })
        {
            var record = Encoding.UTF8.GetString(Two().Records[0]).Replace("WARC/1.0", version, StringComparison.Ordinal);
            var entries = await Warcs.ReadAsync(new WarcBuilder().Raw(Encoding.UTF8.GetBytes(record)).Record("x-new", "text/html", "<p>?</p>"u8.ToArray()).Plain());

            Assert.Single(entries.Pages());
            Assert.Equal([SkipReasons.UnknownType], entries.Skips());
            Assert.Equal(warnings, entries.Warnings().Length);
        }
    }

    [Fact]
    public async Task Reference_17_records_with_the_same_id_are_both_kept_and_told_apart()
    {
        var record = Two().Records[0];

        var pages = (await Warcs.ReadAsync([.. record, .. record])).Pages();

        Assert.Equal(2, pages.Count);
        Assert.NotEqual(pages[0].Record!.Offset, pages[1].Record!.Offset);
        var digests = pages.Select(static page => Generated.Pages.Scrubber.Scrub(page).Manifest.Digest).Distinct(StringComparer.Ordinal);
        Assert.Equal(2, digests.Count()); // of which the ids of WET records are made
    }

    [Theory]
    [InlineData("<https://example.org/a>", "https://example.org/a")]
    [InlineData("https://example.org/a b c", "https://example.org/a b c")]
    [InlineData("https://example.org/\u00FC\u4E2D", "https://example.org/\u00FC\u4E2D")]
    [InlineData("file:///etc/passwd", "file:///etc/passwd")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("https://example.org/%zz?x=../../..", "https://example.org/%zz?x=../../..")]
    public async Task Reference_18_target_uris_are_kept_verbatim(string uri, string expected)
    {
        var page = Assert.Single((await Warcs.ReadAsync(new WarcBuilder().Response(uri, WarcBuilder.Html("x")).Plain())).Pages());

        Assert.Equal(uri, page.Record!.TargetUri);
        Assert.Equal(expected, page.TargetUri);
        Assert.Empty(ManifestVerifier.VerifyConservation(Generated.Pages.Scrubber.Scrub(page).Manifest, Generated.Pages.Scrubber.Scrub(page).CleanText));
    }

    [Fact]
    public async Task Reference_19_revisit_is_skipped_with_what_it_refers_to()
    {
        var entries = await Warcs.ReadAsync(new WarcBuilder().Record("revisit", "application/http; msgtype=response", [], "WARC-Target-URI: https://example.org/", "WARC-Refers-To: <urn:uuid:5>").Plain());

        var skipped = Assert.IsType<SkippedEntry>(Assert.Single(entries));
        Assert.Equal((SkipReasons.Revisit, "urn:uuid:5", "urn:uuid:5"), (skipped.Reason, skipped.Detail, skipped.Record!.RefersTo));
    }

    [Fact]
    public async Task Reference_20_segments_whose_first_or_last_is_missing_fail()
    {
        var html = Encoding.UTF8.GetBytes(WarcBuilder.Html("cut"));
        var entries = await Warcs.ReadAsync(new WarcBuilder()
            .Record("continuation", null, html, "WARC-Segment-Number: 2", "WARC-Segment-Origin-ID: <urn:uuid:nowhere>", $"WARC-Segment-Total-Length: {html.Length}")
            .Record("resource", "text/html", html, "WARC-Segment-Number: 1", "WARC-Target-URI: https://example.org/")
            .Response("https://example.org/next", WarcBuilder.Html("next")).Plain());

        Assert.Equal([CaptureErrorCodes.SegmentMissing, CaptureErrorCodes.SegmentMissing], entries.Failures().Select(static f => f.Error.Code));
        Assert.Equal(["https://example.org/next"], Uris(entries));
    }

    private static WarcBuilder Two() => new WarcBuilder().Response("https://example.org/one", WarcBuilder.Html("one")).Response("https://example.org/two", WarcBuilder.Html("two"));

    private static string[] Uris(IEnumerable<CaptureEntry> entries) => [.. entries.Pages().Select(static page => page.TargetUri!)];

    /// <summary>The record with a length that is off by so many bytes, in its own header and not in HTTP's.</summary>
    private static byte[] WithLength(byte[] record, long more)
    {
        var text = Encoding.UTF8.GetString(record);
        var at = text.IndexOf("Content-Length: ", StringComparison.Ordinal) + "Content-Length: ".Length;
        var end = text.IndexOf("\r\n", at, StringComparison.Ordinal);
        var length = long.Parse(text[at..end], CultureInfo.InvariantCulture) + more;
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text[..at]}{length}{text[end..]}"));
    }

    private static byte[] Brotli(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.Fastest))
        {
            brotli.Write(bytes);
        }

        return memory.ToArray();
    }
}
