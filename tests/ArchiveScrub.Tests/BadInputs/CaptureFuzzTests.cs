using System.Globalization;
using System.IO.Compression;
using System.Text;
using ArchiveScrub.Tests.Captures;
using ArchiveScrub.Tests.Captures.Mhtml;
using ArchiveScrub.Tests.Captures.Wacz;
using ArchiveScrub.Tests.Captures.Warc;
using ArchiveScrub.Tests.Captures.Zip;
using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.BadInputs;

/// <summary>
/// Promise 6 for captures of every format: whatever is done to their bytes, the reading ends, in entries or in a
/// <see cref="CaptureException"/>, takes no more than its limits, and gives the same entries however the bytes come.
/// ARCHIVESCRUB_FUZZ_RUNS sets how many damaged captures of each format are read.
/// </summary>
public sealed class CaptureFuzzTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("ARCHIVESCRUB_FUZZ_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? runs : 400;

    private static readonly CaptureLimits Limits = new() { MaxPageBytes = 1024 * 1024, MaxContainerFiles = 50 };

    private static readonly Dictionary<string, byte[]> Samples = new(StringComparer.Ordinal)
    {
        ["page.html"] = Encoding.UTF8.GetBytes(WarcBuilder.Html("Single")),
        ["page.txt"] = "The ferry sails again from Monday, the harbour office said.\n"u8.ToArray(),
        ["plain.warc"] = Crawl().Plain(),
        ["members.warc.gz"] = Crawl().Gzipped(),
        ["whole.warc.gz"] = WarcBuilder.Gzip(Crawl().Plain()),
        ["crawl.arc"] = Arc(),
        ["text.wet"] = new WarcBuilder().Warcinfo().Record("conversion", "text/plain", "The ferry sails again.\n"u8.ToArray(), "WARC-Target-URI: https://example.org/", "WARC-Refers-To: <urn:uuid:0>").Plain(),
        ["pages.zip"] = ZipBuilder.Build(
            ZipBuilder.Html("a.html", "A"),
            ZipBuilder.Html("b.html", "B") with { IsDeflated = true, IsStreamed = true },
            ZipBuilder.Html("c.html", "C") with { IsZip64 = true },
            new ZipMember("d.warc.gz", Crawl().Gzipped())),
        ["crawl.wacz"] = new WaczBuilder().Build(),
        ["page.mht"] = MhtmlBuilder.File(MhtmlBuilder.Part(MhtmlBuilder.Document, "quoted-printable") + MhtmlBuilder.Picture + MhtmlBuilder.Part("<p>A frame.</p>", "base64")),
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Damaged_capture_ends_in_entries_or_the_one_error(string name) => Task.Run(async () =>
    {
        var mutator = new Mutator(new Dice(name.Length + name[0]), [.. Samples.Values]);
        for (var run = 0; run < Runs; run++)
        {
            var bytes = mutator.Damage(Samples[name]);

            var (whole, error) = await ReadAsync(bytes, int.MaxValue);
            var (drops, dropError) = await ReadAsync(bytes, 1 + (run % 7));

            Assert.All(whole.OfType<FailedEntry>(), static entry => Assert.Equal("damaged", entry.Error.Capture));
            Assert.All(whole.OfType<PageEntry>(), static entry => Assert.True(entry.Page.Payload.Length <= Limits.MaxPageBytes));
            Assert.Equal(whole.Select(Entries.Describe), drops.Select(Entries.Describe));
            Assert.Equal(error?.Message, dropError?.Message);
        }
    }).WaitAsync(Deadline * Math.Max(1, Runs / 400));

    [Fact]
    public async Task Samples_are_sound()
    {
        // A sample that fails at its first byte would make the test above look at nothing.
        foreach (var (name, bytes) in Samples)
        {
            var (entries, error) = await ReadAsync(bytes, int.MaxValue);
            Assert.True(error is null && entries.OfType<PageEntry>().Any() && !entries.OfType<FailedEntry>().Any(), $"{name}: {error?.Message}");
        }
    }

    private static async Task<(List<CaptureEntry> Entries, CaptureException? Error)> ReadAsync(byte[] bytes, int portion)
    {
        var entries = new List<CaptureEntry>();
        try
        {
            using var stream = new SlowStream(bytes, portion);
            var open = await new CaptureReader(Limits).OpenAsync(stream, new CaptureDescription("tests", "damaged"));
            await foreach (var entry in open.ReadAsync())
            {
                entries.Add(entry);
            }

            return (entries, null);
        }
        catch (CaptureException e)
        {
            Assert.Equal("damaged", e.Capture);
            return (entries, e);
        }
    }

    private static WarcBuilder Crawl() => new WarcBuilder()
        .Warcinfo()
        .Response("https://example.org/plain", WarcBuilder.Html("Plain"))
        .Response("https://example.org/chunked", Chunked(Encoding.UTF8.GetBytes(WarcBuilder.Html("Chunked"))), "HTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked")
        .Response("https://example.org/gzip", WarcBuilder.Gzip(Encoding.UTF8.GetBytes(WarcBuilder.Html("Gzip"))), "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip")
        .Response("https://example.org/br", Brotli(Encoding.UTF8.GetBytes(WarcBuilder.Html("Brotli"))), "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: br")
        .Record("revisit", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), "WARC-Target-URI: https://example.org/plain", "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest")
        .Record("resource", "text/html", Encoding.UTF8.GetBytes(WarcBuilder.Html("Resource")), "WARC-Target-URI: file:///page.html")
        .Record("metadata", "application/warc-fields", "via: https://example.org/\r\n"u8.ToArray());

    private static byte[] Arc()
    {
        var body = Encoding.UTF8.GetBytes("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + WarcBuilder.Html("Arc"));
        var version = "1 0 crawler\nURL IP-address Archive-date Content-type Archive-length\n";
        return [.. Encoding.UTF8.GetBytes($"filedesc://crawl.arc 0.0.0.0 20010101000000 text/plain {version.Length}\n{version}\nhttp://example.org/ 192.0.2.1 20010101000001 text/html {body.Length}\n"), .. body, (byte)'\n'];
    }

    private static byte[] Chunked(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"{100:x}\r\n"), .. body[..100], .. Encoding.ASCII.GetBytes($"\r\n{body.Length - 100:x}\r\n"), .. body[100..], .. "\r\n0\r\n\r\n"u8];

    private static byte[] Brotli(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(body);
        }

        return packed.ToArray();
    }
}
