using ArchiveScrub.Quality.Metrics;
using ArchiveScrub.Quality.Reports;
using ArchiveScrub.Quality.Scoring;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class ReportTests
{
    [Fact]
    public void A_saved_run_is_read_back_as_it_was()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PageScore[] run =
            [
                MadeUp.Score("1", "article", new WordScore(3, 4, 2)) with { Output = "00ff", Snippets = new SnippetScore(1, 2, 3, 4) },
                MadeUp.Score("1", "article", new WordScore(3, 4, 2), PageFormat.Text) with { Lines = new LineTally(1, 2, 3, 4, 5, 6, 7), Error = "it \"broke\"", IsScored = false },
            ];
            ScoreFile.Write(path, run);
            Assert.Equal(run, ScoreFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Flips_lists_the_largest_loss_first_and_counts_the_rest()
    {
        PageScore[] before = [.. "abcde".Select(id => MadeUp.Score($"{id}", "article", new WordScore(10, 10, 5)) with { Output = "1" })];
        PageScore[] after =
        [
            before[0] with { Words = new WordScore(10, 10, 4) },
            before[1] with { Words = new WordScore(10, 10, 1) },
            before[2] with { Words = new WordScore(10, 10, 9) },
            before[3] with { Output = "2" },
            before[4],
            MadeUp.Score("new", "article", default),
        ];
        var output = new StringWriter();
        Flips.Write(output, before, after);
        var lines = output.ToString().Split('\n');
        Assert.StartsWith("html b article", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("html a article", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("html c article", lines[2], StringComparison.Ordinal);
        Assert.Equal("1 pages better, 2 worse, 1 changed with the same word F1, 1 unchanged; 0 only in the first run, 1 only in the second", lines[3].TrimEnd());
    }

    [Fact]
    public void Languages_are_rows_the_most_frequent_first()
    {
        PageScore[] pages = [MadeUp.Score("1", "article", new WordScore(10, 10, 5)), MadeUp.Score("2", "forum", new WordScore(10, 10, 10)), MadeUp.Score("3", "forum", new WordScore(10, 10, 10))];
        var output = new StringWriter();

        ScoreTable.WriteByLanguage(output, pages, id => id == "1" ? "fr" : "unknown");

        var lines = output.ToString().Split('\n');
        Assert.StartsWith("unknown", lines[0], StringComparison.Ordinal);
        Assert.Contains("  1.000  1.000  1.000", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("fr", lines[1], StringComparison.Ordinal);
    }
}
