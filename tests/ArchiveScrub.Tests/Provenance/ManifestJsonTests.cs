using System.Text;
using System.Text.Json;
using ArchiveScrub.Provenance;
using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>Manifests are canonical JSON, and come back as they were written.</summary>
public sealed class ManifestJsonTests
{
    private static readonly string[] OddTexts =
    [
        "", "\0\u0001\u001F", "\b\t\n\f\r", "\"\\/", "</script>", "\u007F\u0080\u00A0", "\u2028\u2029", "\uFEFF\uFFFE", "\uD83D\uDE80", "ünïcödé", "\uE000\uFDD0", "🇺🇳\u200D",
        "a\uD83Db", "\uDE80", "x\uD83D", new('a', 5000), new('"', 3000),
    ];

    [Theory]
    [InlineData(1, "1")]
    [InlineData(0.9, "0.9")]
    [InlineData(1e21, "1e+21")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.5e-9, "1.5e-9")]
    [InlineData(-0d, "0")]
    [InlineData(4.35, "4.35")]
    [InlineData(9007199254740992d, "9007199254740992")]
    public void Independent_canonicaliser_writes_numbers_as_the_specification_says(double number, string expected) =>
        Assert.Equal(expected, CanonicalJson.Number(number));

    [Fact]
    public void Manifest_is_canonical_json() => Pages.ForAll(static page => AssertCanonical(page.Result.Manifest));

    [Fact]
    public void Manifest_with_every_member_and_odd_text_is_canonical_json()
    {
        var manifest = ManifestSamples.Complete();
        foreach (var odd in OddTexts)
        {
            AssertCanonical(manifest with
            {
                Capture = manifest.Capture with { Name = odd, Store = odd + odd },
                Page = manifest.Page with { TargetUri = odd },
                Result = manifest.Result with { Title = "before " + odd + " after", Credits = [odd, odd] },
            });
        }
    }

    [Fact]
    public void Every_confidence_of_two_decimals_is_canonical()
    {
        var manifest = ManifestSamples.Complete();
        for (var i = 0; i <= 100; i++)
        {
            AssertCanonical(manifest with { Quality = manifest.Quality with { Confidence = ManifestBuilder.Round(i / 100d) } });
        }
    }

    [Fact]
    public void Reading_and_writing_again_gives_the_same_bytes()
    {
        AssertRoundTrip(ManifestJson.Serialize(ManifestSamples.Complete()));
        Pages.ForAll(static page => AssertRoundTrip(ManifestJson.Serialize(page.Result.Manifest)));
    }

    [Fact]
    public void Digest_of_the_bytes_is_that_of_the_manifest()
    {
        foreach (var manifest in new[] { ManifestSamples.Complete(), ManifestSamples.Article().Manifest })
        {
            var digest = ManifestJson.ComputeDigest(manifest);

            Assert.Equal(digest, ManifestJson.ComputeDigest(ManifestJson.Serialize(manifest)));
            Assert.Equal(digest, ManifestJson.ComputeDigest(ManifestJson.Serialize(manifest with { Activity = null })));
            Assert.Equal(digest, ManifestJson.ComputeDigest(ManifestJson.Serialize(manifest with { Digest = null })));
        }
    }

    [Fact]
    public void Members_of_a_later_minor_version_are_passed_over_and_covered_by_the_digest()
    {
        var result = ManifestSamples.Article();
        var text = Encoding.UTF8.GetString(ManifestJson.Serialize(result.Manifest with { SchemaVersion = "1.7", Digest = null }));
        var later = text[..^1] + ",\"zones\":{\"digest\":1000}}";
        var digest = ManifestJson.ComputeDigest(Encoding.UTF8.GetBytes(later));
        later = later.Replace("\"inserted\"", $"\"digest\":\"{digest}\",\"inserted\"", StringComparison.Ordinal);

        Assert.Equal(digest, ManifestJson.Deserialize(Encoding.UTF8.GetBytes(later)).Digest);
        Assert.Empty(ManifestVerifier.VerifyConservation(Encoding.UTF8.GetBytes(later), Encoding.UTF8.GetBytes(result.CleanText)));
        Assert.NotEmpty(ManifestVerifier.VerifyConservation(Encoding.UTF8.GetBytes(later.Replace("1000", "1001", StringComparison.Ordinal)), Encoding.UTF8.GetBytes(result.CleanText)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":\"2.0\"}")]
    [InlineData("not json")]
    [InlineData("{\"blocks\":null}")]
    public void What_is_no_manifest_is_a_json_exception(string json)
    {
        Assert.ThrowsAny<JsonException>(() => ManifestJson.Deserialize(Encoding.UTF8.GetBytes(json)));
        Assert.NotEmpty(ManifestVerifier.VerifyConservation(Encoding.UTF8.GetBytes(json), []));
    }

    [Theory]
    [InlineData("\"schemaVersion\":\"1.1\"", "\"schemaVersion\":\"2.0\"")]
    [InlineData("\"schemaVersion\":\"1.1\"", "\"schemaVersion\":null")]
    [InlineData("\"schemaVersion\":\"1.1\",", "")]
    [InlineData("\"kind\":\"heading\"", "\"kind\":\"no-such-kind\"")]
    [InlineData("\"kind\":\"heading\"", "\"kind\":3")]
    [InlineData("\"format\":\"html\"", "\"format\":\"pdf\"")]
    [InlineData("\"format\":\"html\"", "\"format\":0")]
    [InlineData("\"linear\":[0,", "\"linear\":[\"0\",")]
    [InlineData("\"linear\":[0,", "\"linear\":[0,0,")]
    [InlineData("\"linear\":[0,", "\"linear\":[0.5,")]
    [InlineData("\"linear\":[0,", "\"linear\":[99999999999,")]
    [InlineData("\"inserted\":[", "\"inserted\":[null,")]
    [InlineData("\"blocks\":[", "\"blocks\":[null,")]
    [InlineData("\"result\":{", "\"result\":null,\"x\":{")]
    [InlineData("\"capture\":", "\"page\":{},\"capture\":")]
    public void Manifest_with_a_member_of_the_wrong_kind_is_a_json_exception(string member, string replacement)
    {
        var manifest = ManifestSamples.Complete();
        manifest = manifest with { Blocks = [manifest.Blocks[0] with { Kind = Kind.Heading, Linear = new TextRange(0, 4) }] };
        var json = Encoding.UTF8.GetString(ManifestJson.Serialize(manifest));
        Assert.Contains(member, json, StringComparison.Ordinal);

        Assert.ThrowsAny<JsonException>(() => ManifestJson.Deserialize(Encoding.UTF8.GetBytes(json.Replace(member, replacement, StringComparison.Ordinal))));
    }

    private static void AssertCanonical(Manifest manifest)
    {
        var bytes = ManifestJson.Serialize(manifest);
        Assert.Equal(Encoding.UTF8.GetString(CanonicalJson.Canonicalize(bytes)), Encoding.UTF8.GetString(bytes));
    }

    private static void AssertRoundTrip(byte[] bytes) =>
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(ManifestJson.Serialize(ManifestJson.Deserialize(bytes))));
}
