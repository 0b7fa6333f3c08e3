using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ArchiveScrub.Captures;

namespace ArchiveScrub.Tests.Captures.Warc;

/// <summary>Writes small WARC files, whole and broken ones.</summary>
internal sealed class WarcBuilder
{
    private readonly List<byte[]> _records = [];
    private int _count;

    /// <summary>Where each record begins in the plain file.</summary>
    public IReadOnlyList<byte[]> Records => _records;

    public static string Html(string marker) =>
        $"<!DOCTYPE html><html><head><title>{marker}</title></head><body><h1>The {marker} ferry sails again</h1><p>The {marker} ferry sails again from Monday, the harbour office said, after engineers had looked at the pier for three weeks and found nothing that would keep it closed.</p></body></html>";

    public static byte[] Http(string head, byte[] body) => [.. Encoding.UTF8.GetBytes(head.ReplaceLineEndings("\r\n")), .. "\r\n\r\n"u8, .. body];

    public static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return memory.ToArray();
    }

    public static string Sha1(byte[] bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(bytes);
        return "sha1:" + DeclaredDigest.Base32(hash.GetHashAndReset());
    }

    public WarcBuilder Warcinfo(string fields = "software: crawler/1.0\r\n") =>
        Record("warcinfo", "application/warc-fields", Encoding.UTF8.GetBytes(fields));

    public WarcBuilder Response(string uri, string html, string head = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", params string[] headers) =>
        Response(uri, Encoding.UTF8.GetBytes(html), head, headers);

    public WarcBuilder Response(string uri, byte[] body, string head = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", params string[] headers)
    {
        var block = Http(head, body);
        return Record("response", "application/http; msgtype=response", block, [$"WARC-Target-URI: {uri}", $"WARC-Payload-Digest: {Sha1(body)}", $"WARC-Block-Digest: {Sha1(block)}", .. headers]);
    }

    public WarcBuilder Record(string type, string? mediaType, byte[] block, params string[] headers)
    {
        _count++;
        var text = new StringBuilder("WARC/1.0\r\n");
        text.Append(CultureInfo.InvariantCulture, $"WARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{_count:000000000000}>\r\nWARC-Date: 2020-02-12T09:30:{_count % 60:00}Z\r\n");
        foreach (var header in headers)
        {
            text.Append(header).Append("\r\n");
        }

        text.Append(mediaType is null ? "" : $"Content-Type: {mediaType}\r\n").Append(CultureInfo.InvariantCulture, $"Content-Length: {block.Length}\r\n\r\n");
        return Raw([.. Encoding.UTF8.GetBytes(text.ToString()), .. block, .. "\r\n\r\n"u8]);
    }

    public WarcBuilder Raw(byte[] record)
    {
        _records.Add(record);
        return this;
    }

    public WarcBuilder Raw(string record) => Raw(Encoding.UTF8.GetBytes(record.ReplaceLineEndings("\r\n")));

    public byte[] Plain() => [.. _records.SelectMany(static r => r)];

    public byte[] Gzipped() => [.. _records.SelectMany(Gzip)];
}
