using System.Text;
using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>Nothing can be changed in the two files of a page that the verifier does not notice.</summary>
public sealed class ManifestVerifierTests
{
    [Fact]
    public void Article_with_code_that_holds_blank_lines_verifies()
    {
        var result = ManifestSamples.Article();

        Assert.Contains(result.Manifest.Blocks, static b => b is { Kind: Kind.Code, Clean: not null });
        Assert.Contains("one\n\n\n", result.CleanText, StringComparison.Ordinal);
        Assert.Empty(ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText));
    }

    [Fact]
    public void Change_of_any_character_of_the_clean_text_is_noticed()
    {
        var (manifest, text) = Verified();
        for (var i = 0; i < text.Length; i++)
        {
            AssertNoticed(manifest, text[..i] + (text[i] == 'x' ? 'y' : 'x') + text[(i + 1)..], i);
            AssertNoticed(manifest, text.Remove(i, 1), i);
            AssertNoticed(manifest, text.Insert(i, " "), i);
        }
    }

    [Fact]
    public void Change_of_any_byte_of_the_stored_manifest_is_noticed()
    {
        var (manifest, text) = Verified();
        var clean = Encoding.UTF8.GetBytes(text);
        var stored = ManifestJson.Serialize(manifest with { Activity = ManifestSamples.Complete().Activity });
        Assert.Empty(ManifestVerifier.VerifyConservation(stored, clean));
        var changed = (byte[])stored.Clone();
        for (var i = 0; i < stored.Length; i++)
        {
            foreach (var bit in new[] { 0x01, 0x10, 0x80 })
            {
                changed[i] = (byte)(stored[i] ^ bit);
                Assert.True(ManifestVerifier.VerifyConservation(changed, clean).Count > 0, $"byte {i}, bit {bit}");
            }

            changed[i] = stored[i];
            Assert.True(ManifestVerifier.VerifyConservation((byte[])[.. stored.AsSpan(0, i), .. stored.AsSpan(i + 1)], clean).Count > 0, $"without byte {i}");
            Assert.True(ManifestVerifier.VerifyConservation(stored.AsSpan(0, i), clean).Count > 0, $"cut at byte {i}");
        }
    }

    [Fact]
    public void What_differs_by_run_is_outside_the_digest()
    {
        var (manifest, text) = Verified();
        var run = manifest with { Activity = ManifestSamples.Complete().Activity };

        Assert.Empty(ManifestVerifier.VerifyConservation(ManifestJson.Serialize(run), Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("{\"activity\"", "{ \"activity\"")]
    [InlineData(",\"blocks\"", " ,\"blocks\"")]
    [InlineData(",\"digest\":\"sha256", ",\"digest\": \"sha256")]
    [InlineData("\"replacements\":0,", "\"replacements\":-0,")]
    [InlineData("\"host\":\"worker\"", "\"host\":\"w\\u006frker\"")]
    [InlineData("\"schemaVersion\":\"1.1\",\"tool\"", "\"schemaVersion\":\"1.1\",\n\"tool\"")]
    public void Form_that_is_not_canonical_is_noticed_inside_and_outside_the_digest(string member, string replacement)
    {
        var (manifest, text) = Verified();
        var stored = Encoding.UTF8.GetString(ManifestJson.Serialize(manifest with { Activity = ManifestSamples.Complete().Activity }));
        Assert.Contains(member, stored, StringComparison.Ordinal);

        var problems = ManifestVerifier.VerifyConservation(Encoding.UTF8.GetBytes(stored.Replace(member, replacement, StringComparison.Ordinal)), Encoding.UTF8.GetBytes(text));
        Assert.Contains("not canonical JSON", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_noticed_where_they_decode_to_the_same_text()
    {
        var result = Pages.Scrubber.Scrub(Pages.OfText("A line with \uFFFD in it, and long enough to be prose that stays in the text of the page.\n\nAnd a second line, which also is long enough to be kept as a paragraph, we hope.\n"));
        var clean = Encoding.UTF8.GetBytes(result.CleanText);
        var at = clean.AsSpan().IndexOf("\uFFFD"u8);
        Assert.True(at > 0);
        byte[] other = [.. clean[..at], 0xFF, .. clean[(at + 3)..]];

        Assert.Empty(ManifestVerifier.VerifyConservation(ManifestJson.Serialize(result.Manifest), clean));
        Assert.NotEmpty(ManifestVerifier.VerifyConservation(ManifestJson.Serialize(result.Manifest), other));
    }

    /// <summary>A digest can be made anew; what it covers still has to hold together.</summary>
    [Fact]
    public void Contradiction_is_noticed_whatever_the_digest_says()
    {
        var (manifest, text) = Verified();
        var blocks = manifest.Blocks;
        var removed = blocks.First(static b => b.Text is not null);
        var kept = blocks.First(static b => b.Clean is not null);
        var result = manifest.Result;
        Manifest[] changed =
        [
            manifest with { Blocks = [.. blocks.Skip(1)] },
            manifest with { Blocks = [.. blocks.Reverse()] },
            manifest with { Blocks = [.. blocks, removed] },
            Replace(removed, removed with { Text = removed.Text + "x" }),
            Replace(removed, removed with { Text = null }),
            Replace(removed, removed with { Text = removed.Text!.ToUpperInvariant() }),
            Replace(removed, removed with { Kind = Kind.Paragraph }),
            Replace(removed, removed with { Linear = new TextRange(removed.Linear.Start, removed.Linear.End + 1) }),
            Replace(kept, kept with { Clean = null }),
            Replace(kept, kept with { Clean = new TextRange(-1, 3) }),
            Replace(kept, kept with { Clean = new TextRange(0, int.MaxValue) }),
            Replace(kept, kept with { Clean = new TextRange(5, 2) }),
            Replace(kept, kept with { Kind = Kind.ListItem }),
            Replace(kept, kept with { Text = "twice" }),
            manifest with { Inserted = [new ManifestInsertion { Clean = new TextRange(0, 2), Kind = Kind.Title, Source = "x" }] },
            manifest with { Result = result with { Clean = result.Clean with { Bytes = 1 } } },
            manifest with { Result = result with { Clean = result.Clean with { CodePoints = 1 } } },
            manifest with { Result = result with { Linear = result.Linear with { Sha256 = new string('0', 64) } } },
            manifest with { Result = result with { Linear = result.Linear with { CodePoints = 1 } } },
            manifest with { Result = result with { Removed = [] } },
        ];
        foreach (var (i, manifestAgain) in changed.Index())
        {
            AssertNoticed(manifestAgain with { Digest = ManifestJson.ComputeDigest(manifestAgain) }, text, i);
        }

        Manifest Replace(ManifestBlock block, ManifestBlock by) => manifest with { Blocks = [.. blocks.Select(b => ReferenceEquals(b, block) ? by : b)] };
    }

    private static (Manifest Manifest, string Text) Verified()
    {
        var result = ManifestSamples.Article();
        Assert.Empty(ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText));
        return (result.Manifest, result.CleanText);
    }

    private static void AssertNoticed(Manifest manifest, string text, int which) =>
        Assert.True(ManifestVerifier.VerifyConservation(manifest, text).Count > 0, $"change {which} went unnoticed");
}
