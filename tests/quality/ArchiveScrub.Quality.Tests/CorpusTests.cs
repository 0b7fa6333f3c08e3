using ArchiveScrub.Quality.Corpora;
using ArchiveScrub.Quality.Gate;
using ArchiveScrub.Quality.Scoring;
using ArchiveScrub.Tests;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class CorpusTests
{
    // The figures of the table in the corpus's README. Two of them differ by .001 there: word F1 of the first system
    // (.740, here .7395) and P of the second (.784, here .785). A second implementation, in Python, gives ours.
    [SharedFact("corpus")]
    public void The_trivial_systems_score_what_the_corpus_says()
    {
        var corpus = new Corpus(Shared.Require("corpus"));
        var rows = Systems.Baselines.ToDictionary(
            baseline => baseline.Key,
            baseline => Summary.Of(new Scorer(corpus, baseline.Value, Environment.ProcessorCount).Run(corpus.Ids, PageFormat.Text)));
        Check(rows["keep everything"], .632, .991, .740, .494, .483, .798, .000);
        Check(rows["lines of 10 words or more"], .785, .851, .787, .538, .559, .832, .925);
        Check(rows["all keep lines (ceiling)"], .998, .979, .987, 1, 1, 1, 1);

        // Mapping output back to lines has to find nearly the same lines as were taken.
        foreach (var row in rows.Values)
        {
            Assert.Equal(row.LinesByVerdict!.Value.F1, row.Lines!.Value.F1, 0.004);
            Assert.Equal(row.LinesByVerdict.Value.WeightedF1, row.Lines.Value.WeightedF1, 0.002);
        }
    }

    [SharedFact("corpus")]
    public void A_sample_of_the_corpus_reaches_its_floors()
    {
        var corpus = new Corpus(Shared.Require("corpus"));
        var figures = FloorRun.Sample.Measure(corpus, models: null, Environment.ProcessorCount, CancellationToken.None);
        var floors = FloorFile.Read(FloorFile.Find()!).Sets.GetValueOrDefault(FloorRun.Sample.Name);
        Assert.Empty(QualityGate.Compare(floors, corpus.Fingerprint(), figures));
    }

    private static void Check(Summary row, double precision, double recall, double wordF1, double lineF1, double macro, double weighted, double dropRecall)
    {
        const double Rounding = 0.0006;
        Assert.Equal(1278, row.Pages);
        Assert.Equal(precision, row.Precision, Rounding);
        Assert.Equal(recall, row.Recall, Rounding);
        Assert.Equal(wordF1, row.WordF1, Rounding);
        Assert.Equal(lineF1, row.LinesByVerdict!.Value.F1, Rounding);
        Assert.Equal(macro, row.LineMacroByVerdict, Rounding);
        Assert.Equal(weighted, row.LinesByVerdict.Value.WeightedF1, Rounding);
        Assert.Equal(dropRecall, row.LinesByVerdict.Value.DropRecall, Rounding);
    }
}
