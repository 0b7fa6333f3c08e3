using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArchiveScrub.Captures;
using ArchiveScrub.Provenance;

namespace ArchiveScrub;

/// <summary>
/// The records of a WET file (WARC 1.1, as Common Crawl writes them): a <c>warcinfo</c> record, and a <c>conversion</c>
/// record for each page. Each is a gzip member of its own, so that files of them can be joined end to end. Bytes depend
/// on capture, tool and options only.
/// </summary>
public static class WetRecord
{
    private const string WarcDate = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The record that a file begins with.</summary>
    /// <param name="capture">The capture whose pages the file holds.</param>
    /// <param name="tool">What made it.</param>
    /// <param name="date">The date of the capture's first record, where it has one.</param>
    public static byte[] Describe(CaptureIdentity capture, ManifestTool tool, DateTimeOffset? date)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentNullException.ThrowIfNull(tool);
        var fields = new StringBuilder();
        fields.Append(CultureInfo.InvariantCulture, $"software: {tool.Name}/{tool.Version}\r\n");
        fields.Append("format: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
        fields.Append(CultureInfo.InvariantCulture, $"isPartOf: {OneLine(capture.Name)}\r\ndescription: Clean text of the pages of a capture; SHA-256 of the capture {capture.Sha256}, rules {tool.RuleSet}\r\n");
        return Write("warcinfo", WarcinfoId(capture, tool), date, [], "application/warc-fields", Encoding.UTF8.GetBytes(fields.ToString()));
    }

    /// <summary>The record of a page's clean text. Its id is made of the manifest's digest, so that it is another one for each record of a capture.</summary>
    public static byte[] Convert(Page page, Manifest manifest, string cleanText)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(manifest);
        var headers = new List<(string Name, string? Value)>
        {
            ("WARC-Target-URI", page.TargetUri ?? FileUri(page.Record?.Path)),
            ("WARC-Refers-To", page.Record?.Id is { } id ? $"<{id}>" : null),
            ("WARC-Warcinfo-ID", $"<{WarcinfoId(page.Capture, manifest.Tool)}>"),
            ("WARC-Identified-Content-Language", manifest.Result.Language),
        };
        return Write("conversion", NameUuid.Urn(manifest.Digest!), page.CapturedAt, headers, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(cleanText));
    }

    /// <summary>
    /// The URI of a page of which nothing is known but its file in an archive: a conversion record must have one (WARC
    /// 1.1, <c>WARC-Target-URI</c>), and crawlers write <c>file:</c> for what came from a folder.
    /// </summary>
    private static string? FileUri(string? path) =>
        path is null ? null : "file:///" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));

    private static string WarcinfoId(CaptureIdentity capture, ManifestTool tool) =>
        NameUuid.Urn($"warcinfo {capture.Sha256} {tool.Version} {tool.RuleSet} {string.Join(' ', tool.Options)}");

    private static byte[] Write(string type, string id, DateTimeOffset? date, IEnumerable<(string Name, string? Value)> headers, string mediaType, byte[] block)
    {
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha1.AppendData(block);
        var digest = "sha1:" + DeclaredDigest.Base32(sha1.GetHashAndReset());
        var text = new StringBuilder("WARC/1.1\r\n");
        // The date is mandatory; a capture that names none gets the earliest there is.
        Append("WARC-Type", type);
        Append("WARC-Record-ID", $"<{id}>");
        Append("WARC-Date", (date ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString(WarcDate, CultureInfo.InvariantCulture));
        foreach (var (name, value) in headers)
        {
            Append(name, value);
        }

        Append("WARC-Block-Digest", digest);
        Append("Content-Type", mediaType);
        Append("Content-Length", block.Length.ToString(CultureInfo.InvariantCulture));
        text.Append("\r\n");
        return GzipMember.Compress([.. Encoding.UTF8.GetBytes(text.ToString()), .. block, .. "\r\n\r\n"u8]);

        void Append(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
            }
        }
    }

    /// <summary>What stands in a header must not end it.</summary>
    private static string OneLine(string value)
    {
        if (!value.Any(char.IsControl))
        {
            return value;
        }

        var line = new StringBuilder();
        foreach (var c in value)
        {
            line.Append(char.IsControl(c) ? Uri.HexEscape((char)(c & 0xFF)) : c.ToString());
        }

        return line.ToString();
    }
}
