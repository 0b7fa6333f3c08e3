using Xunit;
using static ArchiveScrub.Tests.Blocks.HtmlSamples;

namespace ArchiveScrub.Tests.Blocks;

public class HtmlSegmenterTests
{
    [Theory]
    // Runs of inline content are one block; boxes end it.
    [InlineData("<div>one<p>two</p>three</div>", "Line|one", "Paragraph|two", "Line|three")]
    [InlineData("<div>one <b>two</b> <i>th</i>ree</div>", "Line|one two three")]
    [InlineData("<p>a <foo-bar>b</foo-bar> c", "Paragraph|a", "Line|b", "Paragraph|c")]
    [InlineData("<p>in <st1:city>Rome</st1:city> today<o:p></o:p></p>", "Paragraph|in Rome today")]
    [InlineData("<section>a</section>b<main>c</main>", "Line|a", "Line|b", "Line|c")]
    // Words are neither glued nor split.
    [InlineData("<p><b>W</b>ord</p>", "Paragraph|Word")]
    [InlineData("<p><span class=drop>O</span>nce <span>a</span><span>b</span></p>", "Paragraph|Once ab")]
    [InlineData("<div><a href=1>One</a><a href=2>Two</a></div>", "Line|One Two")]
    [InlineData("<div><a href=1>One</a><b><a href=2>Two</a></b></div>", "Line|One Two")]
    [InlineData("<p>An<a href=1>other</a>s</p>", "Paragraph|Anothers")]
    [InlineData("<p>super<wbr>cali&shy;fragilistic</p>", "Paragraph|supercalifragilistic")]
    [InlineData("<p>left<img alt='not seen' src=x>right</p>", "Paragraph|left right")]
    [InlineData("<p>foo<!-- no -->bar<script>x</script>baz</p>", "Paragraph|foobarbaz")]
    [InlineData("<p>a\n\n  b\tc&nbsp;d</p>", "Paragraph|a b c d")]
    [InlineData("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>の</p>", "Paragraph|漢 kan 字 ji の")]
    // Line breaks.
    [InlineData("<p>one<br>two <br/> three</p>", "Paragraph|one\ntwo\nthree")]
    [InlineData("<p>one<br> <br>two<br><!-- --><br><br>three</p>", "Paragraph|one", "Paragraph|two", "Paragraph|three")]
    [InlineData("<p><br><br>one<br></p>", "Paragraph|one")]
    [InlineData("<div>one<hr>two</div>", "Line|one", "Line|two")]
    // Headings.
    [InlineData("<h1>A</h1><h6><div>B</div></h6>", "Heading1|A", "Heading6|B")]
    [InlineData("<div role=heading aria-level=3>A</div><span role=heading>B</span> c", "Heading3|A", "Heading2|B", "Line|c")]
    [InlineData("<details><summary>More</summary>text</details>", "Heading0|More", "Line|text")]
    [InlineData("<fieldset><legend>Who</legend>text</fieldset>", "Heading0|Who", "Line|text")]
    [InlineData("<h2>A<section><p>text</p></section>", "Heading2|A", "Paragraph|text")]
    // Lists.
    [InlineData("<ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p>e</ul>", "ListItem@1|a", "ListItem@2|b", "ListItem@1|c", "Paragraph|d", "Line|e")]
    [InlineData("<ul><li><h3>T</h3><p>text</p></li></ul>", "Heading3|T", "Paragraph|text")]
    [InlineData("<dl><dt>term<dd>meaning<p>more</dl>", "ListItem@1|term", "ListItem@1|meaning", "Paragraph|more")]
    [InlineData("<ol><li><div hidden>x</div>y</li></ol>", "Line(Hidden)|x", "ListItem@1|y")]
    // Quotes, captions, code.
    [InlineData("<blockquote><p>a</p>b<ul><li>c</ul></blockquote><p>d", "Quote|a", "Quote|b", "ListItem@1|c", "Paragraph|d")]
    [InlineData("<figure><img><figcaption><p>by me</p></figcaption></figure><p>x", "Caption|by me", "Paragraph|x")]
    [InlineData("<table><caption>Cap</caption><tr><td>a<td>b</table>", "Caption|Cap", "TableRow|a\tb")]
    [InlineData("<pre>\n  if x:\n    y  \n\n  z\n</pre>", "Code|  if x:\n    y\n\n  z")]
    [InlineData("<pre><div>a</div><div> b</div></pre>", "Code|a\n b")]
    [InlineData("<pre>a<br>b <b>c</b>\r\nd</pre>", "Code|a\nb c\nd")]
    [InlineData("<xmp>a <b>&amp;</b></xmp>b", "Code|a <b>&amp;</b>", "Line|b")]
    [InlineData("a<plaintext>b</plaintext> <i>c", "Line|a", "Code|b</plaintext> <i>c")]
    // Tables.
    [InlineData("<table><tr><th>a<th>b</tr><tr><td>1<td></td><td><b>3</b><td></tr></table>", "TableRow|a\tb", "TableRow|1\t\t3")]
    [InlineData("<table><tr><td></td><td>1</td><td>2</td></tr></table>", "TableRow|\t1\t2")]
    [InlineData("<table><tr><td>alone</td></tr><tr><td></td><td>too</td></tr></table>", "Line|alone", "Line|too")]
    [InlineData("<table><tr><td><p>a</p></td><td>b</td></tr></table>", "Paragraph|a", "Line|b")]
    [InlineData("<table><tr><td>a<table><tr><td>1<td>2</table><td>b</table>", "Line|a", "TableRow|1\t2", "Line|b")]
    [InlineData("<table><tr><td>a<br>b<td>c</table>", "TableRow|a b\tc")]
    [InlineData("<table><tr><td>a<br><br>b<td>c</table>", "Line|a", "Line|b", "Line|c")]
    // Controls.
    [InlineData("<div><button>Share</button><button>Save</button></div>", "Line!|Share", "Line!|Save")]
    [InlineData("<p>Press <button>OK</button> to go on.</p>", "Paragraph|Press OK to go on.")]
    [InlineData("<p><button>Listen</button> The story begins.</p>", "Paragraph!|Listen", "Paragraph|The story begins.")]
    [InlineData("<form><label>Name <input></label><label>Mail</label></form>", "Line!|Name", "Line!|Mail")]
    [InlineData("<div><a role=button href=x>Menu</a><div role=button>Go</div></div>", "Line!|Menu", "Line!|Go")]
    // What is not visible.
    [InlineData("<title>T</title><style>s</style><p>a<textarea>b</textarea><select><option>c</select><svg><title>d</title><text>e</text></svg>", "Paragraph|a")]
    [InlineData("<iframe><p>a</p></iframe><object>b</object><video>c</video><canvas>d</canvas><datalist><option>e</datalist><audio>f</audio>g", "Line|g")]
    [InlineData("<p>E <math><mi>m</mi><semantics><mi>c</mi><annotation>tex</annotation></semantics></math></p>", "Paragraph|E mc")]
    [InlineData("<p>\u200B</p><p>&nbsp;&#8203;</p><p>★</p>", "Paragraph|★")]
    [InlineData("<head><title>T</title><noscript>off</noscript></head><body>a<noscript><p>b <b>c</b></p></noscript></body>", "Line(Noscript)|off", "Line|a", "Paragraph(Noscript)|b c")]
    [InlineData("<template><p>a</p></template><div><template shadowrootmode=open><p>b</p></template></div>", "Paragraph(Template)|a", "Paragraph|b")]
    [InlineData("<div hidden>a</div><div hidden=until-found>b</div><div aria-hidden=TRUE>c</div><div aria-hidden=false>d</div>", "Line(Hidden)|a", "Line|b", "Line(Hidden)|c", "Line|d")]
    [InlineData("<div style='color:red; DISPLAY : none !important'>a</div><div style=display:none;display:block>b</div><p style=visibility:hidden>c", "Line(Hidden)|a", "Line|b", "Paragraph(Hidden)|c")]
    [InlineData("<dialog>a</dialog><dialog open>b</dialog><div popover>c</div>", "Line(Hidden)|a", "Line|b", "Line(Hidden)|c")]
    [InlineData("<body style='display:none'><p>a</body>", "Paragraph|a")]
    [InlineData("<p>a <span hidden>b</span> c</p>", "Paragraph|a c", "Paragraph(Hidden)|b")]
    [InlineData("<p>a<span aria-hidden=true>·</span>b<span hidden>c</span>d</p>", "Paragraph|a bd", "Paragraph(Hidden)|·", "Paragraph(Hidden)|c")]
    [InlineData("<p><span hidden>b</span> c</p>", "Paragraph(Hidden)|b", "Paragraph|c")]
    public void Segment_gives_these_blocks(string html, params string[] expected) =>
        Assert.Equal(expected, Describe(html));
}
