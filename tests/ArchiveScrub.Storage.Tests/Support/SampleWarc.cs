using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ArchiveScrub.Storage.Tests;

/// <summary>WARC files of our own writing, and what is in those that are written of them.</summary>
internal static class SampleWarc
{
    /// <summary>A crawl of some pages, each with its request, and a few records that are no pages; a gzip member each.</summary>
    public static byte[] Crawl(int pages, bool compressed = true)
    {
        var records = new List<string> { Record("warcinfo", 0, "application/warc-fields", "software: crawler/1.0\r\n") };
        for (var i = 1; i <= pages; i++)
        {
            var uri = $"WARC-Target-URI: https://example.org/{i}\r\n";
            records.Add(Record("request", (2 * i) - 1, "application/http; msgtype=request", $"GET /{i} HTTP/1.1\r\n\r\n", uri));
            records.Add(i % 4 == 0
                ? Record("response", 2 * i, "application/http; msgtype=response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + Samples.Article("Not here"), uri)
                : Record("response", 2 * i, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Samples.Article($"Story number {i}"), uri));
        }

        return [.. records.SelectMany(record => compressed ? Gzip(record) : Encoding.UTF8.GetBytes(record))];
    }

    public static string Record(string type, int id, string mediaType, string block, string headers = "") => string.Create(
        CultureInfo.InvariantCulture,
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{id:D12}>\r\nWARC-Date: 2020-02-12T09:30:00Z\r\n{headers}Content-Type: {mediaType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n");

    public static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }

    public static string[] Lines(byte[] gzip)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The conversion records of a WET file: what they refer to, and their texts.</summary>
    public static async Task<List<(string Id, string? RefersTo, string Text)>> ReadWetAsync(byte[] wet)
    {
        using var stream = new MemoryStream(wet);
        var capture = await new CaptureReader().OpenAsync(stream, new CaptureDescription(null, "x.wet.gz"));
        var texts = new List<(string, string?, string)>();
        await foreach (var entry in capture.ReadAsync())
        {
            if (entry is PageEntry { Page: var page })
            {
                texts.Add((page.Record!.Id!, page.Record.RefersTo, Encoding.UTF8.GetString(page.Payload.Span)));
            }
        }

        return texts;
    }
}
