using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ArchiveScrub.Tests.Generated;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>The published schema describes what is written: no more and no less.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly JsonSchemaValidator Validator = new(ManifestSchema.Text);

    /// <summary>Records of the manifest whose name does not tell the name of their definition.</summary>
    private static readonly Dictionary<Type, string> Definitions = new()
    {
        [typeof(ManifestActivity)] = "activity",
        [typeof(ManifestBlock)] = "block",
        [typeof(ManifestCapture)] = "capture",
        [typeof(ManifestCharset)] = "charset",
        [typeof(ManifestContainer)] = "container",
        [typeof(ManifestDateline)] = "dateline",
        [typeof(ManifestDatelineEvidence)] = "datelineEvidence",
        [typeof(ManifestInsertion)] = "insertion",
        [typeof(ManifestPage)] = "page",
        [typeof(ManifestPageType)] = "pageType",
        [typeof(ManifestPlace)] = "place",
        [typeof(ManifestQuality)] = "quality",
        [typeof(ManifestRecord)] = "record",
        [typeof(ManifestRecordDigest)] = "recordDigest",
        [typeof(ManifestRecordWarning)] = "recordWarning",
        [typeof(ManifestRemoval)] = "removal",
        [typeof(ManifestResult)] = "result",
        [typeof(ManifestSecondOpinion)] = "secondOpinion",
        [typeof(ManifestText)] = "text",
        [typeof(ManifestTool)] = "tool",
        [typeof(ManifestWacz)] = "wacz",
    };

    [Fact]
    public void Manifests_of_generated_pages_are_valid() => Pages.ForAll(static page => AssertValid(page.Result.Manifest));

    [Fact]
    public void Manifest_with_every_member_is_valid() => AssertValid(ManifestSamples.Complete());

    [SharedFact("corpus")]
    public void Manifests_of_the_corpus_are_valid()
    {
        var files = Directory.EnumerateFiles(Shared.Require("corpus"), "*", SearchOption.AllDirectories)
            .Where(static f => Path.GetFileName(Path.GetDirectoryName(f)) is "html" or "text")
            .Order(StringComparer.Ordinal).Where(static (_, i) => i % 20 == 0).ToList();
        Assert.NotEmpty(files);
        Parallel.ForEach(files, static file =>
        {
            using var stream = File.OpenRead(file);
            using var payload = new MemoryStream();
            using Stream source = file.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress) : stream;
            source.CopyTo(payload);
            var format = Path.GetFileName(Path.GetDirectoryName(file)) == "html" ? PageFormat.Html : PageFormat.Text;
            var result = Pages.Scrubber.Scrub(Pages.Of(payload.ToArray(), format, Path.GetFileName(file)));

            AssertValid(result.Manifest);
            Assert.Empty(ManifestVerifier.VerifyConservation(result.Manifest, result.CleanText));
        });
    }

    [Fact]
    public void Schema_and_records_have_the_same_members()
    {
        using var schema = JsonDocument.Parse(ManifestSchema.Text);
        AssertSameMembers(schema.RootElement, typeof(Manifest));
        foreach (var (type, definition) in Definitions)
        {
            AssertSameMembers(schema.RootElement.GetProperty("$defs").GetProperty(definition), type);
        }

        var records = typeof(Manifest).Assembly.GetTypes().Where(static t => t.IsPublic && t.Name.StartsWith("Manifest", StringComparison.Ordinal) && t.GetMethod("<Clone>$") is not null);
        Assert.Equal(records.Select(static t => t.Name).Order(StringComparer.Ordinal), Definitions.Keys.Append(typeof(Manifest)).Select(static t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Schema_lists_the_kinds_and_charset_sources_of_the_code()
    {
        using var schema = JsonDocument.Parse(ManifestSchema.Text);
        var definitions = schema.RootElement.GetProperty("$defs");

        Assert.Equal(Kinds.All.Select(static k => k.Name()), Strings(definitions.GetProperty("kind").GetProperty("enum")));
        Assert.Equal(Kinds.All.Where(static k => k.IsKept()).Select(static k => k.Name()), Strings(definitions.GetProperty("keptKind").GetProperty("enum")));
        Assert.Equal(Kinds.All.Where(static k => !k.IsKept()).Select(static k => k.Name()), Strings(definitions.GetProperty("removedKind").GetProperty("enum")));
        Assert.Equal(
            Enum.GetNames<CharsetSource>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName),
            Strings(definitions.GetProperty("charset").GetProperty("properties").GetProperty("source").GetProperty("enum")));
        Assert.Equal(Enum.GetNames<Integrity>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName), Strings(definitions.GetProperty("integrity").GetProperty("enum")));
    }

    [Fact]
    public void Schema_has_the_id_and_version_that_the_code_names_and_describes_every_member()
    {
        using var schema = JsonDocument.Parse(ManifestSchema.Text);

        Assert.Equal(ManifestSchema.Id, schema.RootElement.GetProperty("$id").GetString());
        Assert.Equal(Manifest.CurrentSchemaVersion, schema.RootElement.GetProperty("properties").GetProperty("schemaVersion").GetProperty("enum").EnumerateArray().Last().GetString());
        foreach (var definition in schema.RootElement.GetProperty("$defs").EnumerateObject().Select(static d => d.Value).Append(schema.RootElement))
        {
            Assert.NotEmpty(definition.GetProperty("description").GetString()!);
            if (definition.TryGetProperty("properties", out var properties))
            {
                Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
                Assert.All(properties.EnumerateObject(), static p => Assert.NotEmpty(p.Value.GetProperty("description").GetString()!));
            }
        }
    }

    [Theory]
    [InlineData("/digest")]
    [InlineData("/schemaVersion")]
    [InlineData("/blocks/0/linear")]
    [InlineData("/blocks/0/verdict")]
    [InlineData("/blocks/0/kind")]
    [InlineData("/page/charset/source")]
    [InlineData("/result/clean/sha256")]
    [InlineData("/result/linearRule")]
    [InlineData("/tool/ruleSet")]
    [InlineData("/quality/flags")]
    [InlineData("/capture/size")]
    public void Member_that_is_missing_or_of_another_kind_is_refused(string place)
    {
        foreach (var wrong in new JsonNode?[] { null, JsonValue.Create(-1), JsonValue.Create("x"), new JsonObject(), JsonValue.Create(true) })
        {
            var manifest = JsonNode.Parse(ManifestJson.Serialize(ManifestSamples.Complete()))!;
            Replace(manifest, place, wrong);

            Assert.NotEmpty(Validate(manifest));
        }
    }

    [Fact]
    public void Members_that_contradict_each_other_are_refused()
    {
        AssertRefused(static b => b["verdict"] = "removed");
        AssertRefused(static b => b["text"] = "twice");
        AssertRefused(static b => b.Remove("clean"));
        AssertRefused(static b => b["kind"] = "advert");
        AssertRefused(static b => b["linear"] = new JsonArray(0, 1, 2));
        AssertRefused(static b => b["confidence"] = 1.5);
        AssertRefused(static b => b["unknown"] = 1);
        AssertRefused(static b => b["path"] = "html");
    }

    private static void AssertRefused(Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(ManifestJson.Serialize(ManifestSamples.Complete()))!;
        Assert.Empty(Validate(manifest));
        change(manifest["blocks"]![0]!.AsObject());
        Assert.NotEmpty(Validate(manifest));
    }

    private static void Replace(JsonNode root, string place, JsonNode? value)
    {
        var steps = place[1..].Split('/');
        var node = root;
        foreach (var step in steps[..^1])
        {
            node = int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!;
        }

        if (value is null)
        {
            node.AsObject().Remove(steps[^1]);
        }
        else
        {
            node[steps[^1]] = value;
        }
    }

    private static IReadOnlyList<string> Validate(JsonNode node) => Validator.Validate(JsonSerializer.SerializeToUtf8Bytes(node));

    private static void AssertValid(Manifest manifest) => Assert.Empty(Validator.Validate(ManifestJson.Serialize(manifest)));

    private static void AssertSameMembers(JsonElement schema, Type type)
    {
        var nullability = new NullabilityInfoContext();
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.Equal(
            members.Select(static p => p.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name).Order(StringComparer.Ordinal),
            schema.GetProperty("properties").EnumerateObject().Select(static p => p.Name).Order(StringComparer.Ordinal));

        // Absent is how null is written; the digest is null only while it is computed.
        var written = members.Where(p => (type == typeof(Manifest) && p.Name == nameof(Manifest.Digest)) || nullability.Create(p).ReadState != NullabilityState.Nullable);
        Assert.Equal(
            written.Select(static p => p.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name).Order(StringComparer.Ordinal),
            Strings(schema.GetProperty("required")).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(static v => v.GetString()!);
}
