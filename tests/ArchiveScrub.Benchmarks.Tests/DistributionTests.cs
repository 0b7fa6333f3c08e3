using ArchiveScrub.Benchmarks.Reports;

namespace ArchiveScrub.Benchmarks.Tests;

public sealed class DistributionTests
{
    [Fact]
    public void Percentiles_are_numbers_that_were_measured()
    {
        var hundred = new Distribution(Enumerable.Range(1, 100).Select(static i => (double)i).Reverse());

        Assert.Equal(50, hundred.Median);
        Assert.Equal(95, hundred.Percentile(95));
        Assert.Equal(99, hundred.Percentile(99));
        Assert.Equal(100, hundred.Percentile(100));
        Assert.Equal(1, hundred.Percentile(1));
        Assert.Equal((1, 50.5, 100), (hundred.Min, hundred.Mean, hundred.Max));
    }

    [Theory]
    [InlineData(new[] { 7.0 }, 7, 7)]
    [InlineData(new[] { 2.0, 1.0 }, 1, 2)]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2, 3)]
    public void Few_numbers_have_percentiles_too(double[] numbers, double median, double p99)
    {
        var few = new Distribution(numbers);

        Assert.Equal(median, few.Median);
        Assert.Equal(p99, few.Percentile(99));
    }

    [Fact]
    public void Nothing_has_no_distribution() => Assert.Throws<ArgumentException>(() => new Distribution([]));

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_percentile_is_of_a_hundred(int percent) => Assert.Throws<ArgumentOutOfRangeException>(() => new Distribution([1]).Percentile(percent));
}
