using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Tests.Captures.Warc;
using ArchiveScrub.Tests.Captures.Zip;

namespace ArchiveScrub.Tests.Captures.Wacz;

/// <summary>Writes WACZ files after WACZ 1.1.1, whole ones and ones with something wrong.</summary>
internal sealed record WaczBuilder
{
    public static WarcBuilder Harbour { get; } = new WarcBuilder().Warcinfo()
        .Response("https://example.org/first", WarcBuilder.Html("First"))
        .Response("https://example.org/second", WarcBuilder.Html("Second"));

    public static WarcBuilder Pier { get; } = new WarcBuilder().Warcinfo()
        .Response("https://example.org/third", WarcBuilder.Html("Third"));

    public ZipMember[] Archives { get; init; } =
    [
        new("archive/harbour.warc.gz", Harbour.Gzipped()),
        new("archive/pier.warc", Pier.Plain()) { IsDeflated = true },
    ];

    public string PageList { get; init; } =
        """
        {"format":"json-pages-1.0","id":"pages","title":"All Pages"}
        {"id":"p-1","url":"https://example.org/first","ts":"2020-02-12T09:30:02Z","title":"First by the list"}
        {"id":"p-9","url":"https://example.org/first","ts":"2019-01-01T00:00:00Z","title":"An older one"}
        not a line of JSON
        {"id":"p-2","url":"https://example.org/second","ts":"2020-02-12T09:30:03Z","nested":{"url":"https://example.org/first"}}

        """;

    public bool HasPackage { get; init; } = true;

    public bool HasDigest { get; init; } = true;

    public bool IsSigned { get; init; } = true;

    /// <summary>Changes the declared digest of a file.</summary>
    public string? WrongHashOf { get; init; }

    /// <summary>Changes the declared size of a file.</summary>
    public string? WrongSizeOf { get; init; }

    /// <summary>Lists a file that is not there.</summary>
    public string? Missing { get; init; }

    public bool IsPackageChanged { get; init; }

    public byte[] Build()
    {
        List<ZipMember> files = [.. Archives, new ZipMember("indexes/index.cdx.gz", WarcBuilder.Gzip("org,example)/ 2020"u8.ToArray())), new ZipMember("pages/pages.jsonl", Encoding.UTF8.GetBytes(PageList)) { IsDeflated = true }];
        if (HasPackage)
        {
            var package = Package(files);
            files.Add(new ZipMember("datapackage.json", IsPackageChanged ? [.. package, (byte)' '] : package) { IsDeflated = true });
            if (HasDigest)
            {
                files.Add(new ZipMember("datapackage-digest.json", Digest(package)));
            }
        }

        return ZipBuilder.Build([.. files], "");
    }

    private byte[] Package(IEnumerable<ZipMember> files) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        profile = "data-package",
        wacz_version = "1.1.1",
        resources = files.Append(Missing is null ? null : new ZipMember(Missing, [])).OfType<ZipMember>().Select(file => new
        {
            name = file.Name[(file.Name.LastIndexOf('/') + 1)..],
            path = file.Name,
            hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(file.Name == WrongHashOf ? [.. file.Content, 0] : file.Content)),
            bytes = file.Content.Length + (file.Name == WrongSizeOf ? 1 : 0),
        }).ToArray(),
    });

    private byte[] Digest(byte[] package)
    {
        var hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(package));
        return IsSigned
            ? JsonSerializer.SerializeToUtf8Bytes(new { path = "datapackage.json", hash, signedData = new { hash, signature = "c2lnbmVk", publicKey = "a2V5" } })
            : JsonSerializer.SerializeToUtf8Bytes(new { path = "datapackage.json", hash });
    }
}
