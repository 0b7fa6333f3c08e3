using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ArchiveScrub.Blocks;
using ArchiveScrub.Captures;
using ArchiveScrub.Chrome;
using ArchiveScrub.Chrome.Profiles;
using ArchiveScrub.Datelines;

namespace ArchiveScrub.Benchmarks;

/// <summary>What finding datelines costs.</summary>
internal static class DatelineBenchmark
{
    private const int Largest = 1 << 20;
    private const int Smallest = Largest >> 4;
    private const double MostGrowth = 3; // of time per byte, over sixteen times the length; noise alone gives two
    private const int Repeats = 7;

    private static readonly (string Name, Func<int, string> Make)[] Inputs =
    [
        ("A. A. A. in a line", size => Repeat("A. ", size)),
        ("spaces before a date", size => new string(' ', size) + "5 April 2017"),
        ("dateline without end", size => "LISBON, " + Repeat("PORTO/BRAGA, ", size) + "April 5 (AP) - Ships left."),
        ("datelines, a line each", size => Repeat("LISBON, April 5, 2017 (AP) - Ships left the old port.\n\n", size)),
        ("timestamps, a line each", size => Repeat("Updated 5 April 2017, 09:05 IST\n\n", size)),
        ("names in a byline", size => "By " + Repeat("Jane Doe and ", size)),
        ("digits and stops", size => Repeat("1.2.3.", size)),
    ];

    /// <summary>Hostile text of growing length: time per byte must not grow with it.</summary>
    public static int Hostile(TextWriter output)
    {
        var detector = new ChromeDetector();
        var finder = new DatelineFinder();
        var grows = false;
        output.WriteLine("input                      bytes      datelines ns/byte");
        foreach (var (name, make) in Inputs)
        {
            var perByte = new List<double>();
            for (var size = Smallest; size <= Largest; size *= 4)
            {
                var text = make(size);
                var page = Segment(PageOf(name, Encoding.UTF8.GetBytes(text), PageFormat.Text));
                var verdicts = detector.Detect(page, null, RepeatedBlocks.None, CancellationToken.None);
                perByte.Add(Best(() => finder.Find(page, verdicts, new DatelineContext())).TotalNanoseconds / text.Length);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {text.Length,9} {perByte[^1],12:0.000}"));
            }

            grows |= perByte[^1] > MostGrowth * perByte[0];
        }

        output.WriteLine(grows ? "time per byte grows with length" : "time per byte does not grow with length");
        return grows ? 1 : 0;
    }

    /// <summary>Median share of datelines in the time that a page's scrubbing takes.</summary>
    public static int Share(string folder, TextWriter output)
    {
        var scrubber = new Scrubber();
        var finder = new DatelineFinder();
        var shares = new List<double>();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var format = file.Replace(".gz", "", StringComparison.Ordinal).EndsWith(".html", StringComparison.Ordinal) ? PageFormat.Html : PageFormat.Text;
            var page = PageOf(Path.GetFileName(file), Read(file), format);
            var result = scrubber.Scrub(page);
            var whole = Best(() => scrubber.Scrub(page), 3);
            var part = Best(() => finder.Find(result.Page, result.Verdicts, new DatelineContext()), 3);
            shares.Add(part / whole);
        }

        shares.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{shares.Count} pages; share of datelines: median {shares[shares.Count / 2]:0.00 %}, nine in ten below {shares[shares.Count * 9 / 10]:0.00 %}, greatest {shares[^1]:0.00 %}"));
        return 0;
    }

    private static SegmentedPage Segment(Page page) => TextSegmenter.Segment(TextDecoder.Decode(page));

    private static Page PageOf(string name, byte[] payload, PageFormat format) =>
        new() { Capture = new CaptureIdentity(null, name, payload.Length, ""), Payload = payload, Format = format };

    private static TimeSpan Best(Action run, int repeats = Repeats)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            run();
            best = Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < best ? elapsed : best;
        }

        return best;
    }

    private static byte[] Read(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
        {
            return File.ReadAllBytes(file);
        }

        using var unzipped = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unzipped.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Repeat(string piece, int size) => string.Concat(Enumerable.Repeat(piece, size / piece.Length));
}
