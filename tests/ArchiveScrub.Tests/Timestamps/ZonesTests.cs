using System.Globalization;
using ArchiveScrub.Datelines;
using ArchiveScrub.Tests.Architecture;
using ArchiveScrub.Timestamps;
using NodaTime;
using NodaTime.TimeZones;
using Xunit;

namespace ArchiveScrub.Tests.Timestamps;

public sealed class ZonesTests
{
    /// <summary>
    /// The table saves looking through all clocks at every start; a NodaTime with another tz database needs another table.
    /// Write it as this test would have it: <c>ARCHIVESCRUB_UPDATE_GOLDENS=1 dotnet test</c>.
    /// </summary>
    [Fact]
    public void The_table_of_names_is_that_of_the_tz_database()
    {
        var (from, to) = (Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0));
        var rows = TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id =>
        {
            var names = DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(from, to).Select(static interval => interval.Name).Where(static name => char.IsLetter(name[0]));
            return id + "\t" + string.Join(',', names.Distinct(StringComparer.Ordinal));
        }).ToArray();
        AssertIsTable(Zones.NamesTable, "the zones of the tz database, and the abbreviations that their clocks had from 1990 to 2039", rows);
    }

    /// <summary>As <see cref="The_table_of_names_is_that_of_the_tz_database"/>.</summary>
    [Fact]
    public void The_table_of_places_is_that_of_the_tz_database() => AssertIsTable(
        Gazetteer.ZonePlacesTable,
        "the zones of the tz database that have a place, and the country of each",
        [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(static place => place.ZoneId + "\t" + place.CountryCode)]);

    private static void AssertIsTable(string table, string content, string[] rows)
    {
        if (Environment.GetEnvironmentVariable("ARCHIVESCRUB_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(
                Path.Combine(Repository.Root, "functions", "ArchiveScrub", table.Split('.', 2)[0], table.Split('.', 2)[1]),
                $"# Written by a test, ZonesTests: {content}.\n" + string.Join('\n', rows) + "\n");
            return;
        }

        Assert.Equal(rows, Tsv.Read(table).Select(static row => string.Join('\t', row)));
    }

    [Theory]
    [InlineData("EST", "2021-01-05", "-05:00")]
    [InlineData("EST", "2021-07-05", "-05:00")] // not in force, and meant all the same
    [InlineData("est", "2021-01-05", "-05:00")]
    [InlineData("CEST", "2021-07-05", "02:00")]
    [InlineData("MSK", "2021-07-05", "03:00")]
    [InlineData("MSK", "2012-07-05", "04:00")] // Moscow kept summer time all year then
    [InlineData("Berlin", "2021-07-05", "02:00")]
    [InlineData("CST", "2021-01-05", null)] // Chicago's or Shanghai's
    [InlineData("XYZT", "2021-01-05", null)]
    public void A_name_has_the_offset_that_it_means_on_the_day(string name, string day, string? offset)
    {
        var wallClock = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(offset is null ? null : TimeSpan.Parse(offset, CultureInfo.InvariantCulture), Zones.Default.Offset(name, wallClock));
        Assert.Equal(name != "XYZT", Zones.Default.IsKnown(name));
    }
}
