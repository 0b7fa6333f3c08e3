using System.Text.Json;
using System.Xml.Linq;
using ArchiveScrub.Provenance.Exports;
using ArchiveScrub.Tests.Generated;
using ArchiveScrub.Tests.Promises;
using ArchiveScrub.Tests.Samples;
using Xunit;

namespace ArchiveScrub.Tests.Provenance;

/// <summary>Exports are what their standards say, as far as that can be checked without the standards' own files.</summary>
public sealed class ExportTests
{
    private static readonly XNamespace Premis = "http://www.loc.gov/premis/v3";

    /// <summary>Children in the order of premis-v3-0.xsd, of the elements that are written.</summary>
    private static readonly Dictionary<string, string[]> PremisOrder = new()
    {
        ["premis"] = ["object", "event", "agent"],
        ["object"] = ["objectIdentifier", "objectCharacteristics", "originalName", "relationship"],
        ["objectCharacteristics"] = ["compositionLevel", "fixity", "size", "format"],
        ["fixity"] = ["messageDigestAlgorithm", "messageDigest"],
        ["relationship"] = ["relationshipType", "relationshipSubType", "relatedObjectIdentifier", "relatedEventIdentifier"],
        ["event"] = ["eventIdentifier", "eventType", "eventDateTime", "eventDetailInformation", "eventOutcomeInformation", "linkingAgentIdentifier", "linkingObjectIdentifier"],
        ["agent"] = ["agentIdentifier", "agentName", "agentType", "agentVersion", "agentNote"],
        ["linkingAgentIdentifier"] = ["linkingAgentIdentifierType", "linkingAgentIdentifierValue", "linkingAgentRole"],
        ["linkingObjectIdentifier"] = ["linkingObjectIdentifierType", "linkingObjectIdentifierValue", "linkingObjectRole"],
    };

    [Fact]
    public void Prov_declares_whatever_its_relations_name() => ForAll("prov", static (_, text) =>
    {
        using var prov = JsonDocument.Parse(text);
        var declared = new[] { "entity", "activity", "agent" }.SelectMany(k => prov.RootElement.GetProperty(k).EnumerateObject().Select(static p => p.Name)).ToHashSet(StringComparer.Ordinal);
        Assert.All(declared, static id => Assert.Matches("^as:[A-Za-z0-9._-]+$", id));
        foreach (var relation in new[] { "used", "wasGeneratedBy", "wasDerivedFrom", "wasAssociatedWith", "wasAttributedTo" })
        {
            foreach (var end in prov.RootElement.GetProperty(relation).EnumerateObject().SelectMany(static r => r.Value.EnumerateObject()))
            {
                Assert.Contains(end.Value.GetString()!, declared);
            }
        }
    });

