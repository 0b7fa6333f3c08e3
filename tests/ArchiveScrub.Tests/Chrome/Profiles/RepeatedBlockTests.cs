using ArchiveScrub.Chrome;
using Xunit;

namespace ArchiveScrub.Tests.Chrome.Profiles;

/// <summary>What the rule <c>profile.repeated</c> takes, and what looks alike and must stay.</summary>
public sealed class RepeatedBlockTests
{
    private const string Intro = "In this series our readers tell of the places along the coast where they learned to swim, and of those who taught them.";

    public static TheoryData<PageFormat> Formats => [PageFormat.Html, PageFormat.Text];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sentence_that_stands_under_every_article_goes_and_the_article_stays(PageFormat format)
    {
        var profiles = Learn(MadeUpSite.Pages(format));
        for (var i = 0; i < MadeUpSite.Count; i++)
        {
            var page = MadeUpSite.Page(i, format);
            Assert.True(On(page, MadeUpSite.Standing, SiteProfiles.Empty).IsKept, "without a profile nothing is known of it");
            var verdict = On(page, MadeUpSite.Standing, profiles);
            Assert.Equal("profile.repeated", verdict.Rule);
            Assert.False(verdict.IsKept);
            Assert.Contains("profile:7/7 pages", verdict.Evidence);
            Assert.All(Body(i), sentence => Assert.True(On(page, sentence, profiles).IsKept, sentence));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Name_of_the_site_is_not_taken_for_the_headline(PageFormat format)
    {
        var result = Scrub(MadeUpSite.Page(3, format), Learn(MadeUpSite.Pages(format)));
        Assert.Equal("Teachers plant a forest with their pupils", result.Manifest.Result.Title);
        Assert.DoesNotContain(MadeUpSite.Name, result.CleanText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Page_that_was_not_learned_from_is_judged_by_its_site(PageFormat format)
    {
        var profiles = Learn(MadeUpSite.Pages(format).Skip(1));
        Assert.Equal("profile.repeated", On(MadeUpSite.Page(0, format), MadeUpSite.Standing, profiles).Rule);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Pages_without_an_address_are_of_their_folder(PageFormat format)
    {
        var profiles = Learn(MadeUpSite.Pages(format, address: null));
        Assert.Equal("profile.repeated", On(MadeUpSite.Page(2, format, address: null), MadeUpSite.Standing, profiles).Rule);
        Assert.True(On(MadeUpSite.Page(2, format), MadeUpSite.Standing, profiles).IsKept, "of another site");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Three_pages_are_too_few(PageFormat format)
    {
        Assert.True(On(MadeUpSite.Page(0, format), MadeUpSite.Standing, Learn(MadeUpSite.Pages(format).Take(3))).IsKept);
        Assert.False(On(MadeUpSite.Page(0, format), MadeUpSite.Standing, Learn(MadeUpSite.Pages(format).Take(4))).IsKept);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Many_captures_of_one_address_count_once(PageFormat format)
    {
        var captures = Enumerable.Range(1, 6).Select(i => MadeUpSite.Page(0, format, inBody: $"The mayor was told of it {i} times."));
        var profiles = Learn(captures.Concat(MadeUpSite.Pages(format).Take(2)));
        Assert.Equal(2, profiles.Pages);
        Assert.All(Body(0).Append(MadeUpSite.Standing), sentence => Assert.True(On(MadeUpSite.Page(0, format), sentence, profiles).IsKept));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Copies_of_an_article_under_many_addresses_do_not_teach_that_it_is_chrome(PageFormat format)
    {
        var copies = Enumerable.Range(0, 6).Select(i => MadeUpSite.Page(0, format, address: $"https://courier.example/print/{i}"));
        var profiles = Learn(MadeUpSite.Pages(format).Take(4).Concat(copies));
        var copy = MadeUpSite.Page(0, format, address: "https://courier.example/print/2");
        Assert.All(Body(0), sentence => Assert.True(On(copy, sentence, profiles).IsKept, sentence));
        Assert.Contains("profile:3/3 pages", On(copy, MadeUpSite.Standing, profiles).Evidence);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Introduction_of_a_series_stays_where_the_series_is_a_part_of_the_site(PageFormat format)
    {
        var pages = MadeUpSite.Pages(format).Take(5).Concat(Enumerable.Range(5, 3).Select(i => MadeUpSite.Page(i, format, inBody: Intro)));
        Assert.True(On(MadeUpSite.Page(6, format, inBody: Intro), Intro, Learn(pages)).IsKept);
    }

    [Theory]
    [InlineData(PageFormat.Html, 4, 0)]
    [InlineData(PageFormat.Text, 4, 0)]
    [InlineData(PageFormat.Html, 5, 4)]
    [InlineData(PageFormat.Text, 5, 4)]
    public void What_less_than_half_of_the_site_shows_does_not_count_and_the_model_may_be_surer_than_the_rest(PageFormat format, int pagesOfSeries, int counted)
    {
        var pages = Enumerable.Range(0, MadeUpSite.Count).Select(i => MadeUpSite.Page(i, format, inBody: i < pagesOfSeries ? Intro : "")).ToList();
        var profiles = Learn(pages);
        var result = Scrub(pages[1], profiles);
        var block = result.Page.Blocks.ToList().FindIndex(static b => b.Text == Intro);
        Assert.Equal(counted, profiles.Find(pages[1], result.Page)[block]);
        Assert.True(result.Verdicts[block].IsKept);
        Assert.InRange(result.Verdicts[block].Confidence, 4 / 7.0, 1);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Heading_that_every_article_has_stays_as_other_text_follows_it(PageFormat format)
    {
        const string Heading = "What happened so far";
        var pages = Enumerable.Range(0, MadeUpSite.Count).Select(i => MadeUpSite.Page(i, format, inBody: Heading)).ToList();
        var before = On(pages[4], Heading, SiteProfiles.Empty);
        Assert.True(before.IsKept);
        Assert.Equal(before, On(pages[4], Heading, Learn(pages)), SameRule);
    }

    [Fact]
    public void Manifest_names_the_profiles_where_there_are_any()
    {
        var profiles = Learn(MadeUpSite.Pages(PageFormat.Html));
        Assert.Equal(profiles.Digest, Scrub(MadeUpSite.Page(0, PageFormat.Html), profiles).Manifest.Tool.Profile);
        Assert.Null(Scrub(MadeUpSite.Page(0, PageFormat.Html), SiteProfiles.Empty).Manifest.Tool.Profile);
    }

    internal static SiteProfiles Learn(IEnumerable<Page> pages)
    {
        var learner = new ProfileLearner();
        foreach (var page in pages)
        {
            learner.Add(page);
        }

        return learner.ToProfiles();
    }

    private static readonly ChromeDetector Detector = new();

    private static bool SameRule(Verdict one, Verdict other) => one.Rule == other.Rule && one.Kind == other.Kind;

    private static string[] Body(int article) => [.. MadeUpSite.Text(article).Split("\n\n").Skip(5).SkipLast(2)];

    private static ScrubResult Scrub(Page page, SiteProfiles profiles) => new Scrubber(new ScrubOptions { Profiles = profiles }, Detector).Scrub(page);

    private static Verdict On(Page page, string text, SiteProfiles profiles)
    {
        var result = Scrub(page, profiles);
        var block = result.Page.Blocks.ToList().FindIndex(b => b.Text == text);
        Assert.True(block >= 0, $"no block is '{text}'");
        return result.Verdicts[block];
    }
}
