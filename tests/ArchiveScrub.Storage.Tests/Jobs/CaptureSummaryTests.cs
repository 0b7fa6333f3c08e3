using System.Text.Json;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class CaptureSummaryTests
{
    private static readonly CaptureSummary Whole = new()
    {
        Activity = new ManifestActivity { Attempt = 2, Ended = FixedClock.Now, Host = "bench", Started = FixedClock.Now },
        Capture = new ManifestCapture { ETag = "\"0x1\"", MediaType = "application/gzip", Name = "x.warc.gz", Sha256 = new string('0', 64), Size = 5, Store = "in" },
        Options = ["status=200,404"],
        Outputs = new(StringComparer.Ordinal) { [".wet.gz"] = new SummaryOutput { Bytes = 1, Sha256 = new string('0', 64) } },
        Pages = new SummaryPages
        {
            Bytes = 4,
            CleanBytes = 3,
            Flagged = 1,
            Flags = new(StringComparer.Ordinal) { ["no-content"] = 1 },
            Removed = new(StringComparer.Ordinal) { ["navigation"] = new SummaryRemoval { Blocks = 1, CodePoints = 2 } },
            Scrubbed = 1,
        },
        Records = new SummaryRecords
        {
            Failed = new(StringComparer.Ordinal) { [CaptureErrorCodes.GzipDamaged] = 1 },
            Seen = 3,
            Skipped = new(StringComparer.Ordinal) { [SkipReasons.Revisit] = 1 },
            Warnings = new(StringComparer.Ordinal) { [CaptureWarningCodes.TrailingData] = 1 },
        },
        StoppedAt = 4,
        Tool = new ManifestTool { Name = "ArchiveScrub", Options = ["text=body"], Profile = "sha256:" + new string('1', 64), RuleSet = "sha256:" + new string('0', 64), Version = "1.2.3" },
    };

    [Fact]
    public void A_summary_is_read_back_as_it_was_written() =>
        Assert.Equal(Whole.ToJson(), CaptureSummary.Parse(Whole.ToJson()).ToJson());

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not JSON")]
    public void What_is_no_summary_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => CaptureSummary.Parse(System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_summary_of_another_major_version_is_refused() =>
        Assert.Throws<JsonException>(() => CaptureSummary.Parse((Whole with { SchemaVersion = "2.0" }).ToJson()));

    [Fact]
    public void The_schema_names_the_members_of_a_summary_and_no_others_in_canonical_order()
    {
        using var schema = JsonDocument.Parse(SummarySchema.Text);
        using var summary = JsonDocument.Parse(Whole.ToJson());
        Assert.Equal(SummarySchema.Id, schema.RootElement.GetProperty("$id").GetString());
        AssertMembers(schema.RootElement, summary.RootElement);
    }

    private static void AssertMembers(JsonElement schema, JsonElement value)
    {
        var members = value.EnumerateObject().Select(static member => member.Name).ToArray();
        Assert.Equal(members.Order(StringComparer.Ordinal), members);
        if (!schema.TryGetProperty("properties", out var properties))
        {
            // A table: any name, and values of one form.
            foreach (var item in value.EnumerateObject().Where(static item => item.Value.ValueKind == JsonValueKind.Object))
            {
                AssertMembers(schema.GetProperty("additionalProperties"), item.Value);
            }

            return;
        }

        Assert.Equal(properties.EnumerateObject().Select(static property => property.Name), members);
        Assert.All(properties.EnumerateObject(), static p => Assert.True(p.Value.TryGetProperty("description", out _) || p.Value.TryGetProperty("const", out _), p.Name));
        foreach (var member in value.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.Object))
        {
            AssertMembers(properties.GetProperty(member.Name), member.Value);
        }
    }
}
