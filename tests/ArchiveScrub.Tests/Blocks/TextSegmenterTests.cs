using ArchiveScrub.Blocks;
using Xunit;

namespace ArchiveScrub.Tests.Blocks;

/// <summary>A capture in, rows <c>form|indent|text</c> out.</summary>
public sealed class TextSegmenterTests
{
    [Theory]
    [InlineData("A headline\n\nA paragraph of the story.", "Line|0|A headline", "Line|0|A paragraph of the story.")]
    [InlineData("   \n\t\nA\n \u00A0 \n", "Line|0|A")]
    [InlineData("    four\n\teight\n  \ttab stop\n\u3000wide", "Line|4|four", "Line|8|eight", "Line|8|tab stop", "Line|2|wide")]
    [InlineData("two\u00A0 \u2003 blanks  ", "Line|0|two blanks")]
    [InlineData("Home\nNews\nSport\nWeather", "Line|0|Home", "Line|0|News", "Line|0|Sport", "Line|0|Weather")]
    [InlineData("Log inPrivacy Policy", "Line|0|Log inPrivacy Policy")]
    [InlineData("\uFEFF\u00AD\u0001")]
    [InlineData("")]
    public void A_line_is_a_block(string capture, params string[] rows) => Check(capture, rows);

    [Theory]
    [InlineData("a\nb\nc")]
    [InlineData("a\r\nb\r\nc")]
    [InlineData("a\rb\rc")]
    [InlineData("a\u2028b\u2029c")]
    [InlineData("a\fb\u0085c\v")]
    public void Every_line_end_of_Unicode_ends_a_line(string capture) => Check(capture, "Line|0|a", "Line|0|b", "Line|0|c");

    [Fact]
    public void Blank_lines_before_a_block_are_counted()
    {
        var page = Segment("\r\na\r\n\r\n \t\r\nb\nc");

        Assert.Equal([1, 2, 0], page.Blocks.Select(b => b.BlankLinesBefore));
    }

    [Theory]
    [InlineData("• one\n• two", "ListItem|0|one", "ListItem|0|two")]
    [InlineData("  •only one", "ListItem|2|only one")]
    [InlineData("- eggs\n- flour", "ListItem|0|eggs", "ListItem|0|flour")]
    [InlineData("- eggs\n\n- flour", "ListItem|0|eggs", "ListItem|0|flour")]
    [InlineData("* eggs\n   * brown\n   * white\n* flour", "ListItem|0|eggs", "ListItem|3|brown", "ListItem|3|white", "ListItem|0|flour")]
    [InlineData("o eggs\no flour", "ListItem|0|eggs", "ListItem|0|flour")]
    [InlineData("1. Mix\n2. Bake", "ListItem|0|1. Mix", "ListItem|0|2. Bake")]
    [InlineData("(a) Mix\n(b) Bake", "ListItem|0|(a) Mix", "ListItem|0|(b) Bake")]
    [InlineData("1、小麦粉\n2、卵", "ListItem|0|1、小麦粉", "ListItem|0|2、卵")]
    public void Items_of_a_list_lose_their_bullet_and_keep_their_number(string capture, params string[] rows) => Check(capture, rows);

