using System.Globalization;
using System.Text.Json;

namespace ArchiveScrub.Provenance.Exports;

/// <summary>
/// PROV-JSON (W3C Member Submission, 24 April 2013) of PROV-DM: capture, payload, clean text and manifest are entities,
/// the scrub is an activity, the tool a software agent.
/// </summary>
internal sealed class ProvExport() : ManifestExport("prov", ".prov.json")
{
    public override string Write(string name, Manifest manifest, string cleanText)
    {
        var (capture, payload, clean, record) = (Short(Names.Capture(manifest)), Short(Names.Payload(manifest)), Short(Names.CleanText(manifest)), Short(Names.ManifestOf(manifest)));
        var (scrub, tool) = (Short(Names.Scrub(manifest)), Short(Names.Tool(manifest)));
        return JsonText.OfObject(prov =>
        {
            prov.Object("prefix", static p => p.WriteString("as", Names.Space));
            prov.Object("entity", entities =>
            {
                entities.Object(capture, e => WriteCapture(e, manifest));
                entities.Object(payload, e => WritePayload(e, manifest));
                entities.Object(clean, e => WriteText(e, "as:CleanText", $"{name}: clean text", manifest.Result.Clean));
                entities.Object(record, e =>
                {
                    WriteType(e, "as:Manifest");
                    e.WriteString("prov:label", $"{name}: manifest");
                    e.WriteString("as:schemaVersion", manifest.SchemaVersion);
                });
            });
            prov.Object("activity", activities => activities.Object(scrub, a =>
            {
                WriteType(a, "as:Scrub");
                a.Optional("prov:startTime", Time(manifest.Activity?.Started));
                a.Optional("prov:endTime", Time(manifest.Activity?.Ended));
                a.Optional("as:host", manifest.Activity?.Host);
            }));
            prov.Object("agent", agents => agents.Object(tool, a =>
            {
                WriteType(a, "prov:SoftwareAgent");
                a.WriteString("prov:label", $"{manifest.Tool.Name} {manifest.Tool.Version}");
                a.WriteString("as:ruleSet", manifest.Tool.RuleSet);
                foreach (var option in manifest.Tool.Options)
                {
                    a.WriteString("as:option-" + option[..option.IndexOf('=', StringComparison.Ordinal)], option);
                }
            }));
            Relation(prov, "used", "_:u", ("prov:activity", scrub), ("prov:entity", payload));
            prov.Object("wasGeneratedBy", relations =>
            {
                relations.Object("_:g1", r => WriteRelation(r, ("prov:entity", clean), ("prov:activity", scrub)));
                relations.Object("_:g2", r => WriteRelation(r, ("prov:entity", record), ("prov:activity", scrub)));
            });
            prov.Object("wasDerivedFrom", relations =>
            {
                relations.Object("_:d1", r => WriteRelation(r, ("prov:generatedEntity", payload), ("prov:usedEntity", capture)));
                relations.Object("_:d2", r => WriteRelation(r, ("prov:generatedEntity", clean), ("prov:usedEntity", payload), ("prov:activity", scrub)));
            });
            Relation(prov, "wasAssociatedWith", "_:w", ("prov:activity", scrub), ("prov:agent", tool));
            Relation(prov, "wasAttributedTo", "_:t", ("prov:entity", clean), ("prov:agent", tool));
        });
    }

    private static void WriteCapture(Utf8JsonWriter entity, Manifest manifest)
    {
        WriteType(entity, "as:Capture");
        entity.WriteString("prov:label", manifest.Capture.Name);
        entity.Optional("prov:location", manifest.Capture.Store);
        entity.Optional("as:mediaType", manifest.Capture.MediaType);
        entity.WriteString("as:sha256", manifest.Capture.Sha256);
        WriteNumber(entity, "as:size", manifest.Capture.Size);
    }

    private static void WritePayload(Utf8JsonWriter entity, Manifest manifest)
    {
        WriteType(entity, "as:Payload");
        entity.WriteString("prov:label", manifest.Page.TargetUri ?? manifest.Capture.Name);
        entity.Optional("as:targetUri", manifest.Page.TargetUri);
        entity.Optional("as:capturedAt", Time(manifest.Page.CapturedAt));
        entity.WriteString("as:sha256", manifest.Page.Sha256);
        WriteNumber(entity, "as:size", manifest.Page.Size);
    }

    private static void WriteText(Utf8JsonWriter entity, string type, string label, ManifestText text)
    {
        WriteType(entity, type);
        entity.WriteString("prov:label", label);
        entity.WriteString("as:sha256", text.Sha256);
        WriteNumber(entity, "as:size", text.Bytes);
    }

    private static void WriteType(Utf8JsonWriter thing, string type) => thing.Object("prov:type", t =>
    {
        t.WriteString("$", type);
        t.WriteString("type", "xsd:QName");
    });

    /// <summary>Numbers have a type in PROV-JSON, and are strings (section 2.3 of the submission).</summary>
    private static void WriteNumber(Utf8JsonWriter thing, string name, long number) => thing.Object(name, n =>
    {
        n.WriteString("$", number.ToString(CultureInfo.InvariantCulture));
        n.WriteString("type", "xsd:long");
    });

    private static void Relation(Utf8JsonWriter prov, string kind, string id, params (string Name, string Value)[] ends) =>
        prov.Object(kind, relations => relations.Object(id, r => WriteRelation(r, ends)));

    private static void WriteRelation(Utf8JsonWriter relation, params (string Name, string Value)[] ends)
    {
        foreach (var (name, value) in ends)
        {
            relation.WriteString(name, value);
        }
    }

    /// <summary>A qualified name: the part behind the prefix may hold hyphens and digits, but no colon.</summary>
    private static string Short(string urn) => "as:" + urn[Names.Space.Length..].Replace(':', '-');

    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}
