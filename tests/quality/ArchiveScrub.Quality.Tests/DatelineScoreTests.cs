using ArchiveScrub.Quality.Datelines;
using ArchiveScrub.Quality.Gate;
using ArchiveScrub.Tests;
using Xunit;
using Xunit.Abstractions;

namespace ArchiveScrub.Quality.Tests;

public sealed class DatelineScoreTests(ITestOutputHelper output)
{
    // Whole pages are for the gate, which runs in Release.
    [SharedFact("corpus")]
    public void Rows_of_the_dateline_sets_reach_their_floors()
    {
        var scores = DatelineRun.Score(Shared.Require("corpus"), models: null, pages: false, jobs: 1, CancellationToken.None);
        foreach (var score in scores)
        {
            output.WriteLine($"{score}\n  {string.Join("\n  ", score.Misses)}");
        }

        var floors = FloorFile.Read(FloorFile.Find("dateline-floors.json")!).Sets[DatelineRun.Set].Floors;
        foreach (var (figure, reached) in DatelineRun.Figures(scores))
        {
            Assert.True(reached >= floors[figure] - QualityGate.Epsilon, $"{figure} is {reached}, its floor {floors[figure]}");
        }
    }

    [Fact]
    public void A_score_counts_rows_and_fields()
    {
        var score = new FieldScore("made up");
        score.Row(score.Add("place", "Lisbon", "Lisbon") & score.Add("date", null, "2020-01-01"), "first");
        score.Row(score.Add("place", "Porto", null) & score.Add("date", "2020-01-01", "2020-01-01"), "second");
        score.Row(score.Add("place", "Oporto", "Porto", ["Porto"]) & score.Add("date", null, ""), "third");
        Assert.Equal((3, 1), (score.Rows, score.ExactRows));
        Assert.Equal(["first", "second"], score.Misses);
        Assert.Equal("made up              1 of     3 exact   33.33 %; date P 0.500 R 1.000; place P 1.000 R 0.667", score.ToString());
    }
}
