using ArchiveScrub.Quality.Metrics;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class MetricTests
{
    [Theory]
    [InlineData("Don't stop — 3.5 km_h", "don t stop 3 5 km_h")]
    [InlineData("ÉTÉ Straße МОСКВА", "été straße москва")]
    [InlineData("x² ½ Ⅷ 東京 \U0001D49C", "x² ½ ⅷ 東京 \U0001D49C")]
    [InlineData("a\u200Bb क्या", "a b क य")]
    [InlineData(" …!? ", "")]
    public void Words_are_those_of_the_corpus(string text, string expected)
    {
        var vocabulary = new Vocabulary();
        Assert.Equal(expected, string.Join(' ', vocabulary.Words(text).Select(id => vocabulary[id])));
    }

    [Theory]
    [InlineData("a b b c", "a b d", 0.5, 2 / 3.0)]
    [InlineData("a", "", 0, 0)]
    [InlineData("", "a", 0, 0)]
    [InlineData("", "", 1, 1)]
    public void Word_score_compares_bags(string output, string gold, double precision, double recall)
    {
        var vocabulary = new Vocabulary();
        var (o, g) = (vocabulary.Words(output), vocabulary.Words(gold));
        var score = WordScore.Of(o, g, vocabulary);
        Assert.Equal(precision, score.Precision, 12);
        Assert.Equal(recall, score.Recall, 12);
        Assert.Equal(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), score.F1, 12);
    }

    [Fact]
    public void Snippets_are_found_whatever_their_case_white_space_and_bullets()
    {
        var score = SnippetScore.Of("The harbour\nopens at dawn.\n\n- Bread\n- Salt-free butter", ["HARBOUR opens", "Bread Salt-free", "- bread - salt"], ["closes", "dawn. -"]);
        Assert.Equal(new SnippetScore(3, 3, 1, 2), score);
    }

    [Fact]
    public void Lines_are_weighed_by_words_between_white_space() =>
        Assert.Equal([0, 3, 1], Enumerable.Range(0, 3).Select(new TextLines(" \u00A0\none two-three\tfour \n$").Weight));

    [Fact]
    public void Lines_are_found_by_position()
    {
        var lines = new TextLines("ab\n\nc");
        Assert.Equal([0, 0, 0, 1, 2, 2], Enumerable.Range(0, 6).Select(lines.LineAt));
        Assert.Equal(new TextRange(4, 5), lines.Range(2));
        Assert.Equal("", lines[1].ToString());
    }
}
