using System.Globalization;
using System.Text.Json;

namespace ArchiveScrub.Provenance.Exports;

/// <summary>
/// Web Annotations (W3C Recommendation, 23 February 2017): one for each removed block, on its place in the linear text and
/// on its bytes in the payload.
/// </summary>
internal sealed class AnnotationExport() : ManifestExport("annotations", ".annotations.jsonld")
{
    /// <summary>Characters before and behind a quotation.</summary>
    private const int Context = 32;

    public override string Write(string name, Manifest manifest, string cleanText)
    {
        var linear = ManifestRestorer.RestoreLinear(manifest, cleanText);
        var slicer = new CodePointSlicer(linear);
        var id = Names.ManifestOf(manifest).Replace(":manifest:", ":annotations:", StringComparison.Ordinal);
        return JsonText.OfObject(collection =>
        {
            collection.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
            collection.WriteString("id", id);
            collection.WriteString("type", "AnnotationCollection");
            collection.WriteString("label", $"What was removed from {name}");
            collection.WriteNumber("total", manifest.Blocks.Count(static b => !b.Kind.IsKept()));
            collection.Object("first", page =>
            {
                page.WriteString("id", id + ":1");
                page.WriteString("type", "AnnotationPage");
                page.WriteNumber("startIndex", 0);
                page.WriteStartArray("items");
                for (var i = 0; i < manifest.Blocks.Count; i++)
                {
                    if (!manifest.Blocks[i].Kind.IsKept())
                    {
                        var at = i;
                        page.Item(a => WriteAnnotation(a, manifest, manifest.Blocks[at], slicer, string.Create(CultureInfo.InvariantCulture, $"{id}:block-{at}")));
                    }
                }

                page.WriteEndArray();
            });
        });
    }

    private static void WriteAnnotation(Utf8JsonWriter annotation, Manifest manifest, ManifestBlock block, CodePointSlicer linear, string id)
    {
        annotation.WriteString("id", id);
        annotation.WriteString("type", "Annotation");
        annotation.WriteString("motivation", "classifying");
        annotation.Optional("generated", manifest.Activity?.Ended.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        annotation.Object("generator", g =>
        {
            g.WriteString("id", Names.Tool(manifest));
            g.WriteString("type", "Software");
            g.WriteString("name", $"{manifest.Tool.Name} {manifest.Tool.Version}");
        });
        annotation.WriteStartArray("body");
        annotation.Item(b => WriteBody(b, "classifying", block.Kind.Name()));
        var evidence = block.Evidence is null ? "" : "; " + string.Join("; ", block.Evidence);
        annotation.Item(b => WriteBody(b, "describing", string.Create(CultureInfo.InvariantCulture, $"rule {block.Rule}; confidence {block.Confidence:0.00}{evidence}")));
        annotation.WriteEndArray();
        annotation.WriteStartArray("target");
        annotation.Item(t => WriteTextTarget(t, manifest, block, linear));
        if (block.Bytes is { } bytes)
        {
            annotation.Item(t => WriteDataTarget(t, manifest, bytes));
        }

        annotation.WriteEndArray();
    }

    private static void WriteBody(Utf8JsonWriter body, string purpose, string value)
    {
        body.WriteString("type", "TextualBody");
        body.WriteString("purpose", purpose);
        body.WriteString("format", "text/plain");
        body.WriteString("value", value);
    }

    private static void WriteTextTarget(Utf8JsonWriter target, Manifest manifest, ManifestBlock block, CodePointSlicer linear)
    {
        var length = manifest.Result.Linear.CodePoints;
        // In ascending order, as slices cost.
        var prefix = linear.Slice(new TextRange(Math.Max(0, block.Linear.Start - Context), block.Linear.Start));
        var exact = linear.Slice(block.Linear);
        var suffix = linear.Slice(new TextRange(block.Linear.End, Math.Min(length, block.Linear.End + Context)));
        target.WriteString("source", Names.LinearText(manifest));
        target.WriteStartArray("selector");
        target.Item(s => WriteRange(s, "TextPositionSelector", block.Linear));
        target.Item(s =>
        {
            s.WriteString("type", "TextQuoteSelector");
            s.WriteString("exact", exact);
            s.WriteString("prefix", prefix);
            s.WriteString("suffix", suffix);
        });
        target.WriteEndArray();
    }

    private static void WriteDataTarget(Utf8JsonWriter target, Manifest manifest, TextRange bytes)
    {
        target.WriteString("source", Names.Payload(manifest));
        target.Object("selector", s => WriteRange(s, "DataPositionSelector", bytes));
    }

    private static void WriteRange(Utf8JsonWriter selector, string type, TextRange range)
    {
        selector.WriteString("type", type);
        selector.WriteNumber("start", range.Start);
        selector.WriteNumber("end", range.End);
    }
}
