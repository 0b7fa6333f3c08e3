using ArchiveScrub.Provenance;
using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

public sealed class SecondOpinionTests
{
    private static readonly string Sentences = string.Join("</p><p>", Enumerable.Range(1, 12).Select(static i => $"Sentence number {i} of the report says that the bridge stays closed until the engineers have looked at it."));
    private static readonly string Html = $"<!DOCTYPE html><html lang='en'><title>The bridge</title><body><article><h1>The bridge</h1><p>{Sentences}</p></article></body></html>";

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("One two, three.", "one  TWO three", 1)]
    [InlineData("one two three four", "one two", 2.0 * 2 / 6)]
    [InlineData("one one", "one", 2.0 / 3)]
    [InlineData("eins", "", 0)]
    [InlineData("ÄÖ 東京 x2", "äö 東京 x2", 1)]
    public void Agreement_is_the_f1_of_words(string left, string right, double expected)
    {
        Assert.Equal(expected, Agreement.Of(left, right).F1, 10);
        Assert.Equal(expected, Agreement.Of(right, left).F1, 10);
    }

    [Fact]
    public void It_goes_into_the_quality_and_into_the_tool_and_changes_nothing_else()
    {
        var page = Pages.OfHtml(Html);
        var without = new Scrubber().Scrub(page);
        var with = new Scrubber(new ScrubOptions { SecondOpinion = new Fixed(without.CleanText) }).Scrub(page);
        Assert.Equal(without.CleanText, with.CleanText);
        Assert.Equal(new ManifestSecondOpinion { Agreement = 1, Tool = "Fixed/1.0" }, with.Manifest.Quality.SecondOpinion);
        Assert.Equal(["second-opinion=Fixed/1.0"], with.Manifest.Tool.Options);
        Assert.Equal(without.Manifest.Quality.Flags, with.Manifest.Quality.Flags);
        Assert.Equal(ManifestJson.ComputeDigest(with.Manifest), with.Manifest.Digest);
        var stripped = with.Manifest with { Quality = with.Manifest.Quality with { SecondOpinion = null }, Tool = without.Manifest.Tool };
        Assert.Equal(without.Manifest.Digest, ManifestJson.ComputeDigest(stripped));
        Assert.Empty(ManifestVerifier.VerifyConservation(with.Manifest, with.CleanText));
    }

    [Fact]
    public void Strong_disagreement_flags_the_page_and_a_tool_that_fails_found_nothing()
    {
        foreach (var opinion in new ISecondOpinion[] { new Fixed("Subscribe to our newsletter now"), new Fixed(null), new Failing() })
        {
            var result = new Scrubber(new ScrubOptions { SecondOpinion = opinion }).Scrub(Pages.OfHtml(Html));
            Assert.Contains("second-opinion-differs", result.Manifest.Quality.Flags);
            Assert.True(result.Manifest.Quality.SecondOpinion!.Agreement < 0.1);
            Assert.Contains("the bridge stays closed", result.CleanText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_short_page_is_not_flagged()
    {
        var page = Pages.OfHtml("<!DOCTYPE html><html lang='en'><title>t</title><body><article><h1>Short</h1><p>It is a short one.</p></article></body></html>");
        Assert.DoesNotContain("second-opinion-differs", new Scrubber(new ScrubOptions { SecondOpinion = new Fixed("else") }).Scrub(page).Manifest.Quality.Flags);
    }

    private sealed class Fixed(string? text) : ISecondOpinion
    {
        public string Tool => "Fixed/1.0";

        public string? FindText(string html, string? targetUri, CancellationToken cancellationToken) => text;
    }

    private sealed class Failing : ISecondOpinion
    {
        public string Tool => "Failing/1.0";

        public string? FindText(string html, string? targetUri, CancellationToken cancellationToken) => throw new InvalidOperationException("no");
    }
}
