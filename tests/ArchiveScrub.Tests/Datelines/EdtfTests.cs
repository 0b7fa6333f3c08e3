using ArchiveScrub.Datelines;
using Xunit;

namespace ArchiveScrub.Tests.Datelines;

public class EdtfTests
{
    [Fact]
    public void Every_day_of_a_leap_cycle_comes_back()
    {
        for (var day = new DateOnly(2017, 1, 1); day.Year < 2021; day = day.AddDays(1))
        {
            foreach (var uncertain in (bool[])[false, true])
            {
                Assert.True(Edtf.TryParse(Edtf.Of(day, uncertain), out var date));
                Assert.Equal((day.Year, uncertain, day.Month, day.Day), date);
            }

            Assert.True(Edtf.TryParse(Edtf.Of(day.Month, day.Day), out var yearless));
            Assert.Equal(((int?)null, false, day.Month, day.Day), yearless);
        }
    }

    [Theory]
    [InlineData("2020-02-12")]
    [InlineData("2020?-02-12")]
    [InlineData("XXXX-02-29")]
    [InlineData("0001-01-01")]
    public void Text_comes_back(string text)
    {
        Assert.True(Edtf.TryParse(text, out var date));
        Assert.Equal(text, date.Year is { } year ? Edtf.Of(new DateOnly(year, date.Month, date.Day), date.IsYearUncertain) : Edtf.Of(date.Month, date.Day));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020")]
    [InlineData("2020-2-12")]
    [InlineData("2020-02-30")]
    [InlineData("2019-02-29")]
    [InlineData("XXXX-02-30")]
    [InlineData("XXXX?-02-12")]
    [InlineData("2020-02-12?")]
    [InlineData("0000-02-12")]
    [InlineData("2020-13-01")]
    [InlineData("+020-02-12")]
    public void Other_text_is_refused(string text) => Assert.False(Edtf.TryParse(text, out _));
}
