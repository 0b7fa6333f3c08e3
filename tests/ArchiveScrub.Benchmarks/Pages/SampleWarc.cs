using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ArchiveScrub.Benchmarks.Pages;

/// <summary>WARC files of pages that are made up: each with its request, digests as crawlers write them, a gzip member a record.</summary>
internal static class SampleWarc
{
    private static readonly int[] Kilobytes = [8, 20, 45, 90, 30, 15, 160, 60];

    /// <summary>A compressed WARC, and the size that it unpacks to.</summary>
    /// <param name="size">How many bytes it unpacks to, at least.</param>
    public static (byte[] Warc, long Size) Compressed(long size)
    {
        var pages = Kilobytes.Select(static kilobytes => SamplePage.Html(kilobytes * 1000)).ToArray();
        using var warc = new MemoryStream();
        var written = Write(warc, "warcinfo", 0, "application/warc-fields", "software: sample\r\n"u8, "");
        for (var i = 1; written < size; i++)
        {
            var page = pages[i % pages.Length];
            var uri = string.Create(CultureInfo.InvariantCulture, $"WARC-Target-URI: https://example.org/{i}\r\n");
            byte[] response = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: sample\r\n\r\n"u8, .. page];
            written += Write(warc, "request", 2 * i, "application/http; msgtype=request", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET /{i} HTTP/1.1\r\nHost: example.org\r\n\r\n")), uri);
            written += Write(warc, "response", (2 * i) + 1, "application/http; msgtype=response", response, $"{uri}WARC-Block-Digest: sha1:{Sha1(response)}\r\nWARC-Payload-Digest: sha1:{Sha1(page)}\r\n");
        }

        return (warc.ToArray(), written);
    }

    private static int Write(MemoryStream warc, string type, int id, string mediaType, ReadOnlySpan<byte> block, string headers)
    {
        var header = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{id:D12}>\r\nWARC-Date: 2021-03-02T16:20:00Z\r\n{headers}Content-Type: {mediaType}\r\nContent-Length: {block.Length}\r\n\r\n"));
        using var gzip = new GZipStream(warc, CompressionLevel.Optimal, leaveOpen: true);
        gzip.Write(header);
        gzip.Write(block);
        gzip.Write("\r\n\r\n"u8);
        return header.Length + block.Length + 4;
    }

    private static string Sha1(byte[] bytes) => Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes));
}
