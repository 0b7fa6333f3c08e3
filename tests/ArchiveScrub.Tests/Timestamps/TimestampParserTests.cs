using System.Globalization;
using ArchiveScrub.Timestamps;
using Xunit;

namespace ArchiveScrub.Tests.Timestamps;

public class TimestampParserTests
{
    private readonly TimestampParser _parser = new();

    // text, then every timestamp as ISO 8601, "U" or "P" before it where the text gives its role, "?" after an unsettled order
    public static TheoryData<string, string> Timestamps { get; } = new()
    {
        { "5 Apr, 2017 08:14", "2017-04-05T08:14" },
        { "April 5, 2017", "2017-04-05" },
        { "Wed, 05 Apr 2017 08:00:10 +0100", "2017-04-05T08:00:10+01:00" },
        { "2017-04-05T08:14:00Z", "2017-04-05T08:14+00:00" },
        { "2017-04-05T08:14-07:00", "2017-04-05T08:14-07:00" },
        { "20170405", "2017-04-05" },
        { "2017/4/5", "2017-04-05" },
        { "2017. 04. 05. 8:14", "2017-04-05T08:14" },
        { "25/04/2017 at 7:05 pm", "2017-04-25T19:05" },
        { "04/25/2017", "2017-04-25" },
        { "05/04/2017", "2017-04-05?" },
        { "Wednesday, 05/04/2017", "2017-04-05" },
        { "Thursday, 05/04/2017", "2017-05-04" },
        { "14.11.24", "2024-11-14" },
        { "19-DEC-2025", "2025-12-19" },
        { "Published 3rd Apr 2017, 09:25 GMT- 3 min read", "P2017-04-03T09:25+00:00" },
        { "Posted on April 5, 2017 by Mary Major - Updated May 9, 2018", "P2017-04-05 U2018-05-09" },
        { "JANE DOEPUBLISHED: APR 5, 2017", "P2017-04-05" },
        { "John Doe08:14, Apr 5 2017", "2017-04-05T08:14" },
        { "08:14 GMT +35 April 2017", "2017-04-05T08:14+03:00" },
        { "08:14 GMT +325 April 2017", "2017-04-25T08:14+03:00" },
        { "5 aprile 20178:14", "2017-04-05T08:14" },
        { "April 5, 201723 comments", "2017-04-05" },
        { "6:55pm SAST, 5 April 2017", "2017-04-05T18:55+02:00" },
        { "April 5, 2017 6.55pm SAST", "2017-04-05T18:55+02:00" },
        { "April 5, 2017 12:05 a.m. EDT", "2017-04-05T00:05-04:00" },
        { "April 5, 2017 12:05 p.m. ET", "2017-04-05T12:05-04:00" },
        { "April 5, 2017, 01:00:00 AM IST", "2017-04-05T01:00" }, // India, Ireland, Israel
        { "April 5, 2017 10:00 Moscow time", "2017-04-05T10:00+03:00" },
        { "Jan 5, 2017 10:00 Damascus Local Time", "2017-01-05T10:00+02:00" },
        { "5 avril 2017 à 8h14", "2017-04-05T08:14" },
        { "Mis à jour le 1er avr. 2017 à 08:14", "U2017-04-01T08:14" },
        { "Stand: 05.04.2017 18.00 Uhr", "U2017-04-05T18:00?" },
        { "25. März 2017, 18 Uhr", "2017-03-25T18:00" },
        { "5 de Abril de 2017 | 16:05", "2017-04-05T16:05" },
        { "quarta-feira, 5 de abril de 2017 às 16h05", "2017-04-05T16:05" },
        { "mercoledì 5 aprile 2017 ore 15.30", "2017-04-05T15:30" },
        { "5 апреля 2017, 18:47 МСК", "2017-04-05T18:47+03:00" },
        { "Опубликовано 5 апреля 2017 г. в 18:47", "P2017-04-05T18:47" },
        { "5 листопада 2017 року, 18:47", "2017-11-05T18:47" },
        { "25.4.2017 16.20 päivitetty 26.4.2017 9:20", "2017-04-25T16:20 U2017-04-26T09:20" },
        { "5. huhtikuuta 2017 klo 16.20", "2017-04-05T16:20" },
        { "2017. április 5., szerda 8:14", "2017-04-05T08:14" },
        { "5 kwietnia 2017, 08:14", "2017-04-05T08:14" },
        { "5. dubna 2017", "2017-04-05" },
        { "05 Nisan 2017 Çarşamba 08:14", "2017-04-05T08:14" },
        { "NİSAN 5, 2017", "2017-04-05" },
        { "5 Απριλίου 2017, 8:14 μ.μ.", "2017-04-05T20:14" },
        { "الأربعاء، 5 أبريل 2017 09:56 م", "2017-04-05T21:56" },
        { "٥ نيسان ٢٠١٧", "2017-04-05" },
        { "۱۶ فروردین ۱۳۹۶", "2017-04-05" },
        { "2017年4月5日 10時00分", "2017-04-05T10:00" },
        { "2017年4月5日(水) 午後3時30分", "2017-04-05T15:30" },
        { "2017年04月05日10:00", "2017-04-05T10:00" },
        { "２０１７年４月５日", "2017-04-05" },
        { "2017년 4월 5일 오후 3:20", "2017-04-05T15:20" },
        { "Thứ tư, 5/4/2017, 19:20 (GMT+7)", "2017-04-05T19:20+07:00" },
        { "5 tháng 4, 2017", "2017-04-05" },
        { "April 5, 20176:01 PM ET", "2017-04-05T18:01-04:00" },
        { "5 Apr 2017 / 23:07 GMT5 Apr 2017 / 23:07 GMT", "2017-04-05T23:07+00:00 2017-04-05T23:07+00:00" },
        { "22:57 GMT 28.04.2017(updated 11:14 GMT 29.04.2017) Get link", "2017-04-28T22:57+00:00 U2017-04-29T11:14+00:00" },
        { "12 May 3, 2017", "2017-05-03" },
        { "met on April 5 and May 12", "XXXX-04-05 XXXX-05-12" },
    };

