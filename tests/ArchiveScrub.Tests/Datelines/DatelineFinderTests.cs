using ArchiveScrub.Blocks;
using ArchiveScrub.Datelines;
using Xunit;

namespace ArchiveScrub.Tests.Datelines;

public class DatelineFinderTests
{
    private const string Report = "The ships left the old port early in the morning, officials said.";

    [Fact]
    public void Place_comes_from_the_prefix_and_time_from_the_line_near_the_title()
    {
        var finding = new TestPage(
            (Kind.Navigation, "Menu"), (Kind.Timestamp, "08:14 GMT +35 April 2017"), (Kind.Title, "Ships leave"), (Kind.Paragraph, "LISBON (Sputnik) - " + Report)).Find();
        Assert.Equal("LISBON, 2017-04-05T08:14+03:00 (Sputnik)", finding.Dateline?.ToLine());
        Assert.Equal(new DatelinePrefix(3, "LISBON (Sputnik) - ".Length), finding.Prefix);
        Assert.Equal("2017-04-05", finding.Dateline?.Edtf);
        Assert.Contains(finding.Evidence, e => e is { Field: "date", Source: "timestamp", Block: 1, Used: true });
        Assert.Contains(finding.Evidence, e => e is { Field: "place", Source: "prefix", Value: "LISBON", Block: 3, Range: { Start: 0, End: 6 } });
    }

