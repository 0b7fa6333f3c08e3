using ArchiveScrub.Blocks.Html;
using Xunit;

namespace ArchiveScrub.Tests.Blocks;

public class CharacterReferencesTests
{
    [Theory]
    [InlineData("&amp;&lt;&gt;&quot;&apos;", "&<>\"'")]
    [InlineData("&amp", "&")]
    [InlineData("a &copy b &copyx", "a © b ©x")]
    [InlineData("&notit; &notin; &not", "¬it; ∉ ¬")]
    [InlineData("&hellip &hellip;", "&hellip …")]
    [InlineData("&CounterClockwiseContourIntegral;", "∳")]
    [InlineData("&NotEqualTilde;", "≂̸")]
    [InlineData("&Amp; &AMP &unknown; & &; &", "&Amp; & &unknown; & &; &")]
    [InlineData("&#65;&#x42;&#X43&#68", "ABCD")]
    [InlineData("&#128;&#150;&#x99;&#129;", "€–™\u0081")]
    [InlineData("&#0;&#xD83D;&#x110000;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("&#x1F600;", "😀")]
    [InlineData("&# &#; &#x; &#xg;", "&# &#; &#x; &#xg;")]
    public void Decode_reads_text_as_browsers_do(string text, string expected) =>
        Assert.Equal(expected, CharacterReferences.Decode(text, inAttribute: false));

    [Theory]
    [InlineData("?a=1&copy=2&reg", "?a=1&copy=2®")]
    [InlineData("&notit; &lt;b&gt;", "&notit; <b>")]
    public void Decode_leaves_parameters_of_a_query_alone_in_attributes(string text, string expected) =>
        Assert.Equal(expected, CharacterReferences.Decode(text, inAttribute: true));
}