    public static TheoryData<string> NotTimestamps { get; } =
    [
        "", "no digits here", "February 30, 2020", "31.04.2020", "2020-13-01", "version 1.12.2020.3", "call 555-12-12-2020",
        "192.168.20.21", "25:61", "3 hours ago", "May we go", "99 March", "12/13", "0000-00-00", "in 2019", "June 2019", "202010:4312202010:43", "10:123456789012", "GMT +12345678901 May",
    ];

    public static TheoryData<string> Lines { get; } =
    [
        "5 Apr, 2017 08:14", "08:14 GMT +325 April 2017", "Published: April 5, 2017 | Updated: May 9, 2018", "Last modified on 5 April 2017",
        "April 5, 2017 · 11 min read", "Published 3rd Apr 2017, 09:25 GMT- 3 min read", "2 hours ago", "vor 3 Stunden", "2 часа назад", "Updated 10:30 AM",
        "Friday 17 January 2020 | 5:30 PM Damascus Local Time", "2017年4月5日(水) 10:00", "Опубликовано 5 апреля 2017 г. в 18:47", "[5 April 2017]",
        "Mis à jour le 5 avr. 2017 à 08:14", "April 5, 2017April 9, 2018", "Stand: 05.04.2017 18:00 Uhr", "Original date: April 5, 2017",
    ];

    public static TheoryData<string> OtherLines { get; } =
    [
        "", "Home", "2020", "10:43", "0:51", "John Doe April 5, 2017", "The meeting of April 5, 2017 was short", "Top 10 of April 5, 2017", "June 2019",
        "Smoke rises over the village on April 5, 2017", "3 comments", "5 minutes", "© 2017", "1 2 3 4 5", "Share 12", "MOSCOW, April 5.",
    ];

    [Theory]
    [MemberData(nameof(Timestamps))]
    public void FindAll_reads_timestamps(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', _parser.FindAll(text).Select(Describe)));

    [Theory]
    [MemberData(nameof(NotTimestamps))]
    public void FindAll_finds_nothing_where_there_is_no_date(string text) => Assert.Empty(_parser.FindAll(text));

    [Theory]
    [MemberData(nameof(Lines))]
    public void IsTimestampLine_holds_for_lines_that_say_only_when(string line) => Assert.True(_parser.IsTimestampLine(line));

    [Theory]
    [MemberData(nameof(OtherLines))]
    public void IsTimestampLine_fails_for_lines_that_say_something_else(string line) => Assert.False(_parser.IsTimestampLine(line));

    [Fact]
    public void Match_ranges_cover_what_was_read()
    {
        const string Text = "Posted: 08:14 GMT, 5 April 2017 by Jane";
        var match = Assert.Single(_parser.FindAll(Text));
        Assert.Equal("08:14 GMT, 5 April 2017", Text[match.Range.Start..match.Range.End]);
    }

    [Theory]
    [InlineData("A. ")]
    [InlineData("12:")]
    [InlineData("1 January ")]
    [InlineData("2020-")]
    [InlineData("May ")]
    [InlineData("12 May 3, ")]
    [InlineData("9")]
    public void Hostile_text_is_read_only_to_a_bound(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Assert.False(_parser.IsTimestampLine(text));
        Assert.All(_parser.FindAll(text), m => Assert.True(m.Range.End <= TimestampParser.MaxLength));
    }

    internal static string Describe(TimestampMatch match)
    {
        var role = match.Role switch { TimestampRole.Published => "P", TimestampRole.Updated => "U", _ => "" };
        var day = match.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Create(CultureInfo.InvariantCulture, $"XXXX-{match.Month:00}-{match.Day:00}");
        var time = match.Time is { } t ? "T" + t.ToString(t.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture) : "";
        var offset = match.Offset is { } o ? (o < TimeSpan.Zero ? "-" : "+") + o.ToString(@"hh\:mm", CultureInfo.InvariantCulture) : "";
        return role + day + time + offset + (match.OrderUnsettled ? "?" : "");
    }
}
