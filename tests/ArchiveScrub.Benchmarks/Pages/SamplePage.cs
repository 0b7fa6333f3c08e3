using System.Globalization;
using System.Text;

namespace ArchiveScrub.Benchmarks.Pages;

/// <summary>Pages with the shape of real ones, of any size: head, menus, an article with lists, tables, captions and teasers, comments, footer.</summary>
internal static class SamplePage
{
    private const uint Seed = 20200212;

    /// <summary>An HTML page of at least so many bytes, and at most one section more.</summary>
    public static byte[] Html(int bytes)
    {
        var words = new Words(Seed);
        var page = new StringBuilder(bytes + 8192);
        var title = words.Label();
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{{title}} | The Morning Tide</title>
            <meta property="og:title" content="{{title}}"><meta name="author" content="Ida {{words.Name()}}">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"{{title}}","datePublished":"2021-03-02T16:20:00+00:00"}</script>
            <style>.menu li { display: inline-block; margin: 0 8px } .share { color: #369 }</style>
            <script>window.settings = { "pages": [1, 2, 3], "track": function (a, b) { return a < b && b > 0; } };</script></head>
            <body class="page article-page"><a class="skip" href="#main">Skip to main content</a>
            <div id="consent" class="cookie-banner"><p>We and our partners store cookies on your device.</p><button>Accept all</button><button>Settings</button></div>
            <header class="site-header"><nav class="menu main-menu"><ul>
            """);
        Items(page, words, 14);
        page.Append("</ul></nav><form class=\"search\"><input type=\"text\" name=\"q\"><button>Search</button></form></header>\n<main id=\"main\">\n<article>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1><p class=\"byline\">By Ida {words.Name()} <time datetime=\"2021-03-02T16:20\">2 March 2021, 16:20</time></p>\n");
        page.Append("<div class=\"share\"><a href=\"#\">Share on Facebook</a><a href=\"#\">Share on Twitter</a><span>48 shares</span></div>\n<p>MERROW, March 2 (Northwire) - ");
        page.Append(words.Paragraph()).Append("</p>\n");
        while (page.Length < bytes - 2500)
        {
            Section(page, words);
        }

        page.Append("</article></main>\n<aside class=\"related\"><h2>Related stories</h2><ul>");
        Items(page, words, 8);
        page.Append("</ul></aside>\n<section class=\"comments\"><h2>Comments</h2><div class=\"comment\"><b>tidewatcher</b><p>");
        page.Append(words.Sentence()).Append("</p><a>Reply</a></div></section>\n<footer class=\"site-footer\"><ul>");
        Items(page, words, 10);
        page.Append("</ul><p>© 2021 The Morning Tide. All rights reserved.</p><a>Terms of use</a> <a>Privacy policy</a></footer></body></html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <summary>A text capture of at least so many bytes: the lines that such a page shows.</summary>
    public static byte[] Text(int bytes)
    {
        var words = new Words(Seed);
        var page = new StringBuilder(bytes + 4096);
        page.Append("Skip to main content\n\nLog in Register Subscribe\n\n");
        for (var i = 0; i < 12; i++)
        {
            page.Append(words.Label()).Append('\n');
        }

        page.Append('\n').Append(words.Label()).Append("\n\nBy Ida Fenwick 2 March 2021, 16:20\nShare on Facebook\n48 shares\n\nMERROW, March 2 (Northwire) - ");
        while (page.Length < bytes)
        {
            page.Append(words.Paragraph()).Append("\n\n");
            if (words.Next(4) == 0)
            {
                page.Append(words.Label()).Append("\n\n");
            }

            if (words.Next(8) == 0)
            {
                page.Append("Read more: ").Append(words.Label()).Append("\n\n- ").Append(words.Label()).Append("\n- ").Append(words.Label()).Append("\n\n");
            }
        }

        return Encoding.UTF8.GetBytes(page.Append("© 2021 The Morning Tide. All rights reserved.\nTerms of use\nPrivacy policy\n").ToString());
    }

    private static void Section(StringBuilder page, Words words)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section class=\"story-part\"><h2 id=\"s{words.Next(1000)}\">{words.Label()}</h2>\n");
        for (var i = 0; i < 4; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"text\">{words.Paragraph()} <a href=\"/story/{words.Next(100000)}\">{words.Label()}</a> &amp; {words.Sentence()}</p>\n");
        }

        switch (words.Next(4))
        {
            case 0:
                page.Append("<ul class=\"points\">");
                Items(page, words, 5);
                page.Append("</ul>\n");
                break;
            case 1:
                page.Append("<table><tr><th>Place</th><th>Boats</th></tr>");
                for (var row = 0; row < 4; row++)
                {
                    page.Append(CultureInfo.InvariantCulture, $"<tr><td>{words.Name()}</td><td>{words.Next(900)}</td></tr>");
                }

                page.Append("</table>\n");
                break;
            case 2:
                page.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"/i/{words.Next(9999)}.jpg\" alt=\"\"><figcaption>{words.Sentence()}</figcaption></figure>\n");
                break;
            default:
                page.Append(CultureInfo.InvariantCulture, $"<div class=\"teaser\"><a href=\"/t/{words.Next(9999)}\">Read more: {words.Label()}</a></div>\n<div class=\"ad\"><span>Advertisement</span></div>\n");
                break;
        }

        page.Append("</section>\n");
    }

    private static void Items(StringBuilder page, Words words, int count)
    {
        for (var i = 0; i < count; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"item\"><a href=\"/section/{words.Next(5000)}\"><span>{words.Label()}</span></a></li>\n");
        }
    }
}