    [Theory]
    [InlineData("- Ned Archer", "Line|0|- Ned Archer")]
    [InlineData("* indicates required", "Line|0|* indicates required")]
    [InlineData("•\nText", "Line|0|•", "Line|0|Text")]
    [InlineData("-\n-\n-", "Line|0|-", "Line|0|-", "Line|0|-")]
    [InlineData("• News • Sport •", "Line|0|• News • Sport •")]
    [InlineData("● ● ○", "Line|0|● ● ○")]
    [InlineData("— Да, — сказал он.\n— Нет.", "Line|0|— Да, — сказал он.", "Line|0|— Нет.")]
    [InlineData("- Ты идёшь?\n- Иду.", "Line|0|- Ты идёшь?", "Line|0|- Иду.")]
    [InlineData("- Я приду, - сказала она.\n- Хорошо.", "Line|0|- Я приду, - сказала она.", "Line|0|- Хорошо.")]
    [InlineData("– Je viens, – dit-elle.\n– Bien.", "Line|0|– Je viens, – dit-elle.", "Line|0|– Bien.")]
    [InlineData("Prose before it.\n- Come, he said.\nProse after it.", "Line|0|Prose before it.", "Line|0|- Come, he said.", "Line|0|Prose after it.")]
    [InlineData("- a\n\n\n- b", "Line|0|- a", "Line|0|- b")]
    [InlineData("1. A heading\nText of the section.\n2. Another heading\nMore text.", "Line|0|1. A heading", "Line|0|Text of the section.", "Line|0|2. Another heading", "Line|0|More text.")]
    [InlineData("3. Juni 2019\n12. Februar 2020", "Line|0|3. Juni 2019", "Line|0|12. Februar 2020")]
    [InlineData("1.5 million\n2.5 million", "Line|0|1.5 million", "Line|0|2.5 million")]
    [InlineData("+ Follow\n+ Follow", "Line|0|+ Follow", "Line|0|+ Follow")]
    [InlineData("-10.4%\n-3.1%", "Line|0|-10.4%", "Line|0|-3.1%")]
    public void What_only_looks_like_a_list_keeps_its_signs(string capture, params string[] rows) => Check(capture, rows);

    [Theory]
    [InlineData("City\tPeople\nMerrow\t 12,400 \n", "TableRow|0|City\tPeople", "TableRow|0|Merrow\t12,400")]
    [InlineData("A\t\tC", "TableRow|0|A\t\tC")]
    [InlineData("\tBasic\tPlus", "TableRow|8|\tBasic\tPlus")]
    [InlineData("Port      Ships\nMerrow       14\nTarn          9", "TableRow|0|Port\tShips", "TableRow|0|Merrow\t14", "TableRow|0|Tarn\t9")]
    [InlineData("Total:     14", "Line|0|Total: 14")]
    [InlineData("a    b\nlong words here      c", "Line|0|a b", "Line|0|long words here c")]
    public void Cells_of_a_table_row_are_separated_by_tabs(string capture, params string[] rows) => Check(capture, rows);

    [Theory]
    [InlineData("# The harbour\n\nText.", "Heading1|0|# The harbour", "Line|0|Text.")]
    [InlineData("Text.\n\n=== Trade ===\n\nText.", "Line|0|Text.", "Heading3|0|=== Trade ===", "Line|0|Text.")]
    [InlineData("The harbour\n===========\n\nTrade\n-----\n\nText.", "Heading1|0|The harbour", "Line|0|===========", "Heading2|0|Trade", "Line|0|-----", "Line|0|Text.")]
    [InlineData("x = 1\n# a remark\ny = 2", "Line|0|x = 1", "Line|0|# a remark", "Line|0|y = 2")]
    [InlineData("# rm -r build", "Line|0|# rm -r build")]
    [InlineData("#SaveTheHarbour", "Line|0|#SaveTheHarbour")]
    [InlineData("A much longer line that stands above a short rule\n---\n", "Line|0|A much longer line that stands above a short rule", "Line|0|---")]
    [InlineData("== half", "Line|0|== half")]
    public void Headings_of_plain_markup_stand_free_and_keep_their_marks(string capture, params string[] rows) => Check(capture, rows);

    internal static SegmentedPage Segment(string capture) => TextSegmenter.Segment(new PlainSource(capture));

    internal static string[] Rows(string capture) =>
        [.. Segment(capture).Blocks.Select(b => $"{b.Form}{(b.HeadingLevel > 0 ? b.HeadingLevel : "")}|{b.Indent}|{b.Text}")];

    private static void Check(string capture, params string[] rows) => Assert.Equal(rows, Rows(capture));
}
