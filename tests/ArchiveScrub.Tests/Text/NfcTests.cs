using System.Text;
using ArchiveScrub.Tests.Generated;
using ArchiveScrub.Text;
using Xunit;

namespace ArchiveScrub.Tests.Text;

/// <summary>Normalization Form C, by the examples and the definitions of UAX #15.</summary>
public sealed class NfcTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain ASCII", "plain ASCII")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u212B", "\u00C5")] // singleton: Angstrom sign
    [InlineData("\u2126", "\u03A9")]
    [InlineData("\u0340", "\u0300")]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("D\u0307\u0323", "\u1E0C\u0307")] // marks in another order
    [InlineData("\u1E0A\u0323", "\u1E0C\u0307")]
    [InlineData("s\u0323\u0307", "\u1E69")] // two steps
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("a\u0315\u0300\u05AE\u0300", "\u00E0\u05AE\u0300\u0315")]
    [InlineData("\u0958", "\u0915\u093C")] // composition exclusion
    [InlineData("\uFB1D", "\u05D9\u05B4")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")] // Hangul
    [InlineData("\uD558\u11AB", "\uD55C")]
    [InlineData("\uD55C\u11AB", "\uD55C\u11AB")]
    [InlineData("\u1112\u11AB", "\u1112\u11AB")]
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")] // musical note: excluded, astral
    [InlineData("\uD804\uDC99\uD804\uDCBA", "\uD804\uDC9A")] // Kaithi, astral
    [InlineData("\uF900", "\u8C48")]
    [InlineData("\uD87E\uDC00", "\u4E3D")]
    [InlineData("\u0301a", "\u0301a")] // begins with a mark
    [InlineData("a\u0301\u0301", "\u00E1\u0301")]
    [InlineData("a\u0327\u0301", "\u00E1\u0327")]
    [InlineData("\u0B47\u0B3E", "\u0B4B")]
    [InlineData("\u0B47\u0300\u0B3E", "\u0B47\u0300\u0B3E")] // blocked
    public void Normalize_gives_form_c(string text, string expected) => Assert.Equal(expected, Nfc.Normalize(text));

    [Fact]
    public void Normalize_is_stable_for_every_character_alone_and_after_a_letter()
    {
        for (var i = 0xA0; i <= 0x10FFFF; i++)
        {
            if (Rune.IsValid(i))
            {
                var once = Nfc.Normalize(new Rune(i).ToString());
                Assert.Equal(once, Nfc.Normalize(once));
                var after = Nfc.Normalize("a" + new Rune(i));
                Assert.Equal(after, Nfc.Normalize(after));
            }
        }
    }

    [Fact]
    public void Order_of_marks_of_different_classes_makes_no_difference()
    {
        string[] marks = ["\u0323", "\u0307", "\u031B", "\u0345", "\u0334", "\u05B0", "\u0315"];
        var expected = Nfc.Normalize("o" + string.Concat(marks));
        var dice = new Dice(1);
        for (var i = 0; i < 200; i++)
        {
            for (var j = marks.Length - 1; j > 0; j--)
            {
                var k = dice.Next(j + 1);
                (marks[j], marks[k]) = (marks[k], marks[j]);
            }

            Assert.Equal(expected, Nfc.Normalize("o" + string.Concat(marks)));
        }
    }

    [Fact]
    public void Text_that_is_normalized_is_given_back_as_it_is()
    {
        var text = "naïve Œuvre 港 Привет \uD83D\uDE80 العربية";
        Assert.Same(text, Nfc.Normalize(text));
    }

    [Fact]
    public void Million_marks_on_one_letter_are_put_in_order()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0307\u0323", 500_000));

        var normalized = Nfc.Normalize(text);

        Assert.Equal(1_000_000, normalized.Length);
        Assert.StartsWith("\u1EA1\u0323", normalized, StringComparison.Ordinal);
        Assert.EndsWith("\u0307", normalized, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_block_is_normalized() => Assert.Equal("\u00E9", new BlockText().Of("e\u0301"));
}
