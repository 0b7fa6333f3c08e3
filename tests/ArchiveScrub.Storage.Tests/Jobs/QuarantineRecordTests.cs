using System.Text.Json;
using Xunit;

namespace ArchiveScrub.Storage.Tests;

public sealed class QuarantineRecordTests
{
    private static readonly QuarantineRecord Whole = new()
    {
        Activity = new ManifestActivity { Attempt = 2, Ended = FixedClock.Now, Host = "bench", Started = FixedClock.Now },
        Capture = new ManifestCapture { ETag = "\"0x1\"", MediaType = "text/html", Name = "a\"b\u2028.html", Sha256 = new string('0', 64), Size = 5, Store = "in" },
        Error = new QuarantineError { Code = CaptureErrorCodes.NotText, Offset = 3, Reason = "not text", Record = "<urn:uuid:1>" },
        Tool = new ManifestTool { Name = "ArchiveScrub", Options = ["text=body"], Profile = "sha256:" + new string('1', 64), RuleSet = "sha256:" + new string('0', 64), Version = "1.2.3" },
    };

    [Fact]
    public void A_record_is_read_back_as_it_was_written()
    {
        var json = QuarantineJson.Serialize(Whole);
        Assert.Equal(json, QuarantineJson.Serialize(QuarantineJson.Deserialize(json)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not JSON")]
    public void What_is_no_record_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => QuarantineJson.Deserialize(System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_record_of_another_major_version_is_refused() =>
        Assert.Throws<JsonException>(() => QuarantineJson.Deserialize(QuarantineJson.Serialize(Whole with { SchemaVersion = "2.0" })));

    [Fact]
    public void The_schema_names_the_members_of_a_record_and_no_others_in_canonical_order()
    {
        using var schema = JsonDocument.Parse(QuarantineSchema.Text);
        using var record = JsonDocument.Parse(QuarantineJson.Serialize(Whole));
        Assert.Equal(QuarantineSchema.Id, schema.RootElement.GetProperty("$id").GetString());
        AssertMembers(schema.RootElement, record.RootElement);
        AssertRequired(schema.RootElement, JsonDocument.Parse(QuarantineJson.Serialize(new QuarantineRecord
        {
            Capture = new ManifestCapture { Name = "", Sha256 = "", Size = 0 },
            Error = new QuarantineError { Code = "", Reason = "" },
            Tool = new ManifestTool { Name = "", RuleSet = "", Version = "" },
        })).RootElement);
    }

    private static void AssertMembers(JsonElement schema, JsonElement value)
    {
        var members = value.EnumerateObject().Select(static member => member.Name).ToArray();
        Assert.Equal(members.Order(StringComparer.Ordinal), members);
        var properties = schema.GetProperty("properties");
        Assert.Equal(properties.EnumerateObject().Select(static property => property.Name), members);
        foreach (var member in value.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.Object))
        {
            AssertMembers(properties.GetProperty(member.Name), member.Value);
        }
    }

    /// <summary>What is always written is what is required.</summary>
    private static void AssertRequired(JsonElement schema, JsonElement least)
    {
        Assert.Equal(least.EnumerateObject().Select(static member => member.Name), schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
        foreach (var member in least.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.Object))
        {
            AssertRequired(schema.GetProperty("properties").GetProperty(member.Name), member.Value);
        }
    }
}
