using ArchiveScrub.Quality.Gate;
using ArchiveScrub.Quality.Metrics;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class FiguresTests
{
    [Fact]
    public void Word_F1_is_the_mean_over_pages_by_type_and_over_all()
    {
        var figures = Figures.Of(
        [
            MadeUp.Score("1", "article", new WordScore(10, 10, 10)),
            MadeUp.Score("2", "article", new WordScore(10, 30, 10)),
            MadeUp.Score("3", "forum", new WordScore(10, 10, 0)),
        ]);
        Assert.Equal(0.75, figures["html.article.wordF1"], 12);
        Assert.Equal(0, figures["html.forum.wordF1"], 12);
        Assert.Equal(0.5, figures["html.all.wordF1"], 12);
    }

    [Fact]
    public void Pages_that_are_not_scored_count_in_no_mean()
    {
        var figures = Figures.Of(
        [
            MadeUp.Score("1", "article", new WordScore(10, 10, 10)),
            MadeUp.Score("2", "article", new WordScore(10, 0, 0)) with { IsScored = false },
        ]);
        Assert.Equal(1, figures["html.all.wordF1"]);
    }

    [Fact]
    public void Line_F1_is_over_all_lines_and_its_macro_over_pages()
    {
        var figures = Figures.Of(
        [
            MadeUp.Score("1", "article", default, PageFormat.Text) with { Lines = new LineTally(3, 1, 0, 4, 30, 2, 0) },
            MadeUp.Score("2", "article", default, PageFormat.Text) with { Lines = new LineTally(0, 0, 1, 0, 0, 0, 8) },
        ]);
        Assert.Equal(6 / 8.0, figures["text.all.lineF1"], 12);
        Assert.Equal(6 / 14.0, figures["text.all.lineMacro"], 12);
        Assert.Equal(60 / 70.0, figures["text.all.lineWeightedF1"], 12);
        Assert.Equal(4 / 5.0, figures["text.all.dropRecall"], 12);
    }

    [Fact]
    public void One_failed_page_shows()
    {
        var pages = Enumerable.Range(0, 1358).Select(i => MadeUp.Score($"{i}", "article", new WordScore(1, 1, 1)) with { Error = i == 7 ? "it broke" : null }).ToList();
        Assert.True(1 - Figures.Of(pages)["html.all.unfailed"] > QualityGate.Epsilon);
    }
}
