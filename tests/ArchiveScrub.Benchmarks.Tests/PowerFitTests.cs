using ArchiveScrub.Benchmarks.Reports;

namespace ArchiveScrub.Benchmarks.Tests;

public sealed class PowerFitTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    public void The_exponent_of_a_power_is_found(double exponent)
    {
        var points = new[] { 1e4, 1e5, 1e6, 3e7 }.Select(size => (size, 0.25 * Math.Pow(size, exponent))).ToArray();

        Assert.Equal(exponent, PowerFit.Exponent(points), 1e-9);
    }

    [Fact]
    public void Noise_moves_it_a_little()
    {
        (double, double)[] points = [(1, 1.1), (10, 9), (100, 105), (1000, 980)];

        Assert.InRange(PowerFit.Exponent(points), 0.95, 1.05);
    }

    [Fact]
    public void One_size_says_nothing() => Assert.Equal(double.NaN, PowerFit.Exponent([(5, 1), (5, 2)]));
}
