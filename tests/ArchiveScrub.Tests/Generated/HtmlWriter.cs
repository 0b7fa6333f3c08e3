using System.Text;

namespace ArchiveScrub.Tests.Generated;

/// <summary>Writes HTML as pages have it: mostly well nested, sometimes not.</summary>
internal sealed class HtmlWriter(Dice dice)
{
    private static readonly string[] Boxes = ["div", "section", "article", "main", "aside", "nav", "header", "footer", "blockquote", "figure", "details", "form", "center", "o:p", "noscript", "template", "body"];
    private static readonly string[] Inlines = ["a", "b", "i", "em", "span", "u", "font", "time", "label", "button", "sup", "q", "mark"];
    private static readonly string[] Names = ["comments", "share-bar", "cookie-banner", "article-body", "related", "sidebar", "newsletter", "footer", "content", "nav", "meta", "x\"y"];
    private static readonly string[] References = ["&amp;", "&lt;", "&nbsp;", "&eacute;", "&#1071;", "&#x1F680;", "&#0;", "&#xD800;", "&#x110000;", "&copy", "&notit;", "&", "&#150;", "&shy;", "&zwj;"];

    private readonly StringBuilder _html = new();

    public string Write()
    {
        if (!dice.OneIn(4))
        {
            _html.Append("<!doctype html><html lang=").Append(dice.Pick(["en", "ru", "''", "zh-Hans"])).Append("><head><title>").Append(Inline()).Append("</title>");
            _html.Append("<meta property=og:title content=\"").Append(Vocabulary.Words(dice, 5).Replace('"', '\'')).Append("\"></head><body>");
        }

        if (dice.OneIn(2))
        {
            Menu();
            _html.Append("<article><h1>").Append(Inline()).Append("</h1>");
            for (var i = 2 + dice.Next(6); i > 0; i--)
            {
                _html.Append("<p>").Append(Vocabulary.Paragraph(dice)).Append("</p>\n");
            }

            _html.Append("</article>");
        }

        for (var i = dice.Next(12); i > 0; i--)
        {
            Part(0);
        }

        return _html.ToString();
    }

    private void Part(int depth)
    {
        switch (dice.Next(15))
        {
            case 0 or 1 or 2:
                _html.Append("<p>").Append(dice.OneIn(3) ? Inline() : Vocabulary.Paragraph(dice)).Append(dice.OneIn(4) ? "" : "</p>");
                break;
            case 3:
                var heading = "h" + dice.Pick("123456".ToCharArray());
                _html.Append('<').Append(heading).Append('>').Append(Inline()).Append("</").Append(heading).Append('>');
                break;
            case 4:
                Menu();
                break;
            case 5:
                Table(depth);
                break;
            case 6:
                _html.Append("<pre>\n  ").Append(Vocabulary.Words(dice, 3)).Append("\n\n\n    ").Append(Vocabulary.Words(dice, 4)).Append("  \n</pre>");
                break;
            case 7:
                _html.Append("<script>if (a < b) { document.write('</p>'); }</script><style>p > b { color: red }</style><!-- ").Append(Vocabulary.Label(dice)).Append(" -->");
                break;
            case 8:
                _html.Append("<dl><dt>").Append(Inline()).Append("<dd>").Append(Inline()).Append("</dl><hr>");
                break;
            case 9:
                _html.Append(dice.Pick(["</div>", "</p></p>", "<li>", "<td>", "</body>", "<a href='>' title=\"<p>\">", "<b><i></b></i>", "<!", "<![CDATA[x]]>", "<?xml?>", "</", "<>", "<p/>", "<textarea>", "<svg><text>"]));
                break;
            case 10:
                _html.Append(Vocabulary.Label(dice)).Append(dice.OneIn(2) ? "<br>" : "\r\n");
                break;
            case 11:
                _html.Append("<figure><img alt='").Append(Vocabulary.Words(dice, 3).Replace('\'', ' ')).Append("'><figcaption>").Append(Inline()).Append("</figcaption></figure>");
                break;
            default:
                Box(depth);
                break;
        }
    }

    private void Box(int depth)
    {
        var name = dice.Pick(Boxes);
        _html.Append('<').Append(name);
        if (dice.OneIn(2))
        {
            _html.Append(" class='").Append(dice.Pick(Names)).Append('\'');
        }

        _html.Append(dice.Pick(["", "", "", " hidden", " style=display:none", " aria-hidden=true", " id=x", " role=navigation"])).Append('>');
        for (var i = dice.Next(4); i > 0; i--)
        {
            if (depth < 6)
            {
                Part(depth + 1);
            }
            else
            {
                _html.Append(Inline());
            }
        }

        _html.Append(dice.OneIn(12) ? "" : $"</{name}>");
    }

    private void Menu()
    {
        var isList = dice.OneIn(2);
        _html.Append(isList ? "<ul>" : "<div>");
        for (var i = 1 + dice.Next(8); i > 0; i--)
        {
            _html.Append(isList ? "<li>" : "").Append("<a href='/x'>").Append(Vocabulary.Label(dice)).Append("</a>").Append(dice.OneIn(3) ? "" : " ");
        }

        _html.Append(isList ? "</ul>" : "</div>");
    }

    private void Table(int depth)
    {
        _html.Append("<table>").Append(dice.OneIn(3) ? "<caption>" + Inline() + "</caption>" : "");
        for (var row = dice.Next(4); row > 0; row--)
        {
            _html.Append("<tr>");
            for (var cell = dice.Next(4); cell > 0; cell--)
            {
                _html.Append(dice.OneIn(4) ? "<th>" : "<td>");
                if (dice.OneIn(6) && depth < 4)
                {
                    Part(depth + 2);
                }
                else if (!dice.OneIn(5))
                {
                    _html.Append(Inline());
                }
            }
        }

        _html.Append("</table>");
    }

    private string Inline()
    {
        var text = new StringBuilder();
        for (var i = 1 + dice.Next(3); i > 0; i--)
        {
            switch (dice.Next(6))
            {
                case 0:
                    text.Append(dice.Pick(References));
                    break;
                case 1:
                    var name = dice.Pick(Inlines);
                    text.Append('<').Append(name).Append('>').Append(Vocabulary.Words(dice, 1 + dice.Next(4))).Append("</").Append(name).Append('>');
                    break;
                case 2:
                    text.Append(Vocabulary.Label(dice));
                    break;
                case 3:
                    text.Append(dice.Pick(["<br>", "<br><br>", "<wbr>", "\n\t", "<!-- x -->", "<img src=x>"]));
                    break;
                default:
                    text.Append(Vocabulary.Words(dice, 1 + dice.Next(8)));
                    break;
            }
        }

        return text.ToString();
    }
}
