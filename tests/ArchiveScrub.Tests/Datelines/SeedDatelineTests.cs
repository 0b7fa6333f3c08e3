using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArchiveScrub.Blocks;
using ArchiveScrub.Chrome;
using ArchiveScrub.Datelines;
using Xunit;

namespace ArchiveScrub.Tests.Datelines;

public class SeedDatelineTests
{
    // With and without a capture date, long after the fact or the day after: what the page itself says must be enough.
    [SharedFact("seeds")]
    public void Seeds_have_the_dateline_and_credits_that_are_expected()
    {
        var folder = Shared.Require("seeds");
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        foreach (var seed in expected.RootElement.EnumerateObject())
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, seed.Name));
            var page = new Page
            {
                Capture = new CaptureIdentity(null, seed.Name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))),
                Payload = bytes,
                Format = PageFormat.Text,
            };
            var result = new Scrubber().Scrub(page);
            foreach (var captured in (string?[])[null, "2024-07-01", seed.Value.GetProperty("dateline") is { ValueKind: JsonValueKind.Object } gold ? gold.GetProperty("date").GetString() : "2030-01-01"])
            {
                Check(seed, Find(result.Page, result.Verdicts, captured));
            }
        }
    }

    private static DatelineFinding Find(SegmentedPage page, Verdict[] verdicts, string? captured) =>
        new DatelineFinder().Find(page, verdicts, TestPage.Captured(captured));

    private static void Check(JsonProperty seed, DatelineFinding found)
    {
        var gold = seed.Value.GetProperty("dateline");
        if (gold.ValueKind == JsonValueKind.Null)
        {
            Assert.True(found.Dateline is null, $"{seed.Name}: {found.Dateline?.ToLine()}");
        }
        else
        {
            var line = new StringBuilder()
                .Append(gold.GetProperty("place").GetString()).Append('|').Append(gold.GetProperty("agency").GetString()).Append('|').Append(gold.GetProperty("date").GetString()).Append('|')
                .Append(gold.GetProperty("time").GetString()).Append('|').Append(gold.GetProperty("offset").GetString()).Append('|').AppendJoin(',', gold.GetProperty("inferred").EnumerateArray());
            var dateline = found.Dateline;
            Assert.Equal(
                $"{seed.Name} {line}",
                $"{seed.Name} {dateline?.Place}|{dateline?.Agency}|{dateline?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}|{dateline?.Time?.ToString("HH:mm", CultureInfo.InvariantCulture)}|{(dateline?.Offset is { } o ? Dateline.Iso(o) : "")}|{string.Join(',', dateline?.Inferred ?? [])}");
        }

        var credits = seed.Value.TryGetProperty("credits", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToArray() : [];
        Assert.Equal(credits, found.Credits);
    }
}
