using ArchiveScrub.Benchmarks.Measuring;
using ArchiveScrub.Benchmarks.Reports;

namespace ArchiveScrub.Benchmarks.Tests;

public sealed class MeasurementTests
{
    private static readonly Measurement Measured = new()
    {
        Version = "1.0",
        Passes = 2,
        PageNanoseconds = [1_000_000, 3_000_000],
        ProcessNanoseconds = 12_000_000,
        ThreadNanoseconds = 8_000_000,
        PageBytes = 60_000,
        AllocatedBytes = 120_000,
        PeakBytes = 100_000_000,
        Failures = 0,
    };

    [Fact]
    public void Time_is_of_a_page_in_a_pass()
    {
        Assert.Equal(3, Measured.MillisecondsAPage); // 12 ms, two passes, two pages
        Assert.Equal(2, Measured.ThreadMillisecondsAPage);
        Assert.Null((Measured with { ThreadNanoseconds = null }).ThreadMillisecondsAPage);
    }

    [Fact]
    public void Speed_is_bytes_of_all_passes_by_time_of_all_passes() =>
        Assert.Equal(10, Measured.MegabytesASecond, 1e-9); // 120 kB in 12 ms

    [Theory]
    [InlineData(2.345, "2.35")]
    [InlineData(23.45, "23.5")]
    [InlineData(234.5, "235")]
    [InlineData(9.996, "10.0")]
    [InlineData(99.97, "100")]
    [InlineData(1234567, "1,234,567")]
    public void Figures_have_three_digits(double number, string figure) => Assert.Equal(figure, Figure.Of(number));

    [Fact]
    public void What_is_not_known_is_a_dash()
    {
        Assert.Equal("–", Figure.Of(null));
        Assert.Equal("–", Figure.Of(double.NaN));
    }

    [Fact]
    public void Ratios_are_to_the_second() => Assert.Equal("2.50 ×", Figure.Ratio(5, 2));
}
