using System.Text;

namespace ArchiveScrub.Tests.Captures.Mhtml;

/// <summary>Writes MHTML files as browsers do. Line ends are CRLF.</summary>
internal static class MhtmlBuilder
{
    public const string Document = "<!DOCTYPE html><html><head><title>Harbour news</title></head><body><h1>Harbour news</h1><p>The café at the pier costs €2 more = the ferry runs again.</p></body></html>";

    public const string Picture = "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a.png\r\n\r\niVBORw0KGgo=\r\n";

    /// <summary>A file of parts, each with its boundary line in front; the boundary is <c>b</c>.</summary>
    public static byte[] File(string parts, string parameters = "", string headers = "", string subtype = "related", string end = "--b--\r\n") =>
        Encoding.Latin1.GetBytes(
            "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/harbour\r\nSubject: Harbour\r\nDate: Fri, 12 Feb 2021 10:15:30 +0200\r\n" + headers
            + $"MIME-Version: 1.0\r\nContent-Type: multipart/{subtype};\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"{parameters}\r\n\r\n\r\n{parts}{end}");

    public static string Part(string html, string encoding = "8bit", string charset = "utf-8", string headers = "Content-Location: https://example.org/harbour\r\n", string type = "text/html") =>
        $"--b\r\nContent-Type: {type}; charset=\"{charset}\"\r\nContent-Transfer-Encoding: {encoding}\r\n{headers}\r\n{Encode(CharsetEncoder.Encode(html, charset), encoding)}\r\n";

    private static string Encode(byte[] bytes, string encoding) => encoding switch
    {
        "base64" => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks),
        "quoted-printable" => QuotedPrintable(bytes),
        _ => Encoding.Latin1.GetString(bytes),
    };

    private static string QuotedPrintable(byte[] bytes)
    {
        var text = new StringBuilder();
        var column = 0;
        foreach (var b in bytes)
        {
            var code = b is >= 33 and <= 126 and not (byte)'=' or (byte)' ' ? ((char)b).ToString() : $"={b:X2}";
            if (column + code.Length > 75)
            {
                text.Append("=\r\n");
                column = 0;
            }

            text.Append(code);
            column += code.Length;
        }

        return text.ToString();
    }
}
