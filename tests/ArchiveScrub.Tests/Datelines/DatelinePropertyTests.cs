using ArchiveScrub.Credits;
using ArchiveScrub.Datelines;
using ArchiveScrub.Timestamps;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ArchiveScrub.Tests.Datelines;

public class DatelinePropertyTests
{
    private static readonly string[] Pieces =
    [
        "MOSCOW", "Paris", "New York", "Ore.", "N.Y.", "May", "Sept.", "мая", "5", "31", "2020", "12:30", "12", "202010:43", "GMT", "+3", "+0300", "(", ")", "/", "AP", "TASS", "Reuters", "-", "--", "—",
        ",", ".", ":", " ", "  ", "\"", "新华社", "北京", "8月27日", "电", "年", "دمشق", "سانا", "٢٠٢٠", "Published", "Updated", "By", "Jane", "Doe", "and", "Wednesday", "pm", "a.m.", "\uD83D\uDE00", "\uFFFD", "é", "e\u0301", "\u200F",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void Timestamps_lie_in_the_text_in_order_and_are_days_of_the_calendar() => Prop.ForAll(Texts, text =>
    {
        var at = 0;
        foreach (var match in TimestampParser.Default.FindAll(text))
        {
            Assert.InRange(match.Range.Start, at, match.Range.End - 1);
            at = match.Range.End;
            Assert.True(match.Year is null || match.Date is not null);
            Assert.InRange(match.Day, 1, 31);
        }

        Assert.True(at <= text.Length);
        _ = TimestampParser.Default.IsTimestampLine(text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(1, 1));

    [Fact]
    public void Prefixes_lie_in_the_text_and_read_the_same_again() => Prop.ForAll(Texts, text =>
    {
        var reading = PrefixParser.Prefixes.Read(text);
        Assert.Equal(reading, PrefixParser.Prefixes.Read(text));
        foreach (var range in (TextRange?[])[reading?.Place, reading?.Agency, reading?.Date, reading?.Names])
        {
            Assert.True(range is not { } r || (r.Start >= 0 && r.Start < r.End && r.End <= reading!.Length && reading.Length <= text.Length));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(1, 1));

    [Fact]
    public void Datelines_are_never_after_the_capture() => Prop.ForAll(Texts, text =>
    {
        var context = TestPage.Captured("2019-06-01");
        if (text.Trim().Length > 0 && new TestPage((Kind.Title, "A headline"), (Kind.Timestamp, text), (Kind.Paragraph, text)) { Context = context }.Find() is { } finding)
        {
            Assert.True(finding.Dateline?.Date is not { } date || date <= new DateOnly(2019, 6, 2));
            Assert.True(finding.Prefix is not { } prefix || prefix.Length <= text.Length);
        }

        _ = BylineParser.Default.Parse(text);
        _ = CreditLineParser.Default.Parse(text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(1, 1));
}
