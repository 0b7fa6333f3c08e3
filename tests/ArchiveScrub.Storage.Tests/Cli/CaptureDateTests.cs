using System.Globalization;
using ArchiveScrub.Cli;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class CaptureDateTests
{
    [Theory]
    [InlineData("2020-02-12", "2020-02-12T23:59:59Z")]
    [InlineData("2020-12-31", "2020-12-31T23:59:59Z")]
    [InlineData("2020-02-12T09:30", "2020-02-12T09:30:00Z")]
    [InlineData("2020-02-12T09:30:15", "2020-02-12T09:30:15Z")]
    [InlineData("2020-02-12T09:30:15Z", "2020-02-12T09:30:15Z")]
    [InlineData("2020-02-12T09:30:15.5Z", "2020-02-12T09:30:15.5Z")]
    [InlineData("2020-02-12T09:30:15+03:00", "2020-02-12T06:30:15Z")]
    [InlineData("20200212093015", "2020-02-12T09:30:15Z")]
    public void Dates_of_ISO_8601_and_of_web_archives_are_read(string text, string expected)
    {
        Assert.True(CaptureDate.TryParse(text, out var date));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date);
        Assert.Equal(TimeSpan.Zero, date.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("12/02/2020")]
    [InlineData("2020-02-30")]
    [InlineData("2020-2-1")]
    [InlineData("2020")]
    [InlineData("2020-02-12 09:30")]
    [InlineData("20200212")]
    public void What_is_no_such_date_is_refused(string text) => Assert.False(CaptureDate.TryParse(text, out _));
}
