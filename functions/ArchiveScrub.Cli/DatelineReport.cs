using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ArchiveScrub.Cli;

/// <summary>Prints what was found of datelines: a table for people, or a JSON object a page.</summary>
internal sealed class DatelineReport(Terminal terminal, bool asTable)
{
    private static readonly string[] Members = ["byline", "credits", "dateline"];

    /// <summary>Prints a page.</summary>
    /// <param name="name">The name of its capture.</param>
    /// <param name="manifest">Its manifest.</param>
    public void Write(string name, Manifest manifest) => terminal.Print(asTable ? Table(name, manifest) : Line(name, manifest));

    private static string Line(string name, Manifest manifest)
    {
        using var json = JsonDocument.Parse(ManifestJson.Serialize(manifest));
        var result = json.RootElement.GetProperty("result");
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("capture", name);
            if (manifest.Page.TargetUri is { } uri)
            {
                writer.WriteString("targetUri", uri);
            }

            foreach (var member in Members)
            {
                if (result.TryGetProperty(member, out var value))
                {
                    writer.WritePropertyName(member);
                    value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Table(string name, Manifest manifest)
    {
        var (result, dateline) = (manifest.Result, manifest.Result.Dateline);
        var text = new StringBuilder(name);
        if (manifest.Page.TargetUri is { } uri)
        {
            text.Append("  ").Append(uri);
        }

        text.Append('\n');
        Row(text, "place", dateline?.Place, Join(dateline?.Places?.Select(p => p.Country is null ? p.Name : $"{p.Name}, {p.Country}")));
        Row(text, "agency", dateline?.Agency, Join(dateline?.Agencies));
        Row(text, "date", dateline?.Edtf, Join(dateline?.Basis));
        Row(text, "time", dateline?.Time is { } time ? time + dateline.Offset : null, null);
        Row(text, "updated", dateline?.Updated, null);
        Row(text, "byline", result.Byline, null);
        Row(text, "credits", Join(result.Credits), null);
        if (dateline is null)
        {
            text.Append("  no dateline\n");
        }

        foreach (var evidence in dateline?.Evidence ?? [])
        {
            var at = evidence.Linear is { } range ? string.Create(CultureInfo.InvariantCulture, $"{range.Start}-{range.End}") : "";
            text.Append(CultureInfo.InvariantCulture, $"  {(evidence.Used ? '*' : ' ')} {evidence.Field,-8} {evidence.Source,-12} {evidence.Rule,-26} {at,-12} {evidence.Value}\n");
        }

        return Terminal.Harmless(text.ToString());
    }

    private static void Row(StringBuilder text, string label, string? value, string? note)
    {
        if (value is { Length: > 0 })
        {
            text.Append(CultureInfo.InvariantCulture, $"  {label,-8} {value}").Append(note is { Length: > 0 } ? $"  ({note})" : "").Append('\n');
        }
    }

    private static string? Join(IEnumerable<string>? values) => values is null ? null : string.Join(", ", values);
}
