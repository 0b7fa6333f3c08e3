using System.Text;

namespace ArchiveScrub.Tests.BadInputs;

/// <summary>
/// What captures bring that nobody wants: broken, hostile, enormous or mislabelled. Each is named, and made when it is
/// asked for.
/// </summary>
internal static class BadPages
{
    private const string Prose = "The ferry to the islands runs again from Monday, the harbour office said, after engineers had looked at the pier for three weeks and found nothing that would keep it closed.";

    /// <summary>Pages that must give a result.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> Readable { get; } = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["100,000 nested div"] = static () => Html(Repeat("<div>", 100_000) + Prose),
        ["100,000 nested div, closed"] = static () => Html(Repeat("<div>", 100_000) + Prose + Repeat("</div>", 100_000)),
        ["2,000 misnested list items"] = static () => Html(Repeat("<li><a>x</p>", 2_000) + Prose),
        ["20,000 open formatting elements"] = static () => Html(Repeat("<b><i><font size=1>", 20_000) + Prose),
        ["20,000 tables in tables"] = static () => Html(Repeat("<table><tr><td>", 20_000) + Prose),
        ["50,000 open select and option"] = static () => Html("<p>" + Prose + "</p>" + Repeat("<select><option>x", 50_000)),
        ["20 MB attribute"] = static () => Html("<p>" + Prose + "</p><a title=\"" + new string('x', 20_000_000) + "\">link</a>"),
        ["20 MB attribute that never ends"] = static () => Html("<p>" + Prose + "</p><a title=\"" + new string('x', 20_000_000)),
        ["100,000 attributes"] = static () => Html("<p>" + Prose + "</p><a " + string.Concat(Enumerable.Range(0, 100_000).Select(static i => $"a{i}=1 ")) + ">link</a>"),
        ["5 MB comment"] = static () => Html("<!--" + new string('-', 5_000_000) + "--><p>" + Prose),
        ["comment that never ends"] = static () => Html("<p>" + Prose + "</p><!-- and the rest is gone"),
        ["100,000 comment openings"] = static () => Html("<p>" + Prose + "</p>" + Repeat("<!--", 100_000)),
        ["script that never ends"] = static () => Html("<p>" + Prose + "</p><script>var a = '</p>'; " + Repeat("x = 1;", 10_000)),
        ["title that never ends"] = static () => Html("<p>" + Prose + "</p><title>and so on"),
        ["textarea that never ends"] = static () => Html("<p>" + Prose + "</p><textarea>and so on"),
        ["200,000 open angle brackets"] = static () => Html("<p>" + Prose + "</p>" + Repeat("<", 200_000)),
        ["200,000 end tags"] = static () => Html("<p>" + Prose + "</p>" + Repeat("</x>", 200_000)),
        ["200,000 ampersands"] = static () => Html("<p>" + Prose + "</p><p>" + Repeat("&am", 200_000)),
        ["numeric references that are no characters"] = static () => Html("<p>" + Prose + " &#0; &#xD800; &#xDFFF; &#x110000; &#99999999999; &#xFFFE; &#128; &#x;</p>"),
        ["controls and non-characters"] = static () => Html("<p>\0\u0001\u001B\u007F\u0085\uFFFE\uFFFF " + Prose + "\0</p>"),
        ["UTF-8 that is windows-1252"] = static () => [.. "<meta charset=utf-8><p>"u8, .. Encoding.UTF8.GetBytes(Prose), .. " caf"u8, 0xE9, .. " na"u8, 0xEF, .. "ve "u8, 0x93, .. "so"u8, 0x94, .. "</p>"u8],
        ["charsets mixed by paragraph"] = static () => [.. "<meta charset=utf-8><p>"u8, .. Encoding.UTF8.GetBytes(Prose + " né"), .. "</p><p>caf"u8, 0xE9, .. "</p>"u8],
        ["multibyte sequence cut at the end"] = static () => [.. Encoding.UTF8.GetBytes("<p>Naïve café — " + Prose), 0xE2, 0x82],
        ["surrogates and overlong forms in UTF-8"] = static () => [.. Encoding.UTF8.GetBytes("<p>" + Prose), 0xED, 0xA0, 0x80, 0xC0, 0xAF, 0xF5, 0x80, 0x80, 0x80, 0xFF],
        ["UTF-16 with an odd byte"] = static () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<p>" + Prose + "</p>"), 0x41],
        ["UTF-16 with lone surrogates"] = static () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<p>" + Prose), 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC],
        ["UTF-32 with a mark"] = static () => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("<p>" + Prose + "</p>")],
        ["UTF-16 without a mark"] = static () => Encoding.Unicode.GetBytes("<html><body><p>" + Prose + "</p></body></html>"),
        ["UTF-7 declared"] = static () => Html("<meta charset=utf-7><p>+ADw-script+AD4- " + Prose + "</p>"),
        ["nonsense charset"] = static () => Html("<meta charset=x-nonsense><p>" + Prose + "</p>"),
        ["charset after 1024 bytes"] = static () => Html("<!--" + new string(' ', 2000) + "--><meta charset=koi8-r><p>" + Prose + "</p>"),
        ["two charsets that contradict"] = static () => Html("<meta charset=utf-8><meta http-equiv=content-type content='text/html; charset=shift_jis'><p>" + Prose + "</p>"),
        ["ISO-2022-JP that never returns to ASCII"] = static () => [.. "<meta charset=iso-2022-jp><p>"u8, .. Encoding.ASCII.GetBytes(Prose), 0x1B, .. "$B"u8, .. "!!!!"u8],
        ["bidirectional controls and zero widths"] = static () => Html("<p>\u202E\u2066" + Prose + "\u2069\u202C\u200B\u200D\u2060</p>"),
        ["500,000 combining marks"] = static () => Html("<p>" + Prose + " a" + Repeat("\u0301\u0323", 250_000) + "</p>"),
        ["look-alike menu"] = static () => Html("<ul><li>Ноmе<li>Аbоut<li>Соntасt</ul><p>" + Prose + "</p><p>" + Prose + "</p>"),
        ["entities that expand"] = static () => Html("<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><html><body><p>&c; " + Prose + "</p></body></html>"),
        ["external DTD"] = static () => Html("<!DOCTYPE html SYSTEM \"http://192.0.2.1/x.dtd\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><p>&x; " + Prose + "</p></body></html>"),
        ["XHTML with CDATA"] = static () => Html("<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p><![CDATA[a < b]]> " + Prose + "</p><br/></body></html>"),
        ["1 MB of one letter"] = static () => Html("<p>" + new string('a', 1_000_000) + "!</p><p>" + Prose + "</p>"),
        ["200,000 blanks before a date"] = static () => Html("<p>" + Prose + "</p><p>" + new string('\u00A0', 200_000) + "12.02.2020</p>"),
        ["dateline of 1 MB"] = static () => Html("<p>" + Repeat("WASHINGTON, ", 90_000) + "Feb. 12 (AP) — " + Prose + "</p>"),
        ["dateline with a day that does not exist"] = static () => Html("<h1>Ferry runs again after three weeks</h1><p>WASHINGTON, Feb. 30 (AP) — " + Prose + "</p><p>" + Prose + "</p>"),
        ["100,000 numbers"] = static () => Html("<p>" + Prose + "</p><p>" + Repeat("12.02 ", 100_000) + "</p>"),
        ["100,000 quotation marks"] = static () => Html("<p>" + Prose + "</p><p>" + Repeat("\"“(", 100_000) + "</p>"),
        ["frameset"] = static () => Html("<html><frameset cols='20%,80%'><frame src=a><frame src=b><noframes><body><p>" + Prose + "</p></body></noframes></frameset></html>"),
        ["SVG dressed as HTML"] = static () => Html("<html><body><svg><script>alert(1)</script><text>label</text></svg><p>" + Prose + "</p></body></html>"),
        ["10,000 datelines"] = static () => Html(Repeat("<p>PARIS, Feb 12 (Reuters) - " + Prose + "</p>", 10_000)),
        ["100,000 short blocks"] = static () => Html(Repeat("<li>Menu</li>", 100_000) + "<p>" + Prose + "</p>"),
        ["50,000 links in a row"] = static () => Html("<p>" + Prose + "</p>" + Repeat("<a href=x>Read more</a> ", 50_000)),
        ["JSON-LD nested 10,000 deep"] = static () => Html("<script type='application/ld+json'>" + Repeat("{\"a\":[", 10_000) + "</script><p>" + Prose + "</p>"),
        ["JSON-LD with a date of 1 MB"] = static () => Html("<script type='application/ld+json'>{\"datePublished\":\"" + new string('1', 1_000_000) + "\"}</script><p>" + Prose + "</p>"),
        ["text with every line end"] = static () => Encoding.UTF8.GetBytes(Prose + "\r\n" + Prose + "\r" + Prose + "\n" + Prose + "\u2028" + Prose + "\u0085" + Prose),
        ["text of 300,000 lines"] = static () => Encoding.UTF8.GetBytes(Repeat("a\n", 300_000) + Prose),
        ["text of one line of 5 MB"] = static () => Encoding.UTF8.GetBytes(Repeat(Prose + " ", 30_000)),
        ["text with NUL in every second place"] = static () => Encoding.UTF8.GetBytes(string.Join('\0', Repeat(Prose + "\n", 20).ToCharArray())),
    };

    private static byte[] Html(string html) => Encoding.UTF8.GetBytes(html);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
