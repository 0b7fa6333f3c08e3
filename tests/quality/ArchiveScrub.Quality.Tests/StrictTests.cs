using System.Text;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Quality.Metrics;
using ArchiveScrub.Quality.Strict;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class StrictTests
{
    private const string Capture = "Menu\n\nLow tide\n\nThe boats lie on the sand until the water comes back.\n\nRead also: High tide\n";

    [Fact]
    public void Rows_give_lines_their_kinds_and_marks_take_them_out()
    {
        var labels = StrictGold.Parse("a", "1-2\tnavigation\n4\tbyline!\n5\t?\n6\tparagraph\n");
        Assert.Equal([Kind.Navigation, Kind.Navigation, null, null, null, Kind.Paragraph], labels.Select(label => label.Kind));
        Assert.True(labels[5].IsKept);
        Assert.True(labels[0].IsRemoved);
        Assert.False(labels[3].IsKept || labels[3].IsRemoved);
    }

    [Theory]
    [InlineData("1\tmenu")]
    [InlineData("x\tnavigation")]
    [InlineData("2\tparagraph\n1\tparagraph")]
    [InlineData("3-2\tparagraph")]
    [InlineData("paragraph")]
    public void Row_that_cannot_be_read_is_refused(string rows) => Assert.Throws<InvalidDataException>(() => StrictGold.Parse("a", rows));

    [Fact]
    public void Halves_of_the_repository_are_equal_and_share_no_page()
    {
        var gold = StrictGold.Open();
        Assert.Equal(64, gold.Of(StrictHalf.Even).Count);
        Assert.Equal(64, gold.Of(StrictHalf.Odd).Count);
        Assert.Equal(gold.Ids, gold.Of(StrictHalf.Even).Concat(gold.Of(StrictHalf.Odd)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Text_capture_is_judged_by_place_and_its_html_by_words()
    {
        var labels = StrictGold.Parse("a", "1\tnavigation\n3\ttitle\n5\tparagraph\n7\trelated\n");
        foreach (var page in new[] { Page(Capture), Page("<p>Menu</p><h1>Low tide</h1><p>The boats lie on the sand until the <b>water</b> comes back.</p><p>Read also: High tide</p>") })
        {
            var tally = Tally(page, labels, Kind.Navigation, Kind.Title, Kind.Promo, Kind.Paragraph);
            Assert.Equal((2, 11, 4), (tally.Kept, tally.Lost, tally.Leaked));
            Assert.Equal(new KindTally(1, 0, 0, 0, 0), tally.Kinds[(int)Kind.Related]);
            Assert.Equal(new KindTally(1, 1, 1, 1, 1), tally.Kinds[(int)Kind.Navigation]);
            Assert.Equal(new KindTally(0, 0, 0, 1, 0), tally.Kinds[(int)Kind.Promo]);
        }
    }

    [Fact]
    public void Words_that_the_capture_does_not_show_leak_where_they_are_kept()
    {
        var labels = StrictGold.Parse("a", "5\tparagraph\n");
        var page = Page("<p>The boats lie on the sand until the water comes back.</p><p>Words of a panel nobody has opened</p>");
        Assert.Equal(7, Tally(page, labels, Kind.Paragraph, Kind.Paragraph).Leaked);
        Assert.Equal(0, Tally(page, labels, Kind.Paragraph, Kind.OtherChrome).Leaked);
    }

    [Fact]
    public void Of_two_copies_either_may_stay()
    {
        var labels = StrictGold.Parse("a", "1\tduplicate\n3\ttitle\n");
        var page = Page("Low tide\n\nLow tide\n");
        foreach (var kinds in new[] { new[] { Kind.Title, Kind.Duplicate }, [Kind.Duplicate, Kind.Title] })
        {
            var tally = Tally(page, labels, kinds);
            Assert.Equal((2, 0, 0), (tally.Kept, tally.Lost, tally.Leaked));
            Assert.Equal(1, tally.Kinds[(int)Kind.Duplicate].Named);
        }
    }

    [Fact]
    public void Places_of_words_are_in_order()
    {
        Assert.Equal([-1, 0, 1, -1, 2], WordAlignment.Places([9, 1, 2, 8, 3], [1, 2, 3]));
        Assert.Equal([2, 3, 4, 5, 6], WordAlignment.Places([1, 2, 3, 4, 5], [7, 8, 1, 2, 3, 4, 5]));
    }

    private static StrictTally Tally(SegmentedPage page, StrictLabel[] labels, params Kind[] kinds)
    {
        Assert.Equal(kinds.Length, page.Blocks.Count);
        var vocabulary = new Vocabulary();
        var lines = new TextLines(page.Format == PageFormat.Text ? page.Source.Text : Capture);
        return StrictJudge.Of(labels, StrictPieces.Of(page, lines, vocabulary), page, [.. kinds.Select(kind => new Verdict(kind, "test", 1, []))], vocabulary);
    }

    private static SegmentedPage Page(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Scrubber().Scrub(new Page
        {
            Capture = new CaptureIdentity(null, "sample", bytes.Length, new string('0', 64)),
            Payload = bytes,
            Format = text.StartsWith('<') ? PageFormat.Html : PageFormat.Text,
            DeclaredCharset = "utf-8",
        }).Page;
    }
}
