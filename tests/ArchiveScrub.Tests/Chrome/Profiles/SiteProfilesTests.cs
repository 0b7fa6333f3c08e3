using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArchiveScrub.Chrome.Profiles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ArchiveScrub.Tests.Chrome.Profiles;

/// <summary>Profiles are sets: neither order nor jobs nor repetition matter, in learning and in merging.</summary>
public sealed class SiteProfilesTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1, 1);

    /// <summary>A few sites with up to a hundred pages, which share some of thirty fingerprints.</summary>
    private static readonly Gen<(PageOrigin Origin, PagePrint Page)[]> Crawl = (
        from site in Gen.Choose(0, 3)
        from page in Gen.Choose(0, 99)
        from version in Gen.Choose(0, 2)
        from prints in Gen.Choose(0, 29).ListOf()
        select (
            new PageOrigin(new SiteKey(PageFormat.Html, $"site{site}.example"), SiteKey.Hash($"{site}/{page}")),
            new PagePrint((ulong)version, prints.Count, prints.Distinct().ToDictionary(static p => SiteKey.Hash($"print {p}"), static p => p)))).ArrayOf();

    private static readonly Arbitrary<(PageOrigin Origin, PagePrint Page)[]> Crawls = Gen.Resize(Crawl, 300).ToArbitrary();

    [Fact]
    public void Order_of_learning_does_not_matter() => Prop.ForAll(Crawls, crawl =>
    {
        // Two captures of one page differ in version; the same version has the same fingerprints.
        var pages = crawl.DistinctBy(static p => (p.Origin, p.Page.Version)).ToArray();
        var expected = Learn(pages).Serialize();
        Assert.Equal(expected, Learn(pages.Reverse()).Serialize());
        Assert.Equal(expected, Learn(pages.OrderBy(static p => p.Page.Words).Concat(pages)).Serialize());
    }).Check(Often);

    [Fact]
    public void Order_of_merging_does_not_matter_and_twice_is_once() => Prop.ForAll(Crawls, Crawls, Crawls, (x, y, z) =>
    {
        var (a, b, c) = (Learn(x), Learn(y), Learn(z));
        var expected = a.Merge(b).Merge(c).Serialize();
        Assert.Equal(expected, a.Merge(b.Merge(c)).Serialize());
        Assert.Equal(expected, c.Merge(b).Merge(a).Serialize());
        Assert.Equal(expected, a.Merge(b).Merge(c).Merge(b).Serialize());
        Assert.Equal(a.Serialize(), a.Merge(SiteProfiles.Empty).Serialize());
    }).Check(Often);

    [Fact]
    public void File_holds_all_that_is_known_within_its_limits() => Prop.ForAll(Crawls, crawl =>
    {
        var profiles = Learn(crawl);
        var json = profiles.Serialize();
        var again = SiteProfiles.Deserialize(json);
        Assert.Equal(json, again.Serialize());
        Assert.Equal((profiles.Digest, profiles.Sites, profiles.Pages), (again.Digest, again.Sites, again.Pages));
        using var document = JsonDocument.Parse(json);
        Assert.All(document.RootElement.GetProperty("sites").EnumerateArray(), static site => Assert.InRange(site.GetProperty("pages").EnumerateObject().Count(), 1, ProfileLimits.Pages));
    }).Check(Often);

    [Fact]
    public void Number_of_threads_does_not_matter()
    {
        var pages = MadeUpSite.Pages(PageFormat.Html).Concat(MadeUpSite.Pages(PageFormat.Text)).Concat(MadeUpSite.Pages(PageFormat.Html, address: null)).ToList();
        var expected = RepeatedBlockTests.Learn(pages);
        Assert.Equal(3, expected.Sites);
        for (var round = 0; round < 5; round++)
        {
            var learner = new ProfileLearner();
            Parallel.ForEach(pages, new ParallelOptions { MaxDegreeOfParallelism = 8 }, page => learner.Add(page));
            Assert.Equal(expected.Serialize(), learner.ToProfiles().Serialize());
        }
    }

    [Fact]
    public void What_is_known_already_is_found_on_a_single_new_page()
    {
        var known = RepeatedBlockTests.Learn(MadeUpSite.Pages(PageFormat.Html).Take(4));
        var learner = new ProfileLearner();
        learner.Add(MadeUpSite.Page(5, PageFormat.Html));
        Assert.Equal(0, learner.ToProfiles().Sites);
        Assert.Equal(5, learner.ToProfiles(known).Pages);
        Assert.Equal(5, learner.ToProfiles(known).Merge(known).Pages);
    }

    [Fact]
    public void File_holds_no_text_of_the_pages()
    {
        var json = Encoding.UTF8.GetString(RepeatedBlockTests.Learn(MadeUpSite.Pages(PageFormat.Html)).Serialize());
        Assert.DoesNotContain("Merrow", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Home", json, StringComparison.Ordinal);
        Assert.Contains("courier.example", json, StringComparison.Ordinal);
    }

    [Fact]
    public void File_fits_its_schema()
    {
        using var stream = typeof(Scrubber).Assembly.GetManifestResourceStream("ArchiveScrub.profile-1.schema.json")!;
        using var reader = new StreamReader(stream);
        var validator = new Provenance.JsonSchemaValidator(reader.ReadToEnd());
        foreach (var profiles in new[] { SiteProfiles.Empty, RepeatedBlockTests.Learn(MadeUpSite.Pages(PageFormat.Html).Concat(MadeUpSite.Pages(PageFormat.Text, address: null))) })
        {
            Assert.Empty(validator.Validate(profiles.Serialize()));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    public void What_is_no_file_of_profiles_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => SiteProfiles.Deserialize(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Damaged_file_is_refused()
    {
        AssertRefused(static root => root["schemaVersion"] = "2.0");
        AssertRefused(static root => root["prints"] = "of another kind");
        AssertRefused(static root => root["sites"]!.AsArray().Add(root["sites"]![0]!.DeepClone()));
        AssertRefused(static root => root["sites"]![0]!["format"] = "sound");
        AssertRefused(static root => root["sites"]![0]!["pages"] = new JsonObject());
        AssertRefused(static root => root["sites"]![0]!["pages"]!.AsObject()["xyz"] = 1);
        AssertRefused(static root => root["sites"]![0]!["blocks"]!.AsObject()["0123456789abcdef"] = new JsonArray(1, "fffffffff"));
        AssertRefused(static root => root["sites"]![0]!["blocks"]!.AsObject()["0123456789abcdef"] = new JsonArray(-1, "1"));
        AssertRefused(static root => root["sites"]![0]!["blocks"]!.AsObject()["0123456789abcdef"] = 1);
    }

    private static void AssertRefused(Action<JsonNode> damage)
    {
        var root = JsonNode.Parse(RepeatedBlockTests.Learn(MadeUpSite.Pages(PageFormat.Html)).Serialize())!;
        damage(root);
        Assert.ThrowsAny<JsonException>(() => SiteProfiles.Deserialize(Encoding.UTF8.GetBytes(root.ToJsonString())));
    }

    private static SiteProfiles Learn(IEnumerable<(PageOrigin Origin, PagePrint Page)> pages)
    {
        var learner = new ProfileLearner();
        foreach (var (origin, page) in pages)
        {
            learner.Add(origin, page);
        }

        return learner.ToProfiles();
    }
}
