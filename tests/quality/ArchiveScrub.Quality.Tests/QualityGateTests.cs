using ArchiveScrub.Quality.Gate;
using Xunit;

namespace ArchiveScrub.Quality.Tests;

public sealed class QualityGateTests
{
    private static readonly SortedDictionary<string, double> Reached = new(StringComparer.Ordinal) { ["html.all.wordF1"] = 0.75, ["text.all.lineF1"] = 0.6 };

    [Fact]
    public void A_run_that_reaches_its_floors_passes() =>
        Assert.Empty(QualityGate.Compare(Floors(0.75, 0.6), "corpus", Reached));

    [Fact]
    public void A_figure_within_epsilon_of_its_floor_passes() =>
        Assert.Empty(QualityGate.Compare(Floors(0.7504, 0.6), "corpus", Reached));

    [Fact]
    public void A_figure_below_its_floor_fails_and_is_named()
    {
        var wrong = Assert.Single(QualityGate.Compare(Floors(0.7506, 0.6), "corpus", Reached));
        Assert.Equal("html.all.wordF1 is 0.7500, below its floor of 0.7506", wrong);
    }

    [Fact]
    public void A_figure_that_is_no_number_fails() =>
        Assert.Single(QualityGate.Compare(Floors(0.1, 0.1), "corpus", new Dictionary<string, double>(Reached) { ["html.all.wordF1"] = double.NaN }));

    [Fact]
    public void A_floor_that_was_not_measured_fails()
    {
        var floors = Floors(0.7, 0.6);
        floors.Floors.Add("html.forum.wordF1", 0.1);
        Assert.Contains("html.forum.wordF1", Assert.Single(QualityGate.Compare(floors, "corpus", Reached)), StringComparison.Ordinal);
    }

    [Fact]
    public void Floors_of_another_corpus_are_not_compared() =>
        Assert.Contains("another corpus", Assert.Single(QualityGate.Compare(Floors(0.1, 0.1), "other", Reached)), StringComparison.Ordinal);

    [Fact]
    public void A_set_without_floors_fails() => Assert.Single(QualityGate.Compare(null, "corpus", Reached));

    [Fact]
    public void Raise_writes_new_floors_rounded_down()
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = 0.74009, ["b"] = 0.74, ["c"] = 0.7401, ["d"] = 1 };
        var floors = QualityGate.Raise(new FloorFile(), "full", "corpus", figures, lowerReason: null, MadeUp.Clock).Sets["full"].Floors;
        Assert.Equal([0.74, 0.74, 0.7401, 1.0], floors.Values);
    }

    [Fact]
    public void Raise_lifts_what_is_better_and_leaves_what_is_worse()
    {
        var raised = QualityGate.Raise(File(0.70, 0.65), "full", "corpus", Reached, lowerReason: null, MadeUp.Clock);
        Assert.Equal(0.75, raised.Sets["full"].Floors["html.all.wordF1"]);
        Assert.Equal(0.65, raised.Sets["full"].Floors["text.all.lineF1"]);
        Assert.Empty(raised.Lowered);
    }

    [Fact]
    public void Lowering_with_a_reason_is_recorded_with_its_day()
    {
        var raised = QualityGate.Raise(File(0.70, 0.65), "full", "corpus", Reached, "the gold was corrected", MadeUp.Clock);
        Assert.Equal(0.6, raised.Sets["full"].Floors["text.all.lineF1"]);
        Assert.Equal(new Lowering("2024-02-29", "full", "text.all.lineF1", 0.65, 0.6, "the gold was corrected"), Assert.Single(raised.Lowered));
    }

    [Fact]
    public void A_floor_whose_figure_is_gone_stays_unless_there_is_a_reason()
    {
        var file = File(0.7, 0.6);
        file.Sets["full"].Floors.Add("html.gone", 0.5);
        Assert.Equal(0.5, QualityGate.Raise(file, "full", "corpus", Reached, lowerReason: null, MadeUp.Clock).Sets["full"].Floors["html.gone"]);
        var lowered = QualityGate.Raise(file, "full", "corpus", Reached, "no longer measured", MadeUp.Clock);
        Assert.False(lowered.Sets["full"].Floors.ContainsKey("html.gone"));
        Assert.Null(Assert.Single(lowered.Lowered).To);
    }

    [Fact]
    public void Another_corpus_is_refused_without_a_reason_and_taken_with_one()
    {
        Assert.Throws<InvalidOperationException>(() => QualityGate.Raise(File(0.7, 0.6), "full", "other", Reached, lowerReason: null, MadeUp.Clock));
        Assert.Equal("other", QualityGate.Raise(File(0.9, 0.6), "full", "other", Reached, "a larger corpus", MadeUp.Clock).Sets["full"].Corpus);
    }

    [Fact]
    public void Raising_one_set_leaves_the_others()
    {
        var raised = QualityGate.Raise(File(0.7, 0.6), "sample", "corpus", Reached, lowerReason: null, MadeUp.Clock);
        Assert.Equal(0.7, raised.Sets["full"].Floors["html.all.wordF1"]);
        Assert.Equal(0.75, raised.Sets["sample"].Floors["html.all.wordF1"]);
    }

    [Fact]
    public void Floors_survive_the_way_through_the_file()
    {
        var file = QualityGate.Raise(File(0.70, 0.65), "full", "corpus", Reached, "a reason", MadeUp.Clock);
        var read = FloorFile.Parse(file.ToJson());
        Assert.Equal(file.ToJson(), read.ToJson());
        Assert.Equal(file.Lowered, read.Lowered);
        Assert.EndsWith("}\n", file.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', file.ToJson());
    }

    private static FloorSet Floors(double html, double text) =>
        new("corpus", new SortedDictionary<string, double>(StringComparer.Ordinal) { ["html.all.wordF1"] = html, ["text.all.lineF1"] = text });

    private static FloorFile File(double html, double text) => new() { Sets = { ["full"] = Floors(html, text) } };
}
