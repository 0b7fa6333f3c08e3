using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ArchiveScrub.Storage.Tests;

/// <summary>ZIP archives and WACZ files, written by the framework, not by us.</summary>
internal static class SampleArchive
{
    /// <summary>An archive of files, deflated.</summary>
    public static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Pages, with a picture and a WARC among them.</summary>
    public static byte[] Site(int pages) => Zip([
        .. Enumerable.Range(1, pages).Select(static i => (string.Create(CultureInfo.InvariantCulture, $"site/{i:00}.html"), Encoding.UTF8.GetBytes(Samples.Article($"Page number {i}")))),
        ("site/photo.jpg", Samples.Jpeg),
        ("site/crawl.warc.gz", SampleWarc.Crawl(3)),
        ("site/last.txt", Encoding.UTF8.GetBytes(Samples.Sentence)),
    ]);

    /// <summary>Crawls, each in a WARC of its own, all as listed but the second and one that is missing; with a list of pages.</summary>
    public static byte[] Wacz(params byte[][] crawls)
    {
        var names = crawls.Select(static (_, i) => string.Create(CultureInfo.InvariantCulture, $"archive/{i}.warc.gz")).ToArray();
        var listed = crawls.Select((crawl, i) => new { path = names[i], hash = Hash(i == 1 ? crawls[0] : crawl), bytes = crawl.Length })
            .Append(new { path = "archive/missing.warc.gz", hash = Hash([]), bytes = 1 });
        var package = JsonSerializer.SerializeToUtf8Bytes(new { wacz_version = "1.1.1", resources = listed });
        return Zip([
            .. crawls.Select((crawl, i) => (names[i], crawl)),
            ("pages/pages.jsonl", "{\"url\":\"https://example.org/2\",\"title\":\"By the list\"}\n"u8.ToArray()),
            ("datapackage.json", package),
            ("datapackage-digest.json", JsonSerializer.SerializeToUtf8Bytes(new { path = "datapackage.json", hash = Hash(package) })),
        ]);
    }

    private static string Hash(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
