using ArchiveScrub.Quality.Metrics;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class GoldLabelsTests
{
    private const string Gold = "Low tide. The boats lie on the sand until the water comes back. Tickets. A day costs four coins and a week costs twenty.";

    [Fact]
    public void Blocks_of_the_gold_are_content_and_others_are_not() =>
        Assert.Equal(
            [false, true, true, false],
            Labels("Home News Weather Sport", "The boats lie on the sand until the water comes back.", "A day costs four coins and a week costs twenty.", "All rights of the harbour are with us"));

    [Fact]
    public void A_short_block_is_content_where_it_adjoins_content_in_the_gold() =>
        Assert.Equal(
            [true, true, true, true, false],
            Labels("Low tide", "The boats lie on the sand until the water comes back.", "Tickets", "A day costs four coins and a week costs twenty.", "Tickets"));

    [Fact]
    public void A_copy_that_the_gold_does_not_have_is_content_only_where_other_content_stands()
    {
        const string Line = "The boats lie on the sand until the water comes back.";
        Assert.Equal(
            [false, false, false, false, false, true, true],
            Labels(Line, "News", "Weather", "Sport", "Tides", Line, "A day costs four coins and a week costs twenty."));
    }

    [Fact]
    public void Nothing_is_content_where_the_gold_is_empty()
    {
        var vocabulary = new Vocabulary();
        Assert.Equal([false, false], GoldLabels.Of([vocabulary.Words("one two three four five"), []], []));
    }

    private static bool[] Labels(params string[] blocks)
    {
        var vocabulary = new Vocabulary();
        return GoldLabels.Of([.. blocks.Select(block => vocabulary.Words(block))], vocabulary.Words(Gold));
    }
}
