using System.Globalization;
using System.Text;
using ArchiveScrub.Blocks;
using ArchiveScrub.Text;
using Xunit;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>What holds for any text at all.</summary>
public sealed class TextSegmenterPropertyTests
{
    private const int Runs = 3000;

    /// <summary>Pieces that meet every branch: words of several scripts, bullets, blanks, line ends, odd code units.</summary>
    private static readonly string[] Pieces =
    [
        "the", "harbour", "Merrow", "порт", "Гавань", "港", "漁船。", "ميناء", "ท่าเรือ", "e\u0301", "\u212B", "3", "1987.", "well-", "long-", "end.", "why?", "https://example.org/a/very/long/address",
        "•", "• ", "- ", "* ", "o ", "1. ", "2. ", "a) ", "(b) ", "— ", "> ", "# ", "== ", " ==", "=====", "-----", "|",
        " ", " ", " ", " ", "  ", "    ", "\t", "\u00A0", "\u3000", "\u200B", "\u200D", "\uFEFF", "\u00AD", "\0", "\u001B",
        "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\f", "\v", "\u0085", "\uD83D\uDE00", "\uD83D", "\uDE00", "\uFFFE",
    ];

    [Fact]
    public void Linear_text_is_the_blocks_joined_and_every_block_knows_its_place() => ForAll(text =>
    {
        var page = TextSegmenterTests.Segment(text);

        Assert.Equal(string.Join('\n', page.Blocks.Select(b => b.Text)), page.Linear);
        var source = 0;
        foreach (var (index, block) in page.Blocks.Index())
        {
            Assert.Equal(index, block.Index);
            Assert.NotEmpty(block.Text);
            Assert.Equal(block.Text, page.Linear[block.Linear.Start..block.Linear.End]);
            Assert.True(block.Source.Start >= source && block.Source.End > block.Source.Start, "source ranges ascend");
            Assert.Equal(Words.Count(block.Text), block.WordCount);
            source = block.Source.End;
        }

        Assert.True(source <= text.Length);
    });

    [Fact]
    public void Every_visible_character_lies_in_a_block_but_bullets() => ForAll(text =>
    {
        var page = TextSegmenterTests.Segment(text);
        var at = 0;
        foreach (var block in page.Blocks)
        {
            var skipped = Visible(text[at..block.Source.Start]);
            Assert.True(
                skipped.Length == 0 || (block.Form == BlockForm.ListItem && skipped is "•" or "-" or "*" or "o"),
                $"'{skipped}' lies in no block");
            at = block.Source.End;
        }

        Assert.Equal("", Visible(text[at..]));
    });

    [Fact]
    public void No_visible_character_is_lost_added_or_moved() => ForAll(text =>
    {
        foreach (var block in TextSegmenterTests.Segment(text).Blocks)
        {
            Assert.Equal(
                Nfc.Normalize(Visible(text[block.Source.Start..block.Source.End])),
                Nfc.Normalize(Visible(block.Text)));
        }
    });

    [Fact]
    public void Line_ends_make_no_difference() => ForAll(text =>
    {
        var unix = new string([.. text.Select(c => "\r\f\v\u0085\u2028\u2029".Contains(c) ? '\n' : c)]);

        var linear = TextSegmenterTests.Segment(unix).Linear;
        Assert.Equal(linear, TextSegmenterTests.Segment(unix.Replace("\n", "\r\n", StringComparison.Ordinal)).Linear);
        Assert.Equal(linear, TextSegmenterTests.Segment(unix.Replace('\n', '\r')).Linear);
        Assert.Equal(linear, TextSegmenterTests.Segment(unix.Replace('\n', '\u2029')).Linear);
    });

    [Theory]
    [InlineData("a", 1_000_000)]
    [InlineData("word ", 200_000)]
    [InlineData("x\n", 500_000)]
    [InlineData("- x\n", 300_000)]
    [InlineData("• ", 300_000)]
    [InlineData("a\t", 300_000)]
    [InlineData("a   ", 300_000)]
    [InlineData("a   a   a   a\n", 100_000)]
    [InlineData("  - x\n - x\n", 100_000)]
    [InlineData("the quick brown fox jumps over a lazy dog and the other one that went home\n", 20_000)]
    [InlineData("icon aicon ", 100_000)]
    [InlineData("\uD83D", 500_000)]
    [InlineData("\n", 1_000_000)]
    public void Large_text_of_any_shape_is_cut_into_blocks(string piece, int times)
    {
        var page = TextSegmenterTests.Segment(string.Concat(Enumerable.Repeat(piece, times)));

        Assert.Equal(page.Blocks.Count == 0 ? 0 : page.Blocks[^1].Linear.End, page.Linear.Length);
    }

    private static void ForAll(Action<string> property)
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var text = Generate(new Random(seed));
            try
            {
                property(text);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {Escape(text)}"), e);
            }
        }
    }

    private static string Generate(Random random)
    {
        var text = new StringBuilder();
        var isProse = random.Next(3) == 0;
        for (var count = random.Next(80); count > 0; count--)
        {
            text.Append(isProse && random.Next(8) > 0 ? Pieces[random.Next(14)] + ' ' : Pieces[random.Next(Pieces.Length)]);
            if (isProse && count % 12 == 0)
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Without what the linear rule drops, collapses or replaces.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune.Value is not (0xAD or 0xFEFF or 0xFFFE or 0xFFFF))
            {
                visible.Append(rune);
            }
        }

        return visible.ToString();
    }

    private static string Escape(string text) => string.Concat(text.Select(c => c is >= ' ' and < '\u007F' ? c.ToString() : $"\\u{(int)c:X4}"));
}