    [Fact]
    public void The_year_comes_from_a_timestamp_that_names_the_same_day()
    {
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Timestamp, "5 April 2017"), (Kind.Paragraph, "LISBON, April 5. /TASS/. " + Report)).Find().Dateline;
        Assert.Equal("LISBON, 2017-04-05 (TASS)", dateline?.ToLine());
        Assert.Empty(dateline!.Inferred);
    }

    [Fact]
    public void The_day_of_the_prefix_wins_and_takes_no_time_of_another_day()
    {
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Timestamp, "6 April 2017 10:00"), (Kind.Paragraph, "LISBON, April 5. /TASS/. " + Report)).Find().Dateline;
        Assert.Equal("LISBON, 2017-04-05 (TASS)", dateline?.ToLine());
        Assert.Equal(["year"], dateline!.Inferred);
        Assert.Equal(["timestamp:2017-04-06T10:00"], dateline.Basis);
        Assert.Equal("2017?-04-05", dateline.Edtf);
    }

    [Theory]
    [InlineData("LISBON, April 5. /TASS/. Ships left on Wednesday.", "2017-04-08", 2017, "weekday:Wednesday,capture-date")]
    [InlineData("LISBON, April 5. /TASS/. Ships left.", "2017-04-04", 2017, "capture-date")] // zones: one day of grace
    [InlineData("LISBON, April 5. /TASS/. Ships left.", "2017-04-03", 2016, "capture-date")]
    [InlineData("LISBON, Dec. 31. /TASS/. Ships left.", "2018-01-02", 2017, "capture-date")]
    [InlineData("LISBON, April 5. /TASS/. Ships left on Wednesday.", "2019-08-01", 2017, "weekday:Wednesday,capture-date")]
    [InlineData("LISBON, Feb. 29. /TASS/. Ships left.", "2019-08-01", 2016, "capture-date")]
    [InlineData("LISBON, April 5. /TASS/. Ships left on Wednesday, as they had in October 2016.", null, 2017, "weekday:Wednesday,named-date:2016-10-01")]
    [InlineData("LISBON, April 5. /TASS/. Ships left on Wednesday, as they had in October 2016.", "2026-01-01", 2017, "weekday:Wednesday,named-date:2016-10-01,capture-date")]
    public void The_year_is_inferred_from_weekday_named_dates_and_capture(string report, string? captured, int year, string basis)
    {
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, report)) { Context = TestPage.Captured(captured) }.Find().Dateline;
        Assert.Equal((year, basis, "year"), (dateline!.Date!.Value.Year, string.Join(',', dateline.Basis), string.Join(',', dateline.Inferred)));
    }

    [Fact]
    public void The_year_stays_unknown_without_any_ground()
    {
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, "LISBON, April 5. /TASS/. " + Report)).Find().Dateline;
        Assert.Null(dateline!.Date);
        Assert.Equal("XXXX-04-05", dateline.Edtf);
        Assert.Equal("LISBON, XXXX-04-05 (TASS)", dateline.ToLine());
    }

    [Fact]
    public void An_impossible_date_is_left_raw()
    {
        var finding = new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, "LISBON, Feb. 30 (AP) — " + Report)).Find();
        Assert.Null(finding.Dateline);
        Assert.Null(finding.Prefix);
        Assert.Contains(finding.Evidence, e => e is { Field: "date", Value: "Feb. 30", Used: false });
    }

    [Fact]
    public void First_publication_wins_and_the_update_is_kept()
    {
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Timestamp, "Updated: 6 April 2017 09:00 | Published: 5 April 2017 08:00"), (Kind.Paragraph, Report)).Find().Dateline;
        Assert.Equal(("2017-04-05T08:00", "2017-04-06T09:00"), (dateline!.ToLine(), dateline.Updated));
    }

    public static TheoryData<string> Undated { get; } =
    [
        "He spoke on April 5, 2017 of ships that leave the port of Lisbon every day.", "Ships leave on Monday, as they did yesterday and will tomorrow, officials said.",
    ];

    [Theory]
    [MemberData(nameof(Undated))]
    public void A_date_in_the_body_is_no_dateline(string paragraph) => Assert.Null(new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, paragraph)).Find().Dateline);

    [Fact]
    public void Captions_quotes_related_links_and_legal_lines_are_no_evidence() =>
        Assert.Null(new TestPage(
            (Kind.Title, "Ships leave"), (Kind.Caption, "PARIS (Reuters) - A ship on April 5, 2017"), (Kind.Quote, "ROME (AP) - That is what they said of it then."),
            (Kind.Paragraph, Report), (Kind.Related, "April 9, 2017"), (Kind.Legal, "© April 9, 2017 Example")).Find().Dateline);

    [Fact]
    public void A_date_after_the_capture_is_not_believed()
    {
        var page = new TestPage((Kind.Title, "Ships leave"), (Kind.Timestamp, "5 April 2017"), (Kind.Paragraph, Report)) { Context = TestPage.Captured("2017-04-01") };
        Assert.Null(page.Find().Dateline);
    }

    [Fact]
    public void Structured_data_gives_the_date_where_the_page_shows_none()
    {
        var head = new PageHead { JsonLd = ["""{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2017-04-05T08:14:00+02:00","author":[{"name":"Jane Doe"}],}]}"""] };
        var finding = new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, Report)) { Head = head }.Find();
        Assert.Equal("2017-04-05T08:14+02:00", finding.Dateline?.ToLine());
        Assert.Equal("Jane Doe", finding.Byline);
        Assert.Contains(finding.Evidence, e => e is { Source: "json-ld", Rule: "datePublished", Used: true });
    }

    [Theory]
    [InlineData("""{"@type": "NewsArticle", "datePublished": "2017-04-05", "x": "a "broken" b" }""")]
    [InlineData("""<!-- {"@type":"NewsArticle","datePublished":"2017-04-05",} -->""")]
    [InlineData("""[{"@type":["NewsArticle","Thing"],"datePublished":"2017-04-05T00:00:00Z"}]""")]
    public void Json_is_read_as_it_comes(string json) =>
        Assert.Equal("2017-04-05", new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, Report)) { Head = new PageHead { JsonLd = [json] } }.Find().Dateline?.ToLine());

    [Theory]
    [InlineData("https://example.org/news/2017/04/05/ships", "2017-04-05")]
    [InlineData("https://example.org/2017-4-5-ships.html?x=2019-01-01", "2017-04-05")]
    [InlineData("https://example.org/a/20170405/ships", "2017-04-05")]
    [InlineData("https://example.org/2017/apr/05/ships", "2017-04-05")]
    [InlineData("https://example.org/2017/13/05/ships", null)]
    [InlineData("https://example.org/201704051234/ships", null)]
    [InlineData("https://example.org/2017/04/", null)]
    [InlineData("2017", null)]
    public void The_address_gives_a_date(string uri, string? expected) =>
        Assert.Equal(expected, new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, Report)) { Context = new DatelineContext(TargetUri: uri) }.Find().Dateline?.ToLine());

    [Theory]
    [InlineData("en", "https://example.com/", "05/04/2017", "2017-05-04")]
    [InlineData("en-GB", "https://example.com/", "05/04/2017", "2017-04-05")]
    [InlineData("en", "https://example.co.uk/", "05/04/2017", "2017-04-05")]
    [InlineData("fr", "https://example.com/", "05/04/2017", "2017-04-05")]
    [InlineData("fr", null, "05/04/2017 | Updated 05/13/2017", "2017-05-04")] // another date of the page settles it
    public void The_order_of_day_and_month_is_settled_as_far_as_the_page_allows(string language, string? uri, string line, string expected) =>
        Assert.StartsWith(expected, new TestPage((Kind.Title, "Ships leave"), (Kind.Timestamp, line), (Kind.Paragraph, Report)) { Context = new DatelineContext(null, uri, language) }.Find().Dateline?.ToLine(), StringComparison.Ordinal);

    [Fact]
    public void An_unsettled_order_is_said()
    {
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Timestamp, "05/04/2017"), (Kind.Paragraph, Report)).Find().Dateline;
        Assert.Equal(["day-month-order-unsettled"], dateline!.Basis);
    }

    [Theory]
    [InlineData("5 April 2017, 09:05 IST", null, "ambiguous-zone:IST")]
    [InlineData("5 April 2017, 09:05 MSK", "+03:00", "")]
    [InlineData("5 April 2017, 09:05 CEST", "+02:00", "")]
    public void An_ambiguous_zone_stays_so_and_is_said_to_be(string line, string? offset, string basis)
    {
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Timestamp, line), (Kind.Paragraph, Report)).Find().Dateline;
        Assert.Equal((offset, basis), (dateline!.Offset is { } o ? Dateline.Iso(o) : null, string.Join(',', dateline.Basis)));
        Assert.Equal(new TimeOnly(9, 5), dateline.Time);
    }

    [Fact]
    public void A_source_that_names_another_day_is_recorded_as_in_conflict()
    {
        var head = new PageHead { JsonLd = ["""{"@type":"NewsArticle","datePublished":"2017-03-01","dateModified":"2017-04-05"}"""] };
        var finding = new TestPage((Kind.Title, "Ships leave"), (Kind.Timestamp, "5 April 2017"), (Kind.Paragraph, Report)) { Head = head }.Find();
        Assert.Equal(("2017-04-05", "2017-04-05"), (finding.Dateline?.ToLine(), finding.Dateline?.Updated));
        Assert.Contains(finding.Evidence, e => e is { Source: "timestamp", Used: true, Conflicts: false, Weight: > 0.5 });
        Assert.Contains(finding.Evidence, e => e is { Source: "json-ld", Rule: "datePublished", Used: false, Conflicts: true });
    }

    [Fact]
    public void Place_and_agency_come_from_structured_data_where_no_prefix_has_them()
    {
        var head = new PageHead
        {
            JsonLd = ["""{"@type":"NewsArticle","datePublished":"2017-04-05","contentLocation":{"@type":"Place","name":"Lisbon"},"sourceOrganization":{"name":"Reuters"},"publisher":{"name":"The Daily Example"}}"""],
        };
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, Report)) { Head = head }.Find().Dateline;
        Assert.Equal("Lisbon, 2017-04-05 (Reuters)", dateline?.ToLine());
        Assert.Equal("PORTO (AP)", new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, "PORTO (AP) - " + Report)) { Head = new PageHead { JsonLd = [head.JsonLd[0].Replace("datePublished", "x", StringComparison.Ordinal)] } }.Find().Dateline?.ToLine());
    }

    [Theory]
    [InlineData("By Jane Doe in Damascus", "Damascus")]
    [InlineData("Von Jane Doe aus Berlin", "Berlin")]
    [InlineData("By Jane Doe, Senior Editor", null)]
    [InlineData("By Jane Doe in Politics", null)]
    public void A_byline_gives_the_place_that_it_names(string byline, string? place) =>
        Assert.Equal(place, new TestPage((Kind.Title, "Ships leave"), (Kind.Byline, byline), (Kind.Paragraph, Report)).Find().Dateline?.Place);

    [Theory]
    [InlineData("MOSCOW (Sputnik) - ", "Moscow RU", "Sputnik")]
    [InlineData("МОСКВА, 4 апреля. /ТАСС/. ", "Moscow RU", "TASS")]
    [InlineData("GENEVA/BEIRUT (Reuters) - ", "Geneva CH,Beirut LB", "Reuters")]
    [InlineData("PORTLAND, Ore. (AP/AFP) - ", "Portland US", "Associated Press,Agence France-Presse")]
    [InlineData("Köln (dpa/lnw) - ", "Cologne DE", "Deutsche Presse-Agentur")]
    [InlineData("OXMOUTH (Eastwire) - ", "", "")]
    [InlineData("SAN JOSE (AP) - ", "", "Associated Press")] // two cities of that name are great
    [InlineData("SAN JOSE, Calif. (AP) - ", "San Jose US", "Associated Press")]
    public void Place_and_agency_have_canonical_names_beside_the_printed(string prefix, string places, string agencies)
    {
        var dateline = new TestPage((Kind.Title, "Ships leave"), (Kind.Paragraph, prefix + Report)).Find().Dateline;
        Assert.Equal((places, agencies), (string.Join(',', dateline!.Places.Select(p => $"{p.Name} {p.Country}")), string.Join(',', dateline.Agencies)));
    }

    [Fact]
    public void Byline_and_credits_come_from_their_lines()
    {
        var finding = new TestPage((Kind.Title, "Ships leave"), (Kind.Byline, "By Jane Doe and John Roe"), (Kind.Paragraph, Report), (Kind.Credit, "With reporting by AP, AFP and dpa")).Find();
        Assert.Equal("Jane Doe and John Roe", finding.Byline);
        Assert.Equal(["AP", "AFP", "dpa"], finding.Credits);
        Assert.Null(finding.Dateline);
    }

    [Fact]
    public void A_page_without_blocks_has_nothing() => Assert.Null(new TestPage().Find().Dateline);

    [Fact]
    public void A_date_in_an_attribute_has_no_place_in_the_text_of_its_block()
    {
        var result = Chrome.ChromeSamples.Scrub("<html><body><h1>Ferry late</h1><p>The ferry to the islands was late again on Monday, said the harbour master on the quay.</p><time datetime='2021-03-02T16:20:00+01:00'>Now</time>");

        var evidence = result.Manifest.Result.Dateline!.Evidence!;
        Assert.All(evidence, e => Assert.True(e.Linear is null || e.Linear.Value.End <= result.Manifest.Result.Linear.CodePoints));
        Assert.Contains(evidence, e => e is { Source: "time-element", Linear: null });
    }
}
