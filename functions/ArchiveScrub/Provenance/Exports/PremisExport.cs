using System.Globalization;
using System.Text;
using System.Xml;

namespace ArchiveScrub.Provenance.Exports;

/// <summary>
/// PREMIS 3.0: capture and clean text are objects of the category file, what was done are events with the names of the
/// Library of Congress's list of event types, the tool is an agent.
/// </summary>
internal sealed class PremisExport() : ManifestExport("premis", ".premis.xml")
{
    private const string Space = "http://www.loc.gov/premis/v3";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string EventTypes = "http://id.loc.gov/vocabulary/preservation/eventType";

    public override string Write(string name, Manifest manifest, string cleanText)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize }))
        {
            writer.WriteStartElement("premis", "premis", Space);
            writer.WriteAttributeString("xmlns", "xsi", null, Instance);
            writer.WriteAttributeString("version", "3.0");
            var capture = manifest.Capture;
            WriteObject(writer, Names.Capture(manifest), capture.Sha256, capture.Size, capture.MediaType ?? "application/octet-stream", capture.Store is { } store ? $"{store}/{capture.Name}" : capture.Name, null, manifest);
            WriteObject(writer, Names.CleanText(manifest), manifest.Result.Clean.Sha256, manifest.Result.Clean.Bytes, "text/plain", $"{name}.clean.txt", Names.Capture(manifest), manifest);
            foreach (var (type, detail, note) in Events(manifest))
            {
                WriteEvent(writer, type, detail, note, manifest);
            }

            WriteAgent(writer, manifest);
            writer.WriteEndElement();
        }

        return text.ToString();
    }

    private static IEnumerable<(string Type, string Detail, string Note)> Events(Manifest manifest)
    {
        yield return ("message digest calculation", "SHA-256 of the capture", manifest.Capture.Sha256);
        var charset = manifest.Page.Charset;
        yield return ("normalization", "Characters of the page made UTF-8 in Unicode Form C; white space collapsed", Invariant($"charset {charset.Name}, {charset.Replacements} replaced sequences, rule {manifest.Result.LinearRule}"));
        if (manifest.Result.Dateline is { } dateline)
        {
            var parts = new[] { ("place", dateline.Place), ("date", dateline.Edtf ?? dateline.Date), ("agency", dateline.Agency) };
            yield return ("metadata extraction", "Dateline", string.Join(", ", parts.Where(static p => p.Item2 is not null).Select(static p => $"{p.Item1} {p.Item2}")) + Invariant($", confidence {dateline.Confidence:0.00}"));
        }

        var removed = string.Join(", ", manifest.Result.Removed.Select(static k => Invariant($"{k.Key} {k.Value.Blocks} ({k.Value.CodePoints})")));
        yield return ("modification", "Site chrome removed; every removed block stands in the manifest", $"manifest {manifest.Digest}; blocks (code points) removed: {(removed.Length == 0 ? "none" : removed)}");
    }

    private static void WriteObject(XmlWriter writer, string id, string sha256, long size, string mediaType, string originalName, string? source, Manifest manifest)
    {
        writer.WriteStartElement("object", Space);
        writer.WriteAttributeString("xsi", "type", Instance, "premis:file");
        WriteIdentifier(writer, "objectIdentifier", id);
        writer.WriteStartElement("objectCharacteristics", Space);
        Write(writer, "compositionLevel", "0");
        writer.WriteStartElement("fixity", Space);
        Write(writer, "messageDigestAlgorithm", "SHA-256");
        Write(writer, "messageDigest", sha256);
        writer.WriteEndElement();
        Write(writer, "size", size.ToString(CultureInfo.InvariantCulture));
        writer.WriteStartElement("format", Space);
        writer.WriteStartElement("formatDesignation", Space);
        Write(writer, "formatName", mediaType);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        Write(writer, "originalName", originalName);
        if (source is not null)
        {
            writer.WriteStartElement("relationship", Space);
            Write(writer, "relationshipType", "derivation");
            Write(writer, "relationshipSubType", "has source");
            WriteIdentifier(writer, "relatedObjectIdentifier", source);
            WriteIdentifier(writer, "relatedEventIdentifier", EventId(manifest, "modification"));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteEvent(XmlWriter writer, string type, string detail, string note, Manifest manifest)
    {
        writer.WriteStartElement("event", Space);
        WriteIdentifier(writer, "eventIdentifier", EventId(manifest, type));
        writer.WriteStartElement("eventType", Space);
        writer.WriteAttributeString("authority", "eventType");
        writer.WriteAttributeString("authorityURI", EventTypes);
        writer.WriteString(type);
        writer.WriteEndElement();
        // EDTF for a year that is not known: a manifest that no run wrote has no time.
        Write(writer, "eventDateTime", manifest.Activity?.Ended.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "XXXX");
        writer.WriteStartElement("eventDetailInformation", Space);
        Write(writer, "eventDetail", detail);
        writer.WriteEndElement();
        writer.WriteStartElement("eventOutcomeInformation", Space);
        Write(writer, "eventOutcome", "success");
        writer.WriteStartElement("eventOutcomeDetail", Space);
        Write(writer, "eventOutcomeDetailNote", note);
        writer.WriteEndElement();
        writer.WriteEndElement();
        WriteIdentifier(writer, "linkingAgentIdentifier", Names.Tool(manifest), "executing program");
        WriteIdentifier(writer, "linkingObjectIdentifier", Names.Capture(manifest), "source");
        if (type is "modification" or "normalization")
        {
            WriteIdentifier(writer, "linkingObjectIdentifier", Names.CleanText(manifest), "outcome");
        }

        writer.WriteEndElement();
    }

    private static void WriteAgent(XmlWriter writer, Manifest manifest)
    {
        writer.WriteStartElement("agent", Space);
        WriteIdentifier(writer, "agentIdentifier", Names.Tool(manifest));
        Write(writer, "agentName", manifest.Tool.Name);
        Write(writer, "agentType", "software");
        Write(writer, "agentVersion", manifest.Tool.Version);
        Write(writer, "agentNote", $"rules {manifest.Tool.RuleSet}{(manifest.Tool.Options.Count == 0 ? "" : "; " + string.Join("; ", manifest.Tool.Options))}");
        writer.WriteEndElement();
    }

    private static void WriteIdentifier(XmlWriter writer, string name, string id, string? role = null)
    {
        // relatedObjectIdentifier holds relatedObjectIdentifierType and …Value.
        writer.WriteStartElement(name, Space);
        Write(writer, name + "Type", "URN");
        Write(writer, name + "Value", id);
        if (role is not null)
        {
            Write(writer, name.Replace("Identifier", "Role", StringComparison.Ordinal), role);
        }

        writer.WriteEndElement();
    }

    /// <summary>Names of captures may hold what XML has no place for; a line end is written as a reference, as the document is one line.</summary>
    private static void Write(XmlWriter writer, string name, string text)
    {
        writer.WriteStartElement(name, Space);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                writer.WriteCharEntity('\n');
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                writer.WriteSurrogateCharEntity(text[i + 1], text[i]);
                i++;
            }
            else
            {
                writer.WriteString(XmlConvert.IsXmlChar(text[i]) ? text[i].ToString() : "\uFFFD");
            }
        }

        writer.WriteEndElement();
    }

    private static string EventId(Manifest manifest, string type) => $"{Names.Scrub(manifest)}:{type.Replace(' ', '-')}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
