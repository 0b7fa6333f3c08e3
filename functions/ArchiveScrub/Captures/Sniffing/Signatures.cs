using System.Text;

namespace ArchiveScrub.Captures.Sniffing;

/// <summary>The file formats that are known by their first bytes. The first match counts, so the narrower stand first.</summary>
internal static class Signatures
{
    public static readonly Signature[] All =
    [
        // Containers that hold pages, or may.
        new("a WARC file", "WARC/"u8.ToArray(), Family: ContentFamily.Container, More: "."u8.ToArray(), MoreOffset: 6) { Format = CaptureFormat.Warc, MediaType = "application/warc" },
        new("an ARC file", "filedesc://"u8.ToArray(), Family: ContentFamily.Container) { Format = CaptureFormat.Warc, MediaType = "application/x-arc" },
        new("a gzip file", [0x1F, 0x8B], Family: ContentFamily.Container) { Format = CaptureFormat.Warc, MediaType = "application/gzip" },
        new("a Zstandard file", [0x28, 0xB5, 0x2F, 0xFD], Family: ContentFamily.Container),
        new("a ZIP archive", [.. "PK"u8, 3, 4], Family: ContentFamily.Container) { Format = CaptureFormat.Zip, MediaType = "application/zip" },
        new("an empty ZIP archive", [.. "PK"u8, 5, 6]),

        // Images.
        new("a JPEG image", [0xFF, 0xD8, 0xFF]),
        new("a PNG image", [0x89, .. "PNG"u8]),
        new("a GIF image", "GIF87a"u8.ToArray()),
        new("a GIF image", "GIF89a"u8.ToArray()),
        new("a WebP image", "RIFF"u8.ToArray(), More: "WEBP"u8.ToArray(), MoreOffset: 8),
        new("a BMP image", "BM"u8.ToArray(), More: [0, 0, 0, 0], MoreOffset: 6),
        new("a TIFF image", [.. "II*"u8, 0]),
        new("a TIFF image", [.. "MM"u8, 0, .. "*"u8]),
        new("an icon", [0, 0, 1, 0]),
        new("a cursor", [0, 0, 2, 0]),
        new("an AVIF image", "ftypavi"u8.ToArray(), 4),
        new("a HEIF image", "ftyphe"u8.ToArray(), 4),
        new("a HEIF image", "ftypmif1"u8.ToArray(), 4),
        new("a JPEG 2000 image", [0, 0, 0, 12, .. "jP  "u8]),
        new("a JPEG XL image", [0, 0, 0, 12, .. "JXL "u8]),
        new("a JPEG XL image", [0xFF, 0x0A]),
        new("a Photoshop image", [.. "8BPS"u8, 0]),
        new("a DjVu document", "AT&TFORM"u8.ToArray()),

        // Sound and film.
        new("an MP4 or QuickTime film", "ftyp"u8.ToArray(), 4),
        new("a QuickTime film", "moov"u8.ToArray(), 4, More: [0], MoreOffset: 0),
        new("an MP3 sound", [.. "ID3"u8, 2]),
        new("an MP3 sound", [.. "ID3"u8, 3]),
        new("an MP3 sound", [.. "ID3"u8, 4]),
        new("an MP3 sound", [0xFF, 0xFB]),
        new("an MP3 sound", [0xFF, 0xF3]),
        new("an MP3 sound", [0xFF, 0xF2]),
        new("an Ogg file", [.. "OggS"u8, 0]),
        new("a FLAC sound", [.. "fLaC"u8, 0]),
        new("a WAVE sound", "RIFF"u8.ToArray(), More: "WAVE"u8.ToArray(), MoreOffset: 8),
        new("an AVI film", "RIFF"u8.ToArray(), More: "AVI "u8.ToArray(), MoreOffset: 8),
        new("an AIFF sound", "FORM"u8.ToArray(), More: "AIF"u8.ToArray(), MoreOffset: 8),
        new("a MIDI file", [.. "MThd"u8, 0]),
        new("a Matroska or WebM film", [0x1A, 0x45, 0xDF, 0xA3]),
        new("an MPEG film", [0, 0, 1, 0xBA]),
        new("an MPEG film", [0, 0, 1, 0xB3]),
        new("a Flash film", [.. "FLV"u8, 1]),
        new("a Windows Media file", [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]),
        new("a Flash program", "FWS"u8.ToArray(), More: [0], MoreOffset: 7),
        new("a Flash program", "CWS"u8.ToArray(), More: [0], MoreOffset: 7),

        // Documents.
        new("a PDF document", "%PDF-"u8.ToArray()),
        new("a PostScript document", "%!PS"u8.ToArray()),
        new("an RTF document", @"{\rtf"u8.ToArray()),
        new("an OLE document (Word, Excel, PowerPoint or Outlook)", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),

        // Fonts.
        new("a WOFF font", [.. "wOFF"u8, 0]),
        new("a WOFF font", "wOFF"u8.ToArray(), More: [0, 0], MoreOffset: 14),
        new("a WOFF2 font", "wOF2"u8.ToArray(), More: [0, 0], MoreOffset: 14),
        new("a TrueType font", [0, 1, 0, 0, 0]),
        new("a TrueType font", [.. "true"u8, 0]),
        new("an OpenType font", [.. "OTTO"u8, 0]),
        new("a font collection", [.. "ttcf"u8, 0]),

        // Archives, programs, data.
        new("a bzip2 file", "BZh"u8.ToArray(), More: "1AY&SY"u8.ToArray(), MoreOffset: 4),
        new("an xz file", [0xFD, .. "7zXZ"u8, 0]),
        new("a 7z archive", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C]),
        new("a RAR archive", [.. "Rar!"u8, 0x1A, 7]),
        new("a tar archive", "ustar"u8.ToArray(), 257),
        new("an ELF program", [0x7F, .. "ELF"u8]),
        new("a Windows program", "MZ"u8.ToArray(), More: [0], MoreOffset: 5),
        new("a Mach-O program", [0xCF, 0xFA, 0xED, 0xFE]),
        new("a Mach-O program", [0xCE, 0xFA, 0xED, 0xFE]),
        new("Java or Mach-O code", [0xCA, 0xFE, 0xBA, 0xBE]),
        new("WebAssembly code", [0, .. "asm"u8]),
        new("an SQLite database", [.. "SQLite format 3"u8, 0]),
        new("a Parquet file", "PAR1"u8.ToArray(), More: [0x15], MoreOffset: 4),
    ];

    // What a ZIP archive is for stands in the names of its first entries.
    private static readonly (byte[] Mark, string Name)[] ZipMarks =
    [
        ("mimetypeapplication/epub+zip"u8.ToArray(), "an EPUB book"),
        ("mimetypeapplication/vnd.oasis"u8.ToArray(), "an OpenDocument file"),
        ("word/"u8.ToArray(), "a Word document (OOXML)"),
        ("xl/"u8.ToArray(), "an Excel workbook (OOXML)"),
        ("ppt/"u8.ToArray(), "a PowerPoint presentation (OOXML)"),
        ("[Content_Types].xml"u8.ToArray(), "an Office document (OOXML)"),
        ("AndroidManifest.xml"u8.ToArray(), "an Android program"),
        ("META-INF/MANIFEST.MF"u8.ToArray(), "a Java archive"),
    ];

    /// <summary>The format whose signature the bytes bear; null where there is none.</summary>
    public static Content? Find(ReadOnlySpan<byte> head)
    {
        foreach (var signature in All)
        {
            if (signature.Matches(head))
            {
                return signature.Bytes is [(byte)'P', (byte)'K', 3, 4] && ZipContent(head) is { } name
                    ? new Content(ContentFamily.Binary, name)
                    : new Content(signature.Family, signature.Name) { Format = signature.Format, MediaType = signature.MediaType };
            }
        }

        if (IsDamagedWarc(head))
        {
            return new Content(ContentFamily.Container, "a WARC file") { Format = CaptureFormat.Warc, MediaType = "application/warc" };
        }

        return IsMhtml(head) ? new Content(ContentFamily.Container, "an MHTML file") { Format = CaptureFormat.Mhtml, MediaType = "multipart/related" } : null;
    }

    /// <summary>A short line that is damaged, and then what only a WARC record has.</summary>
    private static bool IsDamagedWarc(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, 16)].IndexOf("\nWARC-"u8) > 0;

    private static string? ZipContent(ReadOnlySpan<byte> head)
    {
        foreach (var (mark, name) in ZipMarks)
        {
            if (head.IndexOf(mark) >= 0)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>A mail header (RFC 2557) that says <c>multipart</c>, or, of a page without pictures, how it is encoded and where it is from.</summary>
    private static bool IsMhtml(ReadOnlySpan<byte> head)
    {
        var colon = head.IndexOf((byte)':');
        if (colon is < 2 or > 40 || head[..colon].ContainsAnyExcept(MailHeaderName))
        {
            return false;
        }

        var header = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 4096)]).ReplaceLineEndings("\n");
        var end = header.IndexOf("\n\n", StringComparison.Ordinal);
        header = "\n" + (end < 0 ? header : header[..end]);
        return header.Contains("\nMIME-Version:", StringComparison.OrdinalIgnoreCase)
            && (header.Contains("multipart/", StringComparison.OrdinalIgnoreCase)
                || (header.Contains("\nContent-Transfer-Encoding:", StringComparison.OrdinalIgnoreCase) && header.Contains("Content-Location:", StringComparison.OrdinalIgnoreCase)));
    }

    private static readonly System.Buffers.SearchValues<byte> MailHeaderName =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);
}