    [Fact]
    public void Premis_has_its_elements_in_order_and_its_links_lead_somewhere() => ForAll("premis", static (_, text) =>
    {
        var premis = XElement.Parse(text);
        Assert.Equal(Premis + "premis", premis.Name);
        Assert.Equal("3.0", premis.Attribute("version")!.Value);
        foreach (var element in premis.DescendantsAndSelf())
        {
            if (PremisOrder.TryGetValue(element.Name.LocalName, out var order))
            {
                var places = element.Elements().Select(e => Array.IndexOf(order, e.Name.LocalName)).ToList();
                Assert.DoesNotContain(-1, places);
                Assert.Equal(places.Order(), places);
            }
        }

        var ids = premis.Descendants().Where(static e => e.Name.LocalName is "objectIdentifierValue" or "eventIdentifierValue" or "agentIdentifierValue").Select(static e => e.Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(premis.Descendants().Where(static e => e.Name.LocalName.EndsWith("IdentifierValue", StringComparison.Ordinal)), e => Assert.Contains(e.Value, ids));
    });

    [Fact]
    public void Annotations_select_what_was_removed() => ForAll("annotations", static (result, text) =>
    {
        using var collection = JsonDocument.Parse(text);
        var root = collection.RootElement;
        var linear = ManifestRestorer.RestoreLinear(result.Manifest, result.CleanText);
        var removed = result.Manifest.Blocks.Where(static b => !b.Kind.IsKept()).ToList();
        var items = root.GetProperty("first").GetProperty("items").EnumerateArray().ToList();

        Assert.Equal("http://www.w3.org/ns/anno.jsonld", root.GetProperty("@context").GetString());
        Assert.Equal("AnnotationCollection", root.GetProperty("type").GetString());
        Assert.Equal(removed.Count, root.GetProperty("total").GetInt32());
        Assert.Equal(removed.Count, items.Select(static i => i.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
        foreach (var (block, item) in removed.Zip(items))
        {
            Assert.Equal("Annotation", item.GetProperty("type").GetString());
            Assert.Equal(block.Kind.Name(), item.GetProperty("body")[0].GetProperty("value").GetString());
            var selectors = item.GetProperty("target")[0].GetProperty("selector");
            var range = new TextRange(selectors[0].GetProperty("start").GetInt32(), selectors[0].GetProperty("end").GetInt32());
            var quote = selectors[1];
            Assert.Equal(block.Linear, range);
            Assert.Equal(Characters.Slice(linear, range), quote.GetProperty("exact").GetString());
            Assert.Contains(quote.GetProperty("prefix").GetString() + quote.GetProperty("exact").GetString() + quote.GetProperty("suffix").GetString(), linear, StringComparison.Ordinal);
            Assert.Equal(block.Bytes!.Value.Start, item.GetProperty("target")[1].GetProperty("selector").GetProperty("start").GetInt32());
        }
    });

    [Fact]
    public void Rows_for_tables_have_the_same_columns_of_the_same_types()
    {
        var types = new Dictionary<string, JsonValueKind>();
        string[]? columns = null;
        ForAll("jsonl", (result, text) =>
        {
            using var row = JsonDocument.Parse(text);
            var names = row.RootElement.EnumerateObject().Select(static p => p.Name).ToArray();
            Assert.Equal(columns ??= names, names);
            Assert.Equal(result.CleanText, row.RootElement.GetProperty("text").GetString());
            foreach (var column in row.RootElement.EnumerateObject().Where(static p => p.Value.ValueKind != JsonValueKind.Null))
            {
                types.TryAdd(column.Name, column.Value.ValueKind);
                Assert.Equal(types[column.Name], column.Value.ValueKind);
                Assert.NotEqual(JsonValueKind.Object, column.Value.ValueKind);
            }
        });
    }

    [Theory]
    [InlineData("https://www.Example.org/News/?b=2&a=1#top", "org,example)/news?a=1&b=2")]
    [InlineData("http://example.org", "org,example)/")]
    [InlineData("http://example.org:80/a/", "org,example)/a")]
    [InlineData("http://www2.example.co.uk:8080/A%20b?", "uk,co,example:8080)/a%20b")]
    [InlineData("http://192.0.2.7/x", "192.0.2.7)/x")]
    [InlineData("https://bücher.example/ä", "example,xn--bcher-kva)/%c3%a4")]
    [InlineData("https://www.org/", "org,www)/")]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("not an address", null)]
    public void Key_of_an_address_is_that_of_replay_tools(string address, string? key) => Assert.Equal(key, Surt.Of(address));

    [Fact]
    public void Index_line_has_key_date_and_fields_and_a_page_without_address_has_none()
    {
        var manifest = ManifestSamples.Complete();
        var line = Export("cdxj").Write("a.html", manifest with { Page = manifest.Page with { TargetUri = "https://example.org/a" } }, "")!;

        Assert.StartsWith("org,example)/a 20190603120400 {\"url\":\"https://example.org/a\"", line, StringComparison.Ordinal);
        Assert.Null(Export("cdxj").Write("a.html", manifest with { Page = manifest.Page with { TargetUri = null } }, ""));
        Assert.Null(Export("cdxj").Write("a.html", manifest with { Page = manifest.Page with { CapturedAt = null } }, ""));
    }

    [Fact]
    public void Odd_names_do_not_break_a_document()
    {
        const string Odd = "a\"<&>'\u0001\uD800\u2028\n</premis>.html";
        var result = ManifestSamples.Article();
        var manifest = result.Manifest with { Capture = result.Manifest.Capture with { Name = Odd, Store = Odd } };
        foreach (var export in ManifestExport.All.Where(static e => e.Format != "cdxj"))
        {
            var text = export.Write(Odd, manifest, result.CleanText)!;
            Assert.DoesNotContain('\n', text);
            _ = export.Format == "premis" ? XElement.Parse(text).ToString() : JsonDocument.Parse(text).RootElement.GetRawText();
        }
    }

    private static ManifestExport Export(string format) => ManifestExport.All.Single(e => e.Format == format);

    private static void ForAll(string format, Action<ScrubResult, string> check)
    {
        foreach (var name in SampleCaptures.Names)
        {
            var result = SampleCaptures.Get(name).Result;
            check(result, Export(format).Write(name, result.Manifest, result.CleanText)!);
        }

        Pages.ForAll(page => check(page.Result, Export(format).Write("page", page.Result.Manifest, page.Result.CleanText)!));
    }
}
