using System.Text;
using ArchiveScrub.Blocks;
using ArchiveScrub.Blocks.Html;
using Xunit;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>What holds for every page, sound or broken.</summary>
public class HtmlPropertyTests
{
    private const string Sample = """
        <!DOCTYPE html><html lang="en"><head><title>A &amp; B</title><meta name=author content='Ann "A" Lee'>
        <script type="application/ld+json">{"a":"</b>"}</script></head><body><div class="x y" id=main>
        <h1>Head<b>ing</b> &mdash; one</h1><p>First <a href="/a?b=1&copy=2">link</a>, <em>then</em><br>a line.
        <p>Caf&eacute; 5 &lt; 6 &#128; <span aria-hidden=true>*</span> na&iuml;ve<ul><li>One<ul><li><a href=#>Two</a></ul><li hidden>Three</ul>
        <table><tr><th>K<th>V</tr><tr><td>a</td><td>1 2</td></table><pre>  code
          more</pre><figure><img alt=no><figcaption>Cap</figcaption></figure><button>Go</button>
        <noscript><p>Off</p></noscript><!-- note --><svg><text>no</text></svg><textarea>no</textarea>tail</div></body></html>
        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Fact]
    public void Everything_holds_for_a_page_cut_at_any_point()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            Check(Sample[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everything_holds_for_a_damaged_page(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            var text = new StringBuilder(Sample);
            for (var i = random.Next(1, 30); i > 0; i--)
            {
                text[random.Next(text.Length)] = "<>/=\"'&;!-? \n\0aZ\u00E9\u0416\uD83D\uFFFD%"[random.Next(20)];
            }

            Check(text.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everything_holds_for_a_soup_of_tags(int seed)
    {
        string[] parts =
        [
            "<p>", "</p>", "<div>", "</div>", "<a href=x>", "</a>", "<b>", "</b>", "<span>", "</span>", "<table>", "</table>", "<tr>", "<td>", "</td>",
            "<ul>", "</ul>", "<li>", "<h2>", "</h3>", "<pre>", "</pre>", "<br>", "<hr>", "<svg>", "</svg>", "<title>", "</title>", "<script>", "</script>",
            "<form>", "</form>", "<button>", "</button>", "<i hidden>", "</i>", "<noscript>", "</noscript>", "<select/>", "<option>", "</body>", "</html>",
            "<!--", "-->", "<iframe>", "</iframe>", "<template>", "</template>", "word ", "two", " ", "&amp;", "&nbsp;", "<xmp>", "</xmp>", "<td", "\"", "<%",
            "<ruby>", "<rt>", "</ruby>", "<Ж>", "</ x>", "<dl>", "<dt>", "<dd>", "<blockquote>", "</blockquote>", "<figure>", "<caption>", "<track>", "<object>",
        ];
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => parts[random.Next(parts.Length)]));
            Check(html);
            Check(html, new HtmlLimits { Tags = 0 });
        }
    }

    private static void Check(string html, HtmlLimits? limits = null)
    {
        var page = new HtmlSegmenter(limits ?? HtmlLimits.Default).Segment(new PlainSource(html));

        Assert.Equal(string.Join('\n', page.Blocks.Select(block => block.Text)), page.Linear);
        var start = 0;
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            Assert.Equal(i, block.Index);
            Assert.Equal(block.Text, page.Linear[block.Linear.Start..block.Linear.End]);
            Assert.True(block.Source.Start >= start, $"block {i} starts before the one before: {html}");
            start = block.Source.Start;
            Assert.InRange(block.Source.End, block.Source.Start + 1, html.Length);
            Assert.False(char.IsWhiteSpace(html[block.Source.Start]), html);
            Assert.False(char.IsWhiteSpace(html[block.Source.End - 1]), html);
            Assert.InRange(block.LinkLength, 0, block.Text.Length);
            Assert.InRange(block.BoldLength, 0, block.Text.Length);
            Assert.Equal(block.LinkLength > 0, block.LinkCount > 0);
            var source = html[block.Source.Start..block.Source.End];
            Assert.True(IsWithin(block.Text, CharacterReferences.Decode(source, inAttribute: false)) || IsWithin(block.Text, source), html);
            CheckElements(page, block);
        }
    }

    private static void CheckElements(SegmentedPage page, Block block)
    {
        for (var element = block.Parent; element is not null; element = element.Parent)
        {
            Assert.Same(element, page.Elements[element.Index]);
            Assert.InRange(block.Index, element.BlockStart, element.BlockEnd - 1);
            Assert.True(element.Parent is null || (element.Parent.Index < element.Index && element.Parent.Depth < element.Depth));
        }
    }

    /// <summary>
    /// Whether the letters of a block stand, in this order, in its stretch of source; markup and what is hidden
    /// inside it may stand between.
    /// </summary>
    private static bool IsWithin(string text, string source)
    {
        var at = 0;
        foreach (var c in text.Where(char.IsLetter))
        {
            at = source.IndexOf(c, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }
}
