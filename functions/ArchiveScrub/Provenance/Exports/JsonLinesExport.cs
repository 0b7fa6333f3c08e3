using System.Globalization;
using System.Text.Json;

namespace ArchiveScrub.Provenance.Exports;

/// <summary>
/// A flat line a page, for tables: the same columns of the same types in the same order on every line, null where nothing
/// is known. Readers of Parquet, Arrow and SQL engines load it without a schema.
/// </summary>
internal sealed class JsonLinesExport() : ManifestExport("jsonl", "")
{
    public override string Write(string name, Manifest manifest, string cleanText)
    {
        var (capture, page, result, quality) = (manifest.Capture, manifest.Page, manifest.Result, manifest.Quality);
        return JsonText.OfObject(line =>
        {
            line.WriteString("name", name);
            line.WriteString("capture_store", capture.Store);
            line.WriteString("capture_name", capture.Name);
            line.WriteString("capture_sha256", capture.Sha256);
            line.WriteString("target_uri", page.TargetUri);
            line.WriteString("captured_at", page.CapturedAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            line.WriteString("format", page.Format == PageFormat.Html ? "html" : "text");
            line.WriteString("charset", page.Charset.Name);
            line.WriteString("language", result.Language);
            line.WriteString("title", result.Title);
            line.WriteString("byline", result.Byline);
            line.Strings("credits", result.Credits);
            line.WriteString("dateline_place", result.Dateline?.Place);
            line.WriteString("dateline_date", result.Dateline?.Date);
            line.WriteString("dateline_time", result.Dateline?.Time);
            line.WriteString("dateline_offset", result.Dateline?.Offset);
            line.WriteString("dateline_edtf", result.Dateline?.Edtf);
            line.WriteString("dateline_agency", result.Dateline?.Agency);
            WriteNumber(line, "dateline_confidence", result.Dateline?.Confidence);
            line.WriteString("text", cleanText);
            line.WriteString("text_sha256", result.Clean.Sha256);
            line.WriteNumber("text_words", result.Clean.Words);
            line.WriteNumber("page_words", result.Linear.Words);
            line.WriteNumber("page_code_points", result.Linear.CodePoints);
            WriteNumber(line, "confidence", quality.Confidence);
            line.Strings("flags", quality.Flags);
            line.Strings("warnings", quality.Warnings);
            foreach (var kind in Kinds.All.Where(static k => !k.IsKept()).Select(Kinds.Name).Order(StringComparer.Ordinal))
            {
                line.WriteNumber("removed_" + kind.Replace('-', '_'), result.Removed.TryGetValue(kind, out var removed) ? removed.CodePoints : 0);
            }

            line.WriteString("manifest_digest", manifest.Digest);
            line.WriteString("schema_version", manifest.SchemaVersion);
            line.WriteString("tool_version", manifest.Tool.Version);
            line.WriteString("rule_set", manifest.Tool.RuleSet);
        });
    }

    /// <summary>With a point even where the number is whole: a column that begins with 1 would be one of whole numbers.</summary>
    private static void WriteNumber(Utf8JsonWriter line, string name, double? number)
    {
        line.WritePropertyName(name);
        if (number is { } value)
        {
            line.WriteRawValue(value.ToString("0.00", CultureInfo.InvariantCulture));
        }
        else
        {
            line.WriteNullValue();
        }
    }
}
