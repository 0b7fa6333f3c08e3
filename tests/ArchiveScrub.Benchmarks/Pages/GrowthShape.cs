using System.Text;

namespace ArchiveScrub.Benchmarks.Pages;

/// <summary>A page that can be made in any size, shaped to be as bad as it gets for something.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Format">Whether it is HTML or text.</param>
/// <param name="Make">Makes one of about so many bytes.</param>
internal sealed record GrowthShape(string Name, PageFormat Format, Func<int, byte[]> Make)
{
    private const string Sentence = "The old harbour of Merrow was quiet in the morning. ";

    /// <summary>All shapes.</summary>
    public static IReadOnlyList<GrowthShape> All { get; } =
    [
        new("a page of articles", PageFormat.Html, SamplePage.Html),
        Html("tiny paragraphs", "<p>Merrow.</p>\n"),
        Html("links in a row", "<a href=\"/a\">Harbour</a> "),
        Html("list of links", "<li><a href=\"/a\">Harbour news</a></li>\n", "<ul>", "</ul>"),
        Html("one giant paragraph", Sentence, "<p>", "</p>"),
        Html("one giant pre", Sentence + "\n", "<pre>", "</pre>"),
        Html("line breaks in one div", Sentence + "<br>", "<div>", "</div>"),
        Html("inline tags", "<b>Merrow</b> <i>harbour</i> ", "<p>", "</p>"),
        Html("table cells in rows", "<tr><td>Merrow</td><td>12</td><td>quiet</td></tr>\n", "<table>", "</table>"),
        Html("table cells in one row", "<td>Merrow</td>", "<table><tr>", "</tr></table>"),
        Html("many tables", "<table><tr><td>Merrow</td><td>12</td></tr></table>\n"),
        new("deep divs", PageFormat.Html, static size => Page(Repeat("<div>", size / 11 * 5) + Sentence + Repeat("</div>", size / 11 * 6))),
        Html("many deep branches", Repeat("<div>", 60 * 5) + Sentence + Repeat("</div>", 60 * 6) + "\n"),
        Html("unclosed divs", "<div>Merrow "),
        Html("unclosed inline tags", "<b>Merrow <i>"),
        Html("unclosed list items", "<li>Merrow ", "<ul>", ""),
        Html("end tags without start", "</div>Merrow</p> "),
        new("one huge attribute", PageFormat.Html, static size => Page("<p title=\"" + Repeat(Sentence, size) + "\">Merrow.</p>")),
        Html("many attributes", "a=\"b\" ", "<p ", ">Merrow.</p>"),
        Html("many classes", "item-x ", "<div class=\"", "\"><p>Merrow.</p></div>"),
        Html("comments", "<!-- Merrow --> "),
        new("one huge script", PageFormat.Html, static size => Page("<script>" + Repeat("if (a < b) { c(\"<p>\"); }\n", size) + "</script><p>Merrow.</p>")),
        Html("character references", "&amp;&eacute;&#8212; "),
        Html("open angle brackets", "< "),
        new("no markup at all", PageFormat.Html, static size => Encoding.UTF8.GetBytes(Repeat(Sentence, size))),
        Html("bytes that are no UTF-8", "<p>Caf\u00e9 \u00fcber \u00f1</p>\n", encoding: Encoding.Latin1, head: ""),
        Html("Chinese", "<p>港口今天早上很安静。</p>\n"),
        new("text of articles", PageFormat.Text, SamplePage.Text),
        Text("short lines of text", "Merrow\n"),
        Text("short paragraphs of text", "Merrow harbour.\n\n"),
        Text("one huge line of text", Sentence),
        Text("wrapped text", Sentence + "\n"),
        Text("list items of text", "- Merrow harbour\n"),
        Text("columns of text", "Merrow      12      quiet\n"),
        Text("one huge word of text", "merrow"),
        Text("blank lines of text", "\n"),
        Text("datelines of text", "MERROW, March 2, 2021 (Northwire) - Ships left the old port.\n\n"),
    ];

    private static GrowthShape Html(string name, string piece, string before = "", string after = "", Encoding? encoding = null, string head = "<meta charset=\"utf-8\">") =>
        new(name, PageFormat.Html, size => Page(before + Repeat(piece, size, encoding) + after, encoding, head));

    private static GrowthShape Text(string name, string piece) => new(name, PageFormat.Text, size => Encoding.UTF8.GetBytes(Repeat(piece, size)));

    private static byte[] Page(string body, Encoding? encoding = null, string head = "<meta charset=\"utf-8\">") =>
        (encoding ?? Encoding.UTF8).GetBytes($"<!DOCTYPE html><html><head>{head}<title>Merrow</title></head><body>{body}</body></html>");

    /// <summary>A piece as often as it fits into a size in bytes.</summary>
    private static string Repeat(string piece, int size, Encoding? encoding = null) =>
        new StringBuilder().Insert(0, piece, Math.Max(1, size / (encoding ?? Encoding.UTF8).GetByteCount(piece))).ToString();
}
